import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createSecretBox, type SecretBox } from '../../../src/components/ApiKeys/secretBox.js'
import { useUnloadGuard } from '../../../src/components/ApiKeys/useSecretGuard.js'
import { ApiKeySecretView } from '../../../src/components/ApiKeys/ApiKeySecretView.js'

const secret = 'ap_EXAMPLEexampleEXAMPLE0002'
const newBox = () => createSecretBox({ id: 'k1', name: 'Web app', secret })

function leave(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return !event.defaultPrevented
}

function Guarded({ box }: { box: SecretBox }) {
  useUnloadGuard(box)
  return null
}

describe('a new key’s secret', () => {
  it('is read until it is wiped, and never printed', () => {
    const box = newBox()
    expect(box.read()).toBe(secret)
    expect(JSON.stringify(box)).not.toContain(secret)
    box.wipe()
    expect(box.read()).toBe('')
  })

  it('keeps the page from being left, until it is wiped', () => {
    const box = newBox()
    render(<Guarded box={box} />)
    expect(leave()).toBe(false)
    box.wipe()
    expect(leave()).toBe(true)
  })

  it('is on the page and not in React’s tree', () => {
    const { container } = render(<ApiKeySecretView box={newBox()} onDone={() => {}} />)
    const shown = container.querySelector('.audiopod-secret')
    expect(shown?.textContent).toBe(secret)
    for (const element of container.querySelectorAll('*')) {
      const ours = Object.keys(element).filter((name) => name.startsWith('__reactProps'))
      for (const name of ours) expect(JSON.stringify(Reflect.get(element, name), shallow)).not.toContain(secret)
    }
  })

  it('is marked for tools that record sessions, translate, or fill in forms', () => {
    const { container } = render(<ApiKeySecretView box={newBox()} onDone={() => {}} />)
    const shown = container.querySelector('.audiopod-secret')
    // Sentry, LogRocket, Hotjar, Datadog, Clarity, OpenReplay, Smartlook, Heap, Contentsquare, Dynatrace.
    expect(shown).toHaveAttribute('data-sentry-mask')
    expect(shown).toHaveAttribute('data-private', 'redact')
    expect(shown).toHaveAttribute('data-hj-suppress')
    expect(shown).toHaveAttribute('data-dd-privacy', 'hidden')
    expect(shown).toHaveAttribute('data-clarity-mask', 'true')
    for (const name of ['data-openreplay-hidden', 'data-recording-sensitive', 'data-heap-redact-text', 'data-cs-mask', 'data-dtrum-mask']) {
      expect(shown).toHaveAttribute(name)
    }
    // PostHog, FullStory, rrweb, Amplitude, New Relic.
    expect(shown).toHaveClass('ph-no-capture', 'fs-mask', 'fs-exclude', 'rr-mask', 'rr-block', 'amp-mask', 'nr-mask')
    expect(shown).toHaveAttribute('translate', 'no')
  })
})

/** Elements of React hold their owners, and those all of it: only what is text is looked at. */
function shallow(this: unknown, name: string, value: unknown): unknown {
  return name.startsWith('_') || name === 'ref' || name === 'stateNode' ? undefined : value
}
