import { readFileSync } from 'node:fs'
import type { ResolvedConfig } from 'vite'
import { type Finding, placeAt } from '../check/findings.js'
import { type ScanOptions, scanText } from '../check/scanText.js'
import type { Place } from '../check/sourceMap.js'

/** The secrets in what a config lets every module of a page read: `import.meta.env` and `define`. */
export function exposedBy(config: ResolvedConfig, options: ScanOptions): Finding[] {
  return [...inEnvironment(config, options), ...inDefines(config, options)]
}

function inEnvironment({ env }: ResolvedConfig, options: ScanOptions): Finding[] {
  return Object.entries(env).flatMap(([name, value]) => {
    const [hit] = scanText(String(value), options)
    if (!hit) return []
    const set = options.secrets.find((secret) => secret.name === name)?.place
    const place = set ? { ...set, column: 1 } : { file: 'the environment', line: 1, column: 1 }
    return [{ value: hit.value, variable: `import.meta.env.${name}`, place, source: undefined }]
  })
}

function inDefines(config: ResolvedConfig, options: ScanOptions): Finding[] {
  const client = 'environments' in config ? config.environments['client']?.define : undefined
  return Object.entries({ ...config.define, ...client }).flatMap(([name, value]) => {
    const [hit] = scanText(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''), options)
    return hit ? [{ value: hit.value, variable: `the define ${name}`, place: placeOfDefine(config, name), source: undefined }] : []
  })
}

function placeOfDefine({ configFile }: ResolvedConfig, name: string): Place {
  if (!configFile) return { file: 'the config', line: 1, column: 1 }
  const text = readFileSync(configFile, 'utf8')
  const named = text.indexOf(name)
  return placeAt({ file: configFile, text }, Math.max(0, named < 0 ? text.indexOf('define') : named))
}
