import { render, renderHook, type RenderHookResult } from '@testing-library/react'
import type { ReactElement, ReactNode } from 'react'
import { AudioPodProvider, type AudioPodProviderProps } from '../../src/react/AudioPodProvider.js'
import { createSimulator, type Simulator } from '../../src/testing.js'
import type { SimulatorOptions } from '../../src/testing/options.js'

/** Where the simulated account stands in these tests: an app's own endpoint. */
export const ENDPOINT = 'http://localhost/api/audiopod'

export interface Kit {
  simulator: Simulator
  /** Requests that reached the account, by operation. */
  count: (operation: string) => number
  wrapper: (props: { children: ReactNode }) => ReactElement
}

type ProviderSettings = Partial<Omit<Extract<AudioPodProviderProps, { endpoint: string }>, 'children'>>

export function createKit(options: SimulatorOptions = {}, settings: ProviderSettings = {}): Kit {
  const simulator = createSimulator(options)
  return {
    simulator,
    count: (operation) => simulator.state.requests.filter((request) => request.operation === operation).length,
    wrapper: ({ children }) => (
      <AudioPodProvider endpoint={ENDPOINT} fetch={simulator.fetch} {...settings}>
        {children}
      </AudioPodProvider>
    ),
  }
}

export function renderHookWithKit<T>(hook: () => T, kit: Kit): RenderHookResult<T, unknown> {
  return renderHook(hook, { wrapper: kit.wrapper })
}

export function renderWithKit(element: ReactElement, kit: Kit) {
  return render(element, { wrapper: kit.wrapper })
}
