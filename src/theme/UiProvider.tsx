'use client'

import { createContext, Fragment, type ReactElement, type ReactNode, useState, useSyncExternalStore } from 'react'
import { createOutlet, type Outlet } from './outlet.js'
import { type UiOptions, UiOptionsContext } from './UiOptionsContext.js'

export const OutletContext = createContext<Outlet | undefined>(undefined)

/** Provides a look and a language, and a place for what must outlive its widget. */
export function UiProvider({ options, children }: { options: UiOptions; children?: ReactNode }): ReactElement {
  const [outlet] = useState(createOutlet)
  return (
    <UiOptionsContext.Provider value={options}>
      <OutletContext.Provider value={outlet}>
        {children}
        <OutletNodes outlet={outlet} />
      </OutletContext.Provider>
    </UiOptionsContext.Provider>
  )
}

const nothing: ReadonlyMap<string, ReactNode> = new Map()

function OutletNodes({ outlet }: { outlet: Outlet }): ReactElement {
  const nodes = useSyncExternalStore(outlet.subscribe, outlet.getSnapshot, () => nothing)
  return (
    <>
      {[...nodes].map(([id, node]) => (
        <Fragment key={id}>{node}</Fragment>
      ))}
    </>
  )
}
