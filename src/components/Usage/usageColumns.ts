import type { CreditUsage } from '../../api/types.js'

export type UsageColumn = 'date' | 'name' | 'length' | 'source' | 'credits'

/** The columns that at least one charge has something for; service and credits are always there. */
export function reportedColumns(charges: readonly CreditUsage[]): ReadonlySet<UsageColumn> {
  const columns = new Set<UsageColumn>(['name', 'credits'])
  for (const { createdAt, seconds, source } of charges) {
    if (createdAt !== undefined) columns.add('date')
    if (seconds !== undefined) columns.add('length')
    if (source !== undefined) columns.add('source')
  }
  return columns
}
