import { readFileSync } from 'node:fs'
import { type Finding, placeAt } from '../check/findings.js'
import type { KnownSecret } from '../check/knownSecrets.js'

/** A text that was joined to a key becomes part of its shape; so much of it is the key's own. */
const OWN = 24
const STYLES = /\.(?:css|less|s[ac]ss|styl(?:us)?|pcss|postcss|sss)$/

/**
 * Looks a finding up in the files that a build was made of, which are truer than its maps, and there without them: the
 * finding, once for each place that holds the same.
 */
export function sourceFinder(ids: readonly string[], secrets: readonly KnownSecret[]): (finding: Finding) => Finding[] {
  const files = [...new Set(ids.map((id) => id.replace(/[?#].*$/, '')))]
  const texts = new Map<string, string>()

  return (finding) => {
    const { value, variable, place } = finding
    if (place.file.endsWith('.map')) return [finding]
    const own = variable === undefined ? value.slice(0, OWN) : value
    const isStyle = STYLES.test(place.file)
    const found = files.filter((file) => STYLES.test(file) === isStyle).flatMap((file) => {
      const text = textOf(file)
      return placesOf(own, text).map((index) => ({ ...finding, source: placeAt({ file, text }, index) }))
    })
    if (found.length > 0) return found
    // What came by `import.meta.env` is in no module.
    const set = secrets.find((secret) => secret.value.startsWith(own) && secret.place)?.place
    return [set ? { ...finding, source: { ...set, column: 1 } } : finding]
  }

  function textOf(file: string): string {
    const text = texts.get(file) ?? readable(file)
    texts.set(file, text)
    return text
  }
}

function placesOf(value: string, text: string): number[] {
  const places: number[] = []
  for (let index = text.indexOf(value); index >= 0; index = text.indexOf(value, index + value.length)) places.push(index)
  return places
}

/** A virtual module has no file. */
function readable(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
