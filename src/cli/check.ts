import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { knownSecrets } from '../check/knownSecrets.js'
import { formatReport, reportOf } from '../check/report.js'
import { scanFolder } from '../check/scanFolder.js'
import { type Command, UsageError } from './command.js'

const usage = `Usage: audiopod-react check <folder…> [--json] [--allow <text>]

Fails (exit code 1) where a file in the folders holds anything shaped like an AudioPod key or webhook secret, or the
value of AUDIOPOD_API_KEY as it is in the environment or in the .env files here. Give it what browsers get:

  audiopod-react check dist                     Vite, and other bundlers
  audiopod-react check .next/static public      Next.js
  audiopod-react check build/client             React Router

  --json          the findings as JSON
  --allow <text>  exactly this text is no key, though it looks like one; may be repeated

No secret is ever printed, but for its first three characters and its length.`

/** `audiopod-react check`: the leak check for the output of any bundler. */
export const check: Command = {
  name: 'check',
  summary: 'fails where what browsers get holds an AudioPod key',
  usage,
  run(args, { cwd, env, out, err }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, allow: { type: 'string', multiple: true } },
    })
    if (positionals.length === 0) throw new UsageError('Which folder? Name at least one.')
    const missing = positionals.filter((folder) => !existsSync(resolve(cwd, folder)))
    // A folder that was misspelt must not pass for one without keys.
    if (missing.length > 0) throw new UsageError(`There is no ${missing.join(', no ')}.`)

    const options = { secrets: knownSecrets(env, [cwd]), allow: values.allow }
    const scans = positionals.map((folder) => scanFolder(resolve(cwd, folder), options, cwd))
    const report = reportOf(scans.flatMap(({ findings }) => findings))
    const sum = (of: 'files' | 'bytes'): number => scans.reduce((total, scan) => total + scan[of], 0)
    if (sum('files') === 0) throw new UsageError(`There is no file in ${positionals.join(', ')}: was it built?`)
    if (values.json) out(JSON.stringify({ findings: report, files: sum('files'), bytes: sum('bytes') }, null, 2))
    else if (report.length === 0) out(`No AudioPod key in ${sum('files')} files (${megabytes(sum('bytes'))}).`)
    else err(`${formatReport(report)}\n\n${advice(report.length)}`)
    return report.length === 0 ? 0 : 1
  },
}

function advice(count: number): string {
  const found = count === 1 ? 'One place holds' : `${count} places hold`
  return `${found} a secret that browsers get. Keep it in the server's environment alone (AUDIOPOD_API_KEY, read by
createAudioPodProxy), and revoke it if this was ever published.`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
