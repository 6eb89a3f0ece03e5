import type { voiceTexts as english } from '../en/voice.js'
import type { Translation } from '../labels.js'

export const voiceTexts: Translation<typeof english> = {
  'voice.label': 'Voz',
  'voice.choose': 'Elegir una voz',
  'voice.missing': 'Elige una voz.',
  'voice.open': 'Mostrar voces',
  'voice.list': 'Voces',
  'voice.own': 'Tus voces',
  'voice.standard': 'Voces estándar',
  'voice.processing': 'Aún en creación',
  'voice.not-made': 'No se ha podido crear',
  'voice.loading': 'Cargando voces',
  'voice.more': 'Cargar más voces',
  'voice.count': { one: '{count} voz', many: '{count} de voces', other: '{count} voces' },
  'voice.none': 'No hay voces.',
  'voice.no-match': 'Ninguna voz coincide con «{query}».',
  'voice.failed': 'No se han podido cargar las voces.',
  'voice.gone': 'Esta voz ya no está en tu lista. Elige otra.',
  'voice.preview': 'Escuchar a {name}',
  'voice.stop-preview': 'Detener a {name}',
  'voice.no-preview': 'No hay muestra de {name}',
  'voice.no-active': 'Ve a una voz para escuchar una muestra',
  'voice.preview-failed': 'No se ha podido reproducir esta muestra.',
  'voice.female': 'Femenina',
  'voice.male': 'Masculina',
  'voice.neutral': 'Neutra',
}
