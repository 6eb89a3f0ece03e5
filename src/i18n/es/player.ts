import type { playerTexts as english } from '../en/player.js'
import type { Translation } from '../labels.js'

export const playerTexts: Translation<typeof english> = {
  'player.name': 'Reproductor de audio',
  'player.name-of': 'Reproductor de audio: {title}',
  'player.play': 'Reproducir',
  'player.pause': 'Pausar',
  'player.seek': 'Posición',
  'player.position': '{at} de {length}',
  'player.seconds': { one: '{count} segundo', many: '{count} de segundos', other: '{count} segundos' },
  'player.minutes': { one: '{count} minuto', many: '{count} de minutos', other: '{count} minutos' },
  'player.minutes-seconds': '{minutes} y {seconds}',
  'player.speed': 'Velocidad de reproducción, {speed}',
  'player.times': '{speed}x',
  'player.mute': 'Silenciar',
  'player.unmute': 'Activar sonido',
  'player.volume': 'Volumen',
  'player.captions': 'Lo que se oye',
  'player.download': 'Descargar',
  'player.empty': 'Aún no hay audio',
  'player.loading': 'Cargando audio',
  'player.renewing': 'Obteniendo un enlace nuevo',
  'player.expired': 'Este enlace de audio ha caducado.',
  'player.new-link': 'Obtener un enlace nuevo',
  'player.unplayable': 'Este navegador no puede reproducir el audio. Puedes descargarlo.',
  'player.offline': 'Estás sin conexión.',
}
