import type { SimulatedVoice } from '../types.js'

type Row = readonly [name: string, description: string, language: string, gender: string, style: string]

/** The first six names are AudioPod's own; the others are examples. */
const standard: readonly Row[] = [
  ['aura', 'Bright and clear', 'en', 'female', 'conversational'],
  ['jester', 'Quick and playful, with a grin in it', 'en', 'male', 'characters'],
  ['sage', 'Calm and unhurried, for long listening', 'en', 'male', 'narration'],
  ['ava', 'Warm, close to the microphone', 'en', 'female', 'narration'],
  ['surge', 'Driving and confident', 'en', 'male', 'advertising'],
  ['willow', 'Soft-spoken and light', 'en', 'female', 'meditation'],
  ['mateo', 'Friendly, at an easy pace', 'es', 'male', 'conversational'],
  ['elise', 'Even and precise', 'fr', 'female', 'news'],
  ['lukas', 'Sober and clear', 'de', 'male', 'news'],
  ['hana', 'Gentle and polite', 'ja', 'female', 'conversational'],
  ['layla', 'Rich and measured', 'ar', 'female', 'narration'],
  ['mei', 'Lively and crisp', 'zh', 'female', 'conversational'],
]

const uuid = (n: number) => `5b0a52c0-6f3b-4a63-9c57-6d5d0b6d9f${n.toString(16).padStart(2, '0')}`

export const defaultVoices: readonly SimulatedVoice[] = [
  ...standard.map(([name, description, language, gender, style], i): SimulatedVoice => ({
    id: 12 + i,
    uuid: uuid(i + 1),
    name,
    displayName: name.charAt(0).toUpperCase() + name.slice(1),
    description,
    type: 'standard',
    language,
    gender,
    isPublic: true,
    status: 'completed',
    style,
    tags: [style],
  })),
  {
    id: 386,
    uuid: uuid(0xe1),
    name: 'Product Tours',
    description: 'Cloned from the tour recordings',
    type: 'custom',
    language: 'en',
    gender: 'female',
    isPublic: false,
    status: 'completed',
  },
  {
    id: 387,
    uuid: uuid(0xe2),
    name: 'My Custom Voice',
    description: 'Cloned from my recordings',
    type: 'custom',
    isPublic: false,
    status: 'processing',
  },
]

const languages = ['en', 'en', 'es', 'fr', 'de', 'pt', 'it', 'ja', 'zh', 'ar', 'hi', 'ko']
const givenNames = ['Nora', 'Theo', 'Iris', 'Hugo', 'Lena', 'Omar', 'Juno', 'Emil', 'Alma', 'Noor', 'Ravi', 'Yuki']
const styles = ['conversational', 'narration', 'news', 'advertising', 'characters', 'meditation', 'education']

/** A catalogue of any size, for pickers. */
export function manyVoices(count: number): SimulatedVoice[] {
  return Array.from({ length: count }, (_, i) => {
    const found = defaultVoices[i]
    if (found && found.type === 'standard') return { ...found }
    const given = givenNames[i % givenNames.length] as string
    const style = styles[i % styles.length] as string
    const number = Math.floor(i / givenNames.length) + 1
    return {
      id: 1000 + i,
      uuid: `7c1d64aa-0000-4000-a000-${i.toString(16).padStart(12, '0')}`,
      name: `${given.toLowerCase()}_${number}`,
      displayName: `${given} ${number}`,
      description: `For ${style}`,
      type: 'standard',
      language: languages[i % languages.length],
      gender: i % 2 === 0 ? 'female' : 'male',
      isPublic: true,
      status: 'completed',
      style,
      tags: [style],
    }
  })
}
