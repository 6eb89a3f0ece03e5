import type { directionTexts as english } from '../en/directions.js'
import type { Translation } from '../labels.js'

export const directionTexts: Translation<typeof english> = {
  'direction.half-second': 'Pausa de medio segundo',
  'direction.second': 'Pausa de un segundo',
  'direction.whispering': 'Susurrando',
  'direction.tense': 'Tenso',
  'direction.cue': 'Otra indicación',
  'direction.say': 'Palabra con su pronunciación',
  'direction.laugh': 'Risa',
  'direction.sigh': 'Suspiro',
  'direction.clear-throat': 'Carraspeo',
  'direction.breathe': 'Respiración',
  'direction.cough': 'Tos',
  'direction.yawn': 'Bostezo',
  'direction.chuckle': 'Risita',
  'direction.gasp': 'Grito ahogado',
  'direction.groan': 'Gemido',
  'direction.unclosed': '{what} no está cerrado y puede leerse en voz alta.',
  'direction.empty': '{what} no contiene ninguna indicación.',
  'direction.sound': 'Puede que {what} no se reconozca. El sonido es {suggestion}.',
  'direction.break-time': '{what} necesita un tiempo con su unidad, como 500ms o 2s.',
  'direction.break-length': '{what} no está entre 1 ms y {max} segundos.',
  'direction.breaks': 'Hay más de {max} pausas; {what} sobra.',
  'direction.tag': 'Puede que la etiqueta {what} no se reconozca.',
  'direction.show': 'Mostrar en el texto',
  'direction.more': {
    one: 'Queda {count} lugar por revisar.',
    many: 'Quedan {count} lugares por revisar.',
    other: 'Quedan {count} lugares por revisar.',
  },
}
