import type { commonTexts as english } from '../en/common.js'
import type { Translation } from '../labels.js'

export const commonTexts: Translation<typeof english> = {
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
  'common.last-loaded': 'Dernières données chargées\u00a0: {time}.',
  'common.updated': 'Mise à jour\u00a0: {time}',
  'common.field-error': '{field}\u00a0: {message}',
  'common.reference': 'Référence\u00a0: {id}',
  'common.sign-in': 'Se reconnecter',
  'time.just-now': 'à l’instant',
  'time.seconds': '{seconds}\u00a0s',
  'time.minutes': '{minutes}\u00a0min {seconds}\u00a0s',
}
