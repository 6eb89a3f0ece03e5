// What an app of the reader's own has, wherever the docs take it for granted.
import type { AudioPodClient, AudioPodError, useVoices } from 'audiopod-react'
import type { Authorize } from 'audiopod-react/server'
import type { Simulator } from 'audiopod-react/testing'
import type { ComponentProps, ComponentType, ReactNode } from 'react'

declare global {
  const error: unknown
  const client: AudioPodClient
  const voices: ReturnType<typeof useVoices>
  const authorize: Authorize
  const simulator: Simulator
  const host: HTMLElement
  const failure: AudioPodError
  const form: { setError: (name: string, message: string) => void }
  const app: { all: (path: string, handle: (context: { req: { raw: Request } }) => unknown) => void }
  const server: { close: () => void }
  function report(error: unknown): void
  function log(...values: unknown[]): void
  function hideTheButton(): void
  function offerTopUp(needed: number | undefined, available: number | undefined): void
  function showTopUp(needed: number | undefined, available: number | undefined): void
  function showCountdown(retryAt: string | undefined): void
  function showTryAgain(): void
  function tryAgain(): void
  function askThePerson(operation: string | undefined): Promise<boolean>
  function test(name: string, run: () => unknown): void
  function expect(value: unknown): { toBeTruthy: () => void }
  const Bun: { serve: (options: { fetch?: (request: Request) => unknown; routes?: Record<string, (request: Request) => unknown> }) => void }
  const Deno: { serve: (answer: (request: Request) => unknown) => void }
  function beforeAll(run: () => unknown): void
  function afterAll(run: () => unknown): void
  const App: ComponentType
  const AcmeButton: ComponentType<ComponentProps<'button'> & { look?: unknown; spinning?: boolean }>
  const AcmeInput: ComponentType<ComponentProps<'input'> & { red?: boolean }>
  const AcmeField: ComponentType<{ label: ReactNode; htmlFor: string; error: ReactNode; help: ReactNode; children: ReactNode }>
}
