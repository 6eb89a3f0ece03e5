import { speedTexts } from './speed.js'

/** The audio player. */
export const playerTexts = {
  ...speedTexts,
  'player.name': 'Audio player',
  'player.name-of': 'Audio player: {title}',
  'player.play': 'Play',
  'player.pause': 'Pause',
  'player.seek': 'Position',
  'player.position': '{at} of {length}',
  'player.seconds': { one: '{count} second', other: '{count} seconds' },
  'player.minutes': { one: '{count} minute', other: '{count} minutes' },
  'player.minutes-seconds': '{minutes} {seconds}',
  'player.speed': 'Playback speed, {speed}',
  'player.mute': 'Mute',
  'player.unmute': 'Unmute',
  'player.volume': 'Volume',
  'player.captions': 'What is spoken',
  'player.download': 'Download',
  'player.empty': 'No audio yet',
  'player.loading': 'Loading audio',
  'player.renewing': 'Getting a new link',
  'player.expired': 'This audio link has expired.',
  'player.new-link': 'Get a new link',
  'player.unplayable': 'This browser cannot play the audio. You can download it.',
  'player.offline': 'You are offline.',
} as const
