import type { directionTexts as english } from '../en/directions.js'
import type { Translation } from '../labels.js'

export const directionTexts: Translation<typeof english> = {
  'direction.half-second': 'Pause, halbe Sekunde',
  'direction.second': 'Pause, eine Sekunde',
  'direction.whispering': 'Flüsternd',
  'direction.tense': 'Angespannt',
  'direction.cue': 'Andere Anweisung',
  'direction.say': 'Wort in Lautschrift',
  'direction.laugh': 'Lachen',
  'direction.sigh': 'Seufzen',
  'direction.clear-throat': 'Räuspern',
  'direction.breathe': 'Atmen',
  'direction.cough': 'Husten',
  'direction.yawn': 'Gähnen',
  'direction.chuckle': 'Schmunzeln',
  'direction.gasp': 'Nach Luft schnappen',
  'direction.groan': 'Stöhnen',
  'direction.unclosed': '{what} ist nicht geschlossen und wird vielleicht vorgelesen.',
  'direction.empty': '{what} enthält keine Anweisung.',
  'direction.sound': '{what} ist vielleicht nicht bekannt. Das Geräusch heißt {suggestion}.',
  'direction.break-time': '{what} braucht eine Zeit mit Einheit, zum Beispiel 500ms oder 2s.',
  'direction.break-length': '{what} liegt nicht zwischen 1 ms und {max} Sekunden.',
  'direction.breaks': 'Es sind mehr als {max} Pausen; {what} ist eine zu viel.',
  'direction.tag': '{what} ist vielleicht nicht als Tag bekannt.',
  'direction.show': 'Im Text zeigen',
  'direction.more': { one: 'Noch {count} Stelle zu prüfen.', other: 'Noch {count} Stellen zu prüfen.' },
}
