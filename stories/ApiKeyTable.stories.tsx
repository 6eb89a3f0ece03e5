import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { type ApiKey, ApiKeyTable, useApiKeys } from '../src/index.js'

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()

const keys: ApiKey[] = [
  { id: '1', name: 'Worker 10', status: 'active', hint: 'ap_…a9F2', createdAt: days(-30), lastUsedAt: days(-1), neverExpires: true },
  { id: '2', name: 'Worker 2', status: 'active', hint: 'ap_…k3Qz', createdAt: days(-3), neverUsed: true, expiresAt: days(60) },
  { id: '3', name: 'CI', status: 'expired', hint: 'ap_…77xP', createdAt: days(-90), lastUsedAt: days(-20), expiresAt: days(-2) },
  { id: '4', name: 'Old laptop', status: 'revoked', hint: 'ap_…Zz01', createdAt: days(-430) },
]

const aged: ApiKey[] = [
  { id: '1', name: 'Production server', status: 'active', createdAt: days(-400), lastUsedAt: days(-0.1), neverExpires: true },
  { id: '2', name: 'Migration of the archive, spring', status: 'active', createdAt: days(-300), lastUsedAt: days(-200), neverExpires: true },
  { id: '3', name: 'Hackathon', status: 'active', createdAt: days(-120), neverUsed: true, neverExpires: true },
  { id: '4', name: 'CI', status: 'active', createdAt: days(-20), lastUsedAt: days(-1), expiresAt: days(60) },
  { id: '5', name: 'Nobody tells when', status: 'active' },
]

const services = ['narration', 'captions', 'billing', 'mobile', 'batch', 'Übersetzung', 'webhooks']
const many: ApiKey[] = Array.from({ length: 10_000 }, (_, index) => ({
  id: `key-${index}`,
  name: `${services[index % services.length]} worker ${index}`,
  status: index % 11 === 5 ? 'expired' : index % 13 === 7 ? 'revoked' : 'active',
  createdAt: days(-index / 10),
  lastUsedAt: days(-(index % 120)),
  hint: `ap_…${(index + 46_656).toString(36)}`,
}))

const meta = {
  title: 'Widgets/ApiKeyTable',
  component: ApiKeyTable,
  parameters: { width: 800 },
  args: { data: keys, onRevoke: fn() },
} satisfies Meta<typeof ApiKeyTable>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = ReturnType<typeof within>

const names = (canvas: Canvas) => canvas.queryAllByRole('rowheader').map((cell: HTMLElement) => cell.querySelector('.audiopod-key-name')?.textContent)
const title = (canvas: Canvas, name: string) => canvas.getByRole('columnheader', { name })

export const Sorted: Story = {
  async play({ canvas, canvasElement }) {
    await canvas.findAllByRole('rowheader')
    // In a picture of a narrow page; the story below is about that.
    if (canvasElement.clientWidth < 480) return
    await expect(names(canvas)).toEqual(['Worker 2', 'Worker 10', 'CI'])
    await expect(title(canvas, 'Name')).toHaveAttribute('aria-sort', 'none')
    const byName = canvas.getByRole('button', { name: 'Name' })
    byName.focus()
    await userEvent.keyboard('{Enter}')
    await expect(title(canvas, 'Name')).toHaveAttribute('aria-sort', 'ascending')
    await expect(names(canvas)).toEqual(['CI', 'Worker 2', 'Worker 10'])
    await expect(await canvas.findByText('Sorted: Name, A to Z.')).toBeInTheDocument()
    await userEvent.keyboard(' ')
    await expect(names(canvas)).toEqual(['Worker 10', 'Worker 2', 'CI'])
    await expect(byName).toHaveFocus()
    await userEvent.click(canvas.getByRole('button', { name: 'Last used' }))
    await expect(title(canvas, 'Name')).toHaveAttribute('aria-sort', 'none')
    await expect(title(canvas, 'Last used')).toHaveAttribute('aria-sort', 'descending')
    await expect(names(canvas)).toEqual(['Worker 10', 'CI', 'Worker 2'])
  },
}

