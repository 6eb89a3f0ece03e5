import type { CommonTexts } from '../en/common.js'
import type { Translation } from '../labels.js'

export const commonTexts: Translation<CommonTexts> = {
  'common.add-funds': 'Guthaben aufladen',
  'common.cancel': 'Abbrechen',
  'common.close': 'Schließen',
  'common.dismiss': 'Ausblenden',
  'common.never': 'Nie',
  'common.not-reported': 'Keine Angabe',
  'common.optional': 'Optional',
  'common.refresh': 'Aktualisieren',
  'common.try-again': 'Erneut versuchen',
  'common.working': 'Wird ausgeführt',
  'common.loading': 'Wird geladen',
  'common.updated': 'Aktualisiert: {time}',
  'common.sign-in': 'Erneut anmelden',
  'time.just-now': 'gerade eben',
  'time.seconds': '{seconds}\u00a0s',
  'time.minutes': '{minutes}\u00a0min {seconds}\u00a0s',
}
