import type { playerTexts as english } from '../en/player.js'
import type { Translation } from '../labels.js'

export const playerTexts: Translation<typeof english> = {
  'player.name': 'Audioplayer',
  'player.name-of': 'Audioplayer: {title}',
  'player.play': 'Wiedergeben',
  'player.pause': 'Pause',
  'player.seek': 'Position',
  'player.position': '{at} von {length}',
  'player.seconds': { one: '{count} Sekunde', other: '{count} Sekunden' },
  'player.minutes': { one: '{count} Minute', other: '{count} Minuten' },
  'player.minutes-seconds': '{minutes} {seconds}',
  'player.speed': 'Wiedergabetempo, {speed}',
  'player.times': '{speed}x',
  'player.mute': 'Ton aus',
  'player.unmute': 'Ton an',
  'player.volume': 'Lautstärke',
  'player.captions': 'Was gesprochen wird',
  'player.download': 'Herunterladen',
  'player.empty': 'Noch kein Audio',
  'player.loading': 'Audio wird geladen',
  'player.renewing': 'Neuer Link wird geholt',
  'player.expired': 'Dieser Audiolink ist abgelaufen.',
  'player.new-link': 'Neuen Link holen',
  'player.unplayable': 'Dieser Browser kann das Audio nicht wiedergeben. Sie können es herunterladen.',
  'player.offline': 'Sie sind offline.',
}
