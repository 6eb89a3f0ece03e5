import type { directionTexts as english } from '../en/directions.js'
import type { Translation } from '../labels.js'

export const directionTexts: Translation<typeof english> = {
  'direction.half-second': 'Pause d’une demi-seconde',
  'direction.second': 'Pause d’une seconde',
  'direction.whispering': 'En chuchotant',
  'direction.tense': 'Tendu',
  'direction.cue': 'Autre indication',
  'direction.say': 'Mot avec sa prononciation',
  'direction.laugh': 'Rire',
  'direction.sigh': 'Soupir',
  'direction.clear-throat': 'Raclement de gorge',
  'direction.breathe': 'Respiration',
  'direction.cough': 'Toux',
  'direction.yawn': 'Bâillement',
  'direction.chuckle': 'Petit rire',
  'direction.gasp': 'Halètement',
  'direction.groan': 'Gémissement',
  'direction.unclosed': '{what} n’est pas fermé et sera peut-être lu à voix haute.',
  'direction.empty': '{what} ne contient aucune indication.',
  'direction.sound': '{what} n’est peut-être pas reconnu. Le son s’écrit {suggestion}.',
  'direction.break-time': '{what} doit indiquer une durée avec son unité, par exemple 500ms ou 2s.',
  'direction.break-length': '{what} n’est pas compris entre 1 ms et {max} secondes.',
  'direction.breaks': 'Il y a plus de {max} pauses ; {what} est de trop.',
  'direction.tag': 'La balise {what} n’est peut-être pas reconnue.',
  'direction.show': 'Montrer dans le texte',
  'direction.more': {
    one: '{count} autre endroit à vérifier.',
    many: '{count} autres endroits à vérifier.',
    other: '{count} autres endroits à vérifier.',
  },
}
