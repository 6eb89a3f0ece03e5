import type { voiceTexts as english } from '../en/voice.js'
import type { Translation } from '../labels.js'

export const voiceTexts: Translation<typeof english> = {
  'voice.label': 'Stimme',
  'voice.choose': 'Stimme auswählen',
  'voice.missing': 'Wählen Sie eine Stimme aus.',
  'voice.open': 'Stimmen anzeigen',
  'voice.list': 'Stimmen',
  'voice.own': 'Ihre Stimmen',
  'voice.standard': 'Standardstimmen',
  'voice.processing': 'Wird noch erstellt',
  'voice.not-made': 'Konnte nicht erstellt werden',
  'voice.loading': 'Stimmen werden geladen',
  'voice.more': 'Weitere Stimmen laden',
  'voice.count': { one: '{count} Stimme', other: '{count} Stimmen' },
  'voice.none': 'Es gibt keine Stimmen.',
  'voice.no-match': 'Keine Stimme passt zu „{query}“.',
  'voice.failed': 'Die Stimmen konnten nicht geladen werden.',
  'voice.gone': 'Diese Stimme ist nicht mehr in Ihrer Liste. Wählen Sie eine andere aus.',
  'voice.preview': '{name} anhören',
  'voice.stop-preview': '{name} stoppen',
  'voice.no-preview': 'Keine Hörprobe von {name}',
  'voice.no-active': 'Zu einer Stimme gehen, um sie anzuhören',
  'voice.preview-failed': 'Diese Hörprobe konnte nicht wiedergegeben werden.',
  'voice.female': 'Weiblich',
  'voice.male': 'Männlich',
  'voice.neutral': 'Neutral',
}
