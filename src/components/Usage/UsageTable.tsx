'use client'

import type { ReactElement } from 'react'
import { useSession } from '../../react/SessionContext.js'
import { useUsage } from '../../react/useUsage.js'
import { type UsageTableAppearance, UsageTableView } from './UsageTableView.js'

export type UsageTableProps = UsageTableAppearance

/**
 * The charges against the credit balance one by one, the newest first, some at a time.
 *
 * @example
 * <UsageTable pageSize={25} />
 */
export function UsageTable(props: UsageTableProps): ReactElement {
  const { mutate, ...usage } = useUsage()
  const { visit } = useSession()
  return <UsageTableView key={visit} {...props} {...usage} onRefresh={() => void mutate().catch(() => undefined)} />
}
