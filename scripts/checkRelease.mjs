// @ts-check
/**
 * Whether a tag may be released: `node scripts/checkRelease.mjs v1.2.3`. package.json names the same version, CHANGELOG.md has a
 * section for it that says something, and nothing is left under "Unreleased".
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * @param {string} tag
 * @param {string} version of package.json
 * @param {string} changelog
 * @param {boolean} hasRepository provenance says which repository a package was built from: package.json must say the same
 * @returns {string[]} what is in the way
 */
export function faultsOf(tag, version, changelog, hasRepository) {
  const sections = new Map(changelog.split(/^## /m).slice(1).map((section) => {
    const [title = '', ...lines] = section.split('\n')
    return [title.replace(/^\[|\].*$| [-–] .*$/g, '').trim(), lines.join('\n').trim()]
  }))
  const faults = []
  if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)) faults.push(`package.json names no version: ${version}`)
  if (tag !== `v${version}`) faults.push(`The tag is ${tag}, and package.json says ${version}.`)
  if (!sections.get(version)) faults.push(`CHANGELOG.md says nothing of ${version}.`)
  if (sections.get('Unreleased')) faults.push('CHANGELOG.md still has changes under "Unreleased".')
  if (!hasRepository) faults.push('package.json names no repository.')
  return faults
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  /** @param {string} path */
  const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
  const { version, repository } = JSON.parse(read('package.json'))
  const faults = faultsOf(process.argv[2] ?? '', version, read('CHANGELOG.md'), repository !== undefined)
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length > 0 ? 1 : 0
}
