import type { CommonTexts } from '../en/common.js'
import type { Translation } from '../labels.js'

export const commonTexts: Translation<CommonTexts> = {
  'common.add-funds': 'Ajouter des fonds',
  'common.cancel': 'Annuler',
  'common.close': 'Fermer',
  'common.dismiss': 'Ignorer',
  'common.never': 'Jamais',
  'common.not-reported': 'Non communiqué',
  'common.optional': 'Facultatif',
  'common.refresh': 'Actualiser',
  'common.try-again': 'Réessayer',
  'common.working': 'En cours',
  'common.loading': 'Chargement',
  'common.updated': 'Mise à jour\u00a0: {time}',
  'common.sign-in': 'Se reconnecter',
  'time.just-now': 'à l’instant',
  'time.seconds': '{seconds}\u00a0s',
  'time.minutes': '{minutes}\u00a0min {seconds}\u00a0s',
}
