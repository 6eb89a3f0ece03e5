import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { cwd, env } from 'node:process'
import type { Plugin, ResolvedConfig } from 'vite'
import { type BuiltText, type Finding, scanBuilt } from '../check/findings.js'
import { type KnownSecret, knownSecrets } from '../check/knownSecrets.js'
import { formatReport, reportOf } from '../check/report.js'
import { scanFolder } from '../check/scanFolder.js'
import { mapsIn } from '../check/sourceMap.js'
import { exposedBy } from './exposed.js'
import { serverImports } from './serverImports.js'
import { sourceFinder } from './sourceFinder.js'

export interface AudioPodLeakCheckOptions {
  /**
   * Exact texts that are shaped like a key and are none. The value of `AUDIOPOD_API_KEY` is found all the same.
   *
   * @default []
   */
  allow?: readonly string[]
}

const ADVICE =
  'Browsers would get what is listed. Keep the key in the environment of the server (AUDIOPOD_API_KEY, without a prefix ' +
  'that Vite exposes), where createAudioPodProxy reads it.'

/**
 * Fails a build for browsers whose chunks, assets, source maps, files of `public/`, `define`s or exposed variables hold
 * anything shaped like an AudioPod key or webhook secret, or the value of `AUDIOPOD_API_KEY`, and one that
 * `audiopod-react/server` got into. It names file and line, of the source where that is known, and never the key.
 * The dev server does not start where a `define` or an exposed variable holds a key. Builds for servers are not looked at.
 *
 * @example
 * // vite.config.ts
 * export default defineConfig({ plugins: [react(), audiopodLeakCheck()] })
 */
export function audiopodLeakCheck({ allow = [] }: AudioPodLeakCheckOptions = {}): Plugin {
  let config: ResolvedConfig
  let secrets: KnownSecret[] = []

  return {
    name: 'audiopod-leak-check',
    enforce: 'post',

    configResolved(resolved) {
      config = resolved
      const folders = [...new Set([config.root, typeof config.envDir === 'string' ? config.envDir : config.root, cwd()])]
      secrets = knownSecrets(env, folders)
      if (config.command === 'build' && config.build.ssr) return
      const report = reportOf(shortened(exposedBy(config, { secrets, allow })))
      if (report.length > 0) throw new Error(messageOf(formatReport(report)))
    },

    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        // Vite 5 knows no environments, and builds for a server where `build.ssr` says so.
        const environment = 'environment' in this ? this.environment : undefined
        if (environment ? environment.config.consumer !== 'client' : config.build.ssr) return

        const imports = serverImports(Object.values(bundle), (id) => this.getModuleInfo(id), shown)
        if (imports.length > 0) {
          const importers = imports.map((one) => `${one}  imports audiopod-react/server`).join('\n')
          this.error(`audiopod-react/server is in a build for browsers.\n\n${importers}\n\nImport it in server code alone.`)
        }

        const outputs = Object.values(bundle)
        const sourcesOf = sourceFinder(outputs.flatMap((output) => (output.type === 'chunk' ? Object.keys(output.modules) : [])), secrets)
        const findings = outputs.flatMap((output) => {
          const file = resolve(config.root, config.build.outDir, output.fileName)
          const text = output.type === 'asset' ? textOf(output.source) : { text: output.code, maps: output.map ? mapsIn(output.map) : [] }
          return scanBuilt({ file, ...text }, { secrets, allow }).flatMap(sourcesOf)
        })
        const { publicDir, build } = config
        if (publicDir && build.copyPublicDir && existsSync(publicDir)) findings.push(...scanFolder(publicDir, { secrets, allow }, cwd()).findings)
        const report = reportOf(shortened(findings))
        if (report.length > 0) this.error(messageOf(formatReport(report)))
      },
    },
  }
}

function shortened(findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => ({
    ...finding,
    place: { ...finding.place, file: shown(finding.place.file) },
    source: finding.source && { ...finding.source, file: shown(finding.source.file) },
  }))
}

function shown(file: string): string {
  const path = file.startsWith('/') || /^[A-Za-z]:/.test(file) ? relative(cwd(), file) : file
  return path.replaceAll('\\', '/')
}

function textOf(source: string | Uint8Array): Pick<BuiltText, 'text' | 'isBytes'> {
  return typeof source === 'string' ? { text: source } : { text: Buffer.from(source).toString('latin1'), isBytes: true }
}

function messageOf(report: string): string {
  return `A secret is on its way to browsers.\n\n${report}\n\n${ADVICE}`
}
