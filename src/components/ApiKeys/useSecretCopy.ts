'use client'

import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { copyText } from '../parts/copyText.js'
import { selectedText } from '../parts/rootOf.js'
import { maskingAttributes, maskingClasses } from './masking.js'
import type { SecretBox } from './secretBox.js'
import { useUnloadGuard } from './useSecretGuard.js'

export type SecretCopy = { kind: 'not-yet' } | { kind: 'copied'; at: number } | { kind: 'blocked' }

export interface SecretShown {
  /** For the element that shows the secret, a `<code>`: it writes it, past React, and marks it for tools that record sessions. */
  secretProps: typeof maskingAttributes & {
    ref: RefObject<HTMLElement | null>
    className: string
    onCopy: () => void
    role: 'group'
    spellCheck: false
  }
  /** `copied` only where the clipboard has it; `blocked`: the browser did not let us, and the secret is selected. */
  copied: SecretCopy
  copy: () => Promise<void>
  /** Closed without a copy, once: ask whether to close without one. */
  isAsking: boolean
  /** The person wants to close: with a copy it is done, without one it asks. True where it asks. */
  done: () => boolean
  /** The person knowingly does without. */
  closeWithout: () => void
}

/** Shows a secret once, copies it, and takes it out of the page and of memory when it is done. */
export function useSecretCopy(
  box: SecretBox,
  onDone: (isCopied: boolean) => void,
  onCopied?: (copied: SecretCopy) => void,
): SecretShown {
  const secret = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState<SecretCopy>({ kind: 'not-yet' })
  const [isAsking, setAsking] = useState(false)
  useUnloadGuard(box)

  // Written past React, whose tree would keep it; and taken out with the panel.
  useLayoutEffect(() => {
    const element = secret.current
    if (!element) return undefined
    element.textContent = box.read()
    return () => {
      element.textContent = ''
    }
  }, [box])

  const report = (next: SecretCopy) => {
    setCopied(next)
    if (next.kind === 'copied') setAsking(false)
    onCopied?.(next)
  }
  const finish = () => {
    if (secret.current) secret.current.textContent = ''
    box.wipe()
    onDone(copied.kind === 'copied')
  }
  return {
    secretProps: {
      ...maskingAttributes,
      ref: secret,
      className: maskingClasses,
      role: 'group',
      spellCheck: false,
      onCopy() {
        // Copied by hand: as good as by the button, if it was all of it.
        const selected = secret.current && selectedText(secret.current)
        if (selected === box.read()) report({ kind: 'copied', at: Date.now() })
      },
    },
    copied,
    async copy() {
      const isCopied = await copyText(box.read(), secret.current)
      report(isCopied ? { kind: 'copied', at: Date.now() } : { kind: 'blocked' })
    },
    isAsking,
    done() {
      if (copied.kind === 'copied') {
        finish()
        return false
      }
      setAsking(true)
      return true
    },
    closeWithout: finish,
  }
}
