import { shared } from './shared.js'
import { page } from './tellOnce.js'

/** What this copy of the package is known by. */
const self = {}

/** Notes that this copy has a connection on this page. A server evaluates modules anew as they change, and would count them. */
export function noteCopy(): void {
  if (typeof document !== 'undefined') shared('copies').add(self)
}

const ownHooks = /^use(?:Session|Query|PlainQuery|KeyRotations|PausedUntil|SpeechAudio)$/

/** What is thrown at a hook without a provider above it, which is named where the engine names functions in its stacks. */
export function outsideProvider(stack = new Error().stack ?? ''): string {
  const names = stack.split('\n').flatMap((line) => /^\s*(?:at (?:\w+\.)*)?(\w+)(?: \(|@)/.exec(line)?.[1] ?? [])
  const at = names.findIndex((name) => /^use[A-Z]/.test(name) && !ownHooks.test(name))
  const hook = names[at]
  const component = names.slice(at + 1).find((name) => /^[A-Z]/.test(name))
  const who = [hook ?? 'This hook or widget', component && `(in <${component}>)`].filter(Boolean).join(' ')
  const isOther = [...shared('copies')].some((copy) => copy !== self)
  const copies = isOther
    ? ' There is a provider of another copy of audiopod-react on this page: `npm ls audiopod-react` names both; ' +
      'let the bundler take one (`resolve.dedupe` in Vite).'
    : ''
  return (
    `${who} stands outside an <AudioPodProvider>. Wrap it: <AudioPodProvider endpoint="/api/audiopod">…</AudioPodProvider>.` +
    `${copies} See ${page('a-hook-or-widget-stands-outside-the-provider')}`
  )
}
