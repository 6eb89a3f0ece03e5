import type { rotationTexts as english } from '../en/rotation.js'
import type { Translation } from '../labels.js'

export const rotationTexts: Translation<typeof english> = {
  'rotate.title': '¿Sustituir «{name}»?',
  'rotate.text': 'Ahora recibes una clave nueva. La antigua funciona hasta que la revoques.',
  'rotate.steps': 'Pasos',
  'rotate.step-create': 'Crear la clave nueva',
  'rotate.step-copy': 'Copiarla',
  'rotate.step-deploy': 'Desplegarla y probarla',
  'rotate.step-revoke': 'Revocar la clave antigua',
  'rotate.step-done': 'Hecho: {step}',
  'rotate.create': 'Crear clave nueva',
  'rotate.looking': 'Puede que se haya creado una clave nueva. Comprobando la lista.',
  'rotate.lost-title': '¿Tienes la clave nueva?',
  'rotate.lost':
    'La clave nueva de «{name}» se creó ({time}) y su secreto no se puede volver a mostrar. Si no lo guardaste, empieza de nuevo: esta clave nueva se revocará.',
  'rotate.have-it': 'La tengo',
  'rotate.start-over': 'Empezar de nuevo',
  'rotate.deploy-title': 'Despliega y prueba la clave nueva',
  'rotate.deploy': 'Pon la clave nueva donde se use la antigua de «{name}» y pruébala allí.',
  'rotate.both-work': 'Las dos claves funcionan hasta que revoques la antigua.',
  'rotate.look': 'Volver a comprobar',
  'rotate.later': 'Más tarde',
  'rotate.tested': 'Desplegada y probada',
  'rotate.used': 'La clave nueva se ha usado.',
  'rotate.not-used': 'La clave nueva aún no se ha usado.',
  'rotate.use-not-reported': 'No se indica si la clave nueva se ha usado.',
  'rotate.old-in-use': 'La clave antigua se ha usado después de crear la nueva.',
  'rotate.revoke-title': '¿Revocar la clave antigua «{name}»?',
  'rotate.back': 'Atrás',
  'rotate.revoke': 'Revocar clave antigua',
  'rotate.leave-title': 'Las dos claves de «{name}» siguen funcionando',
  'rotate.leave':
    'Funcionan hasta que revoques una de ellas. Continúa más tarde desde la lista de claves, o revoca ahora la nueva y conserva la antigua.',
  'rotate.leave-in-use':
    'La clave nueva se ha usado: si la revocas, todo lo que la use dejará de funcionar de inmediato.',
  'rotate.close': 'Cerrar por ahora',
  'rotate.go-on': 'Continuar',
  'rotate.abandon': 'Revocar clave nueva',
  'rotate.new-not-revoked': 'La clave nueva no se ha revocado.',
  'rotate.maybe-revoked': 'Puede que la clave se haya revocado. Puedes volver a revocarla sin problema.',
}
