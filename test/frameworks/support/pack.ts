import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { here } from './recipes.js'

/** Puts the package beside the frameworks as npm would: packed, and unpacked. The tarball is kept for apps of their own. */
export default function setup(): void {
  const folder = mkdtempSync(join(tmpdir(), 'audiopod-react-frameworks-'))
  const place = join(here, 'node_modules/audiopod-react')
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
  const [packed] = JSON.parse(execFileSync('npm', args, { cwd: join(here, '../..'), encoding: 'utf8' })) as { filename: string }[]
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  execFileSync('tar', ['-xzf', join(folder, packed?.filename ?? ''), '--strip-components=1', '-C', place])
  mkdirSync(join(here, '.cache'), { recursive: true })
  copyFileSync(join(folder, packed?.filename ?? ''), join(here, '.cache/audiopod-react.tgz'))
  rmSync(folder, { recursive: true })
}
