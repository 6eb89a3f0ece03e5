'use client'

import type { ReactElement } from 'react'
import { creditTexts } from '../../i18n/en/credits.js'
import type { QueryResult } from '../../react/types.js'
import { useUi } from '../../theme/UiContext.js'
import { PlainFailure } from '../ErrorNotice/PlainFailure.js'
import { latePart, useLatePart } from '../parts/latePart.js'
import { useSkeleton } from '../parts/Skeleton.js'
import type { BalanceNewsProps } from './BalanceNews.js'

const lateTrouble = latePart(() => import('./trouble.js'))

type Trouble = ReturnType<typeof lateTrouble.current>

/**
 * Whether a balance is still to be shown as loading, and what it shows of trouble once that is there. Skeletons stand until
 * then, so that a notice comes with the figure that it is about; a figure that is already on the page does not wait.
 */
export function useTrouble(
  { data, error, isLoading }: Pick<QueryResult<unknown>, 'data' | 'error' | 'isLoading'>,
  isTroubled: boolean,
): [loading: boolean, trouble: Trouble] {
  const trouble = useLatePart(lateTrouble, isTroubled)
  const isMissing = isTroubled && trouble === undefined
  const loading = useSkeleton((isLoading && !error) || (isMissing && !data), isMissing)
  return [loading, trouble]
}

/** What stands below a balance where there is something to say; words alone where the notice cannot be had. */
export function LateNews({ trouble, ...props }: BalanceNewsProps & { trouble: Trouble }): ReactElement | null {
  const ui = useUi(creditTexts)
  if (typeof trouble === 'object') return <trouble.BalanceNews {...props} />
  if (!trouble || !props.error) return null
  const retry = () => {
    lateTrouble.load()
    props.onRefresh()
  }
  return <PlainFailure onRetry={retry} title={ui.t(props.data ? 'credits.refresh-failed' : 'credits.load-failed')} />
}
