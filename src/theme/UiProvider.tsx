'use client'

import { createContext, Fragment, type ReactElement, type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { createOutlet, type Outlet } from './outlet.js'
import { type UiOptions, UiOptionsContext } from './UiOptionsContext.js'

export const OutletContext = createContext<Outlet | undefined>(undefined)

export interface UiProviderProps {
  options: UiOptions
  /** Another value: somebody else is before the screen. @default 0 */
  visit?: number | undefined
  children?: ReactNode
}

/** Provides a look and a language, and a place for what must outlive its widget, though not its user. */
export function UiProvider({ options, visit = 0, children }: UiProviderProps): ReactElement {
  const [held, setHeld] = useState(() => ({ visit, outlet: createOutlet() }))
  // What a leaving widget still puts into the old one is shown by nobody.
  if (held.visit !== visit) setHeld({ visit, outlet: createOutlet() })
  const { outlet } = held
  return (
    <UiOptionsContext.Provider value={options}>
      <OutletContext.Provider value={outlet}>
        {children}
        <OutletNodes outlet={outlet} />
      </OutletContext.Provider>
    </UiOptionsContext.Provider>
  )
}

function OutletNodes({ outlet }: { outlet: Outlet }): ReactElement {
  const nodes = useStore(outlet.store)
  return (
    <>
      {[...nodes].map(([id, node]) => (
        <Fragment key={id}>{node}</Fragment>
      ))}
    </>
  )
}
