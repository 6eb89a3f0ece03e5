import type { voiceTexts as english } from '../en/voice.js'
import type { Translation } from '../labels.js'

export const voiceTexts: Translation<typeof english> = {
  'voice.label': 'Voix',
  'voice.choose': 'Choisir une voix',
  'voice.missing': 'Choisissez une voix.',
  'voice.open': 'Afficher les voix',
  'voice.list': 'Voix',
  'voice.own': 'Vos voix',
  'voice.standard': 'Voix standard',
  'voice.processing': 'En cours de création',
  'voice.not-made': 'Création impossible',
  'voice.loading': 'Chargement des voix',
  'voice.more': 'Charger plus de voix',
  'voice.count': { one: '{count} voix', many: '{count} de voix', other: '{count} voix' },
  'voice.none': 'Il n’y a aucune voix.',
  'voice.no-match': 'Aucune voix ne correspond à «\u00a0{query}\u00a0».',
  'voice.failed': 'Impossible de charger les voix.',
  'voice.gone': 'Cette voix n’est plus dans votre liste. Choisissez-en une autre.',
  'voice.preview': 'Écouter {name}',
  'voice.stop-preview': 'Arrêter {name}',
  'voice.no-preview': 'Aucun extrait de {name}',
  'voice.no-active': 'Placez-vous sur une voix pour l’écouter',
  'voice.preview-failed': 'Cet extrait n’a pas pu être lu.',
  'voice.female': 'Féminine',
  'voice.male': 'Masculine',
  'voice.neutral': 'Neutre',
}
