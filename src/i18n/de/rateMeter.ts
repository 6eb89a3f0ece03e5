import type { rateMeterTexts as english } from '../en/rateMeter.js'
import type { Translation } from '../labels.js'

export const rateMeterTexts: Translation<typeof english> = {
  'rate-meter.title': 'Anfragelimit',
  'rate-meter.meter': 'Verbleibende Anfragen',
  'rate-meter.left-of': { one: 'Noch {left} von {count} Anfrage', other: 'Noch {left} von {count} Anfragen' },
  'rate-meter.left': { one: 'Noch {count} Anfrage', other: 'Noch {count} Anfragen' },
  'rate-meter.limit': { one: '{count} Anfrage je Zeitraum', other: '{count} Anfragen je Zeitraum' },
  'rate-meter.reset-in': 'Zurücksetzung in {wait}.',
  'rate-meter.reset-at': 'Zurücksetzung um {time}.',
  'rate-meter.no-reset': 'Zur nächsten Zurücksetzung liegt keine Angabe vor.',
  'rate-meter.renewed': 'Das Limit wurde zurückgesetzt. Was übrig ist, zeigt sich mit der nächsten Anfrage.',
  'rate-meter.unknown': 'Noch kein Limit bekannt. Es wird angezeigt, sobald das Konto eines meldet.',
  'rate-meter.spent-title': 'Keine Anfragen mehr übrig.',
  'rate-meter.spent': 'Neue Anfragen warten auf die Zurücksetzung.',
  'rate-meter.paused-title': 'Zu viele Anfragen.',
  'rate-meter.paused-in': 'Neue Anfragen werden in {wait} gesendet.',
  'rate-meter.paused-at': 'Neue Anfragen werden um {time} gesendet.',
}
