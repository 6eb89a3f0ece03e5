import type { playerTexts as english } from '../en/player.js'
import type { Translation } from '../labels.js'

export const playerTexts: Translation<typeof english> = {
  'player.name': 'Lecteur audio',
  'player.name-of': 'Lecteur audio\u00a0: {title}',
  'player.play': 'Lire',
  'player.pause': 'Pause',
  'player.seek': 'Position',
  'player.position': '{at} sur {length}',
  'player.seconds': { one: '{count} seconde', many: '{count} de secondes', other: '{count} secondes' },
  'player.minutes': { one: '{count} minute', many: '{count} de minutes', other: '{count} minutes' },
  'player.minutes-seconds': '{minutes} {seconds}',
  'player.speed': 'Vitesse de lecture, {speed}',
  'player.times': '{speed}x',
  'player.mute': 'Couper le son',
  'player.unmute': 'Rétablir le son',
  'player.volume': 'Volume',
  'player.captions': 'Texte prononcé',
  'player.download': 'Télécharger',
  'player.empty': 'Pas encore d’audio',
  'player.loading': 'Chargement de l’audio',
  'player.renewing': 'Obtention d’un nouveau lien',
  'player.expired': 'Ce lien audio a expiré.',
  'player.new-link': 'Obtenir un nouveau lien',
  'player.unplayable': 'Ce navigateur ne peut pas lire l’audio. Vous pouvez le télécharger.',
  'player.offline': 'Vous êtes hors ligne.',
}
