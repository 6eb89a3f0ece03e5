'use client'

import type { ReactElement, ReactNode } from 'react'
import { factTexts } from '../../i18n/en/common.js'
import { useUi } from '../../theme/UiContext.js'

/** The words under a column's title, and those of a stacked row, which must say it all. CSS shows one of the two. */
export function Both({ wide, narrow }: { wide: ReactNode; narrow: ReactNode }): ReactElement {
  return (
    <>
      <span className="audiopod-wide">{wide}</span>
      <span className="audiopod-narrow">{narrow}</span>
    </>
  )
}

/** In place of what the account did not tell; a stacked row says what that is, or leaves it out. */
export function NotReported({ narrow }: { narrow?: string | undefined }): ReactElement {
  const ui = useUi(factTexts)
  return (
    <Both
      narrow={narrow ? <span className="audiopod-quiet">{narrow}</span> : null}
      wide={<span className="audiopod-quiet">{ui.t('common.not-reported')}</span>}
    />
  )
}
