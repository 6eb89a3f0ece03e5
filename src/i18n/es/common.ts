import type { CommonTexts } from '../en/common.js'
import type { Translation } from '../labels.js'

export const commonTexts: Translation<CommonTexts> = {
  'common.add-funds': 'Añadir fondos',
  'common.cancel': 'Cancelar',
  'common.close': 'Cerrar',
  'common.dismiss': 'Descartar',
  'common.never': 'Nunca',
  'common.not-reported': 'No indicado',
  'common.optional': 'Opcional',
  'common.refresh': 'Actualizar',
  'common.try-again': 'Volver a intentar',
  'common.working': 'En curso',
  'common.loading': 'Cargando',
  'common.updated': 'Actualizado: {time}',
  'common.sign-in': 'Volver a iniciar sesión',
  'time.just-now': 'ahora mismo',
  'time.seconds': '{seconds}\u00a0s',
  'time.minutes': '{minutes}\u00a0min {seconds}\u00a0s',
}
