const EXTENSION = /\.(mp3|wav|ogg|oga|opus|m4a|aac|flac|webm)$/i
const BY_TYPE: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/mp3': 'mp3',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/wave': 'wav',
  'audio/ogg': 'ogg',
}
const MAX_NAME = 80

/**
 * A name that every file system takes, with the ending that the audio has: of `name` itself, else of its
 * type, else of its address.
 */
export function fileName(name: string | undefined, src: string, type?: string): string {
  const wanted = clean(name ?? '') || 'speech'
  if (EXTENSION.test(wanted)) return wanted
  const ending = BY_TYPE[type?.split(';', 1)[0]?.trim().toLowerCase() ?? ''] ?? endingOf(src) ?? 'mp3'
  return `${wanted}.${ending}`
}

function endingOf(src: string): string | undefined {
  return EXTENSION.exec(src.split(/[?#]/, 1)[0] ?? '')?.[1]?.toLowerCase()
}

function clean(name: string): string {
  const safe = name
    // Reserved on Windows; line breaks and controls; marks that turn the direction of text and so disguise an ending.
    .replace(/[\p{Cc}\p{Bidi_Control}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[. ]+/, '')
  const ending = EXTENSION.exec(safe)?.[0] ?? ''
  const stem = Array.from(safe.slice(0, safe.length - ending.length)).slice(0, MAX_NAME).join('')
  return `${stem.replace(/[. ]+$/, '')}${ending}`.trim()
}