export const SortedInANarrowBox: Story = {
  parameters: { width: 320 },
  async play({ canvas }) {
    await canvas.findAllByRole('rowheader')
    // The titles are out of sight here: nothing unseen may have the focus.
    await expect(canvas.queryByRole('button', { name: 'Name' })).toBeNull()
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Sort by' }), 'Oldest first')
    await expect(names(canvas)).toEqual(['CI', 'Worker 10', 'Worker 2'])
    await expect(title(canvas, 'Created')).toHaveAttribute('aria-sort', 'ascending')
  },
}

export const Narrow: Story = { parameters: { width: 240 }, args: { data: aged } }

export const FilteredByStatus: Story = {
  async play({ canvas }) {
    await canvas.findAllByRole('rowheader')
    const filter = canvas.getByRole('combobox', { name: 'Show' })
    await expect(within(filter).getAllByRole('option').map((option) => option.textContent)).toEqual([
      'Current keys',
      'Active keys',
      'Expired keys',
      'Revoked keys',
      'All keys',
    ])
    await userEvent.selectOptions(filter, 'Expired keys')
    await expect(names(canvas)).toEqual(['CI'])
    await userEvent.type(canvas.getByRole('searchbox'), '77XP')
    await expect(names(canvas)).toEqual(['CI'])
  },
}

/** Only what the account tells can be filtered by, or sorted. */
export const StatusNotTold: Story = {
  args: { data: keys.map(({ id, name, createdAt }) => ({ id, name, createdAt })) },
  async play({ canvas }) {
    await canvas.findAllByRole('rowheader')
    await expect(canvas.queryByRole('combobox', { name: 'Show' })).toBeNull()
    await expect(canvas.queryByRole('button', { name: 'Last used' })).toBeNull()
  },
}

export const NoKeyMatches: Story = {
  async play({ canvas }) {
    await canvas.findAllByRole('rowheader')
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Show' }), 'Expired keys')
    await userEvent.type(canvas.getByRole('searchbox'), 'worker')
    await expect(canvas.getByText('No key matches “worker”.')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Clear filters' })).toBeVisible()
  },
}

export const CleanedByItsButton: Story = {
  async play(context) {
    const { canvas } = context
    await NoKeyMatches.play?.(context)
    await userEvent.click(canvas.getByRole('button', { name: 'Clear filters' }))
    await expect(names(canvas)).toHaveLength(3)
    // The button is gone: the focus must not be.
    await expect(canvas.getByRole('searchbox')).toHaveFocus()
  },
}

export const Aged: Story = {
  args: { data: aged },
  async play({ canvas }) {
    await canvas.findAllByRole('rowheader')
    const row = (name: string) => within(canvas.getByRole('row', { name: new RegExp(`^${name}`) }))
    await expect(row('Production').getByText(/^Older than 6 months/)).toBeVisible()
    await expect(row('Production').queryByText(/Unused/)).toBeNull()
    await expect(row('Migration').getByText('Unused for 90 days · Older than 6 months')).toBeVisible()
    await expect(row('Hackathon').getByText('Unused for 90 days')).toBeVisible()
    await expect(row('Hackathon').queryByText(/Older/)).toBeNull()
    await expect(row('CI').queryByText(/Older|Unused/)).toBeNull()
    await expect(row('Nobody').queryByText(/Older|Unused/)).toBeNull()
  },
}

export const TenThousand: Story = {
  args: { data: many },
  async play({ canvas }) {
    await canvas.findAllByRole('rowheader')
    await expect(names(canvas)).toHaveLength(25)
    const table = canvas.getByRole('table')
    const count = Number(table.getAttribute('aria-rowcount'))
    await expect(count).toBeGreaterThan(9000)
    const next = canvas.getByRole('button', { name: 'Next' })
    await userEvent.click(next)
    await expect(canvas.getByText(/^26–50 of 9,\d+ keys$/, { selector: 'nav span' })).toBeVisible()
    await expect(canvas.getAllByRole('row')[1]).toHaveAttribute('aria-rowindex', '27')
    // Where it was, and in sight.
    await expect(next).toHaveFocus()
    await expect(next.getBoundingClientRect().bottom).toBeLessThanOrEqual(window.innerHeight)
    // Searching looks through all pages, and starts at the first.
    await userEvent.type(canvas.getByRole('searchbox'), 'worker 7777')
    await expect(names(canvas)).toEqual(['narration worker 7777'])
    await expect(canvas.queryByRole('navigation')).toBeNull()
    await userEvent.clear(canvas.getByRole('searchbox'))
    await expect(canvas.getByText(/^1–25 of /, { selector: 'nav span' })).toBeVisible()
  },
}

export const TenThousandNarrow: Story = { args: { data: many, pageSize: 5 }, parameters: { width: 240 } }
export const Arabic: Story = { args: { data: [...aged, ...many.slice(0, 20)], pageSize: 6 }, parameters: { locale: 'ar-EG' } }
export const German: Story = { args: { data: [...aged, ...many.slice(0, 20)], pageSize: 6 }, parameters: { locale: 'de-DE', width: 640 } }

function Shrinking({ rows }: { rows: ApiKey[] }) {
  const [shown, setShown] = useState(rows)
  const drop = (key: ApiKey) => setShown((all) => all.filter(({ id }) => id !== key.id))
  return (
    <ApiKeyTable
      data={shown}
      renderActions={(key) => (
        <button type="button" aria-label={`Drop ${key.name}`} onClick={() => drop(key)}>
          Drop
        </button>
      )}
    />
  )
}

/** `renderActions`: a row that goes hands its focus to the one that takes its place. */
export const WithActionsOfItsOwn: Story = {
  render: () => <Shrinking rows={keys} />,
  async play({ canvas }) {
    await canvas.findAllByRole('rowheader')
    const press = async (name: string) => {
      canvas.getByRole('button', { name }).focus()
      await userEvent.keyboard('{Enter}')
    }
    await press('Drop Worker 2')
    await expect(canvas.getByRole('button', { name: 'Drop Worker 10' })).toHaveFocus()
    await press('Drop CI')
    await expect(canvas.getByRole('button', { name: 'Drop Worker 10' })).toHaveFocus()
  },
}

export const WithDialogsOfThePage: Story = {
  args: { onRotate: fn() },
  async play({ args, canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Actions for Worker 2' }))
    await userEvent.click(canvas.getByRole('menuitem', { name: 'Rotate key' }))
    await expect(args.onRotate).toHaveBeenCalledWith(keys[1])
    await userEvent.click(canvas.getByRole('button', { name: 'Actions for Worker 2' }))
    await userEvent.click(canvas.getByRole('menuitem', { name: 'Revoke key' }))
    await expect(args.onRevoke).toHaveBeenCalledWith(keys[1])
  },
}

export const EmptyStateOfItsOwn: Story = {
  args: { data: [], emptyState: <p>Nothing here yet.</p> },
  async play({ canvas }) {
    await expect(await canvas.findByText('Nothing here yet.')).toBeVisible()
  },
}

export const Empty: Story = { args: { data: [] } }

function FromTheAccount() {
  return <ApiKeyTable {...useApiKeys()} />
}

/** The result of `useApiKeys` is its props: with the failure and the next try. */
export const FailedThenTriedAgain: Story = {
  parameters: { provider: { maxRetries: 0 }, simulator: { keys: 3 } },
  render: () => <FromTheAccount />,
  beforeEach({ simulator }) {
    simulator.fail('apiKeys.list', { status: 500, times: 1 })
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('Could not load keys.')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(names(canvas)).toHaveLength(3))
  },
}
