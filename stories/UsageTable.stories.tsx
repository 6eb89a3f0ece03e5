import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { UsageTable } from '../src/components/Usage/UsageTable.js'
import { UsageTableView } from '../src/components/Usage/UsageTableView.js'
import { type CreditUsage, NetworkError } from '../src/index.js'
import { charge, charges, daysAgo } from './support/charges.js'

const meta = {
  title: 'Widgets/UsageTable',
  component: UsageTable,
  args: { pageSize: 8 },
  parameters: { width: 640, provider: { maxRetries: 0 }, simulator: { usage: charges } },
} satisfies Meta<typeof UsageTable>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = ReturnType<typeof within>

const rows = async (canvas: Canvas): Promise<HTMLElement[]> =>
  (await canvas.findAllByRole('rowheader')).map((cell: HTMLElement) => cell.closest<HTMLElement>('[role=row]')!)
const times = async (canvas: Canvas) => (await rows(canvas)).map((row) => row.querySelector('time')?.dateTime ?? '')

export const List: Story = {
  async play({ canvas }) {
    const shown = await times(canvas)
    await expect(shown).toHaveLength(8)
    await expect(shown).toEqual([...shown].sort().reverse())
    await expect(canvas.getAllByRole('columnheader').map((title: HTMLElement) => title.textContent)).toEqual([
      'Date', 'Service', 'Length', 'Paid from', 'Credits',
    ])
    await expect(canvas.getAllByText('Text to speech')[0]).toBeVisible()
    await expect(canvas.getByText(`Showing 8 of ${charges.length}`)).toBeVisible()
  },
}

export const Wide: Story = { parameters: { width: 1024 } }
export const Stacked: Story = {
  parameters: { width: 320 },
  async play({ canvas, canvasElement }) {
    const [first] = await rows(canvas)
    await expect(within(first!).getByText(/credits$/)).toBeVisible()
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth)
  },
}
export const StackedNarrow: Story = { ...Stacked, parameters: { width: 240 } }
export const RightToLeft: Story = { globals: { direction: 'rtl' } }

export const ShowMore: Story = {
  args: { pageSize: 40 },
  async play({ canvas }) {
    await expect(await rows(canvas)).toHaveLength(40)
    await userEvent.click(canvas.getByRole('button', { name: `Show ${charges.length - 40} more` }))
    const all = await rows(canvas)
    await expect(all).toHaveLength(charges.length)
    // The button is gone: the focus is on the first of what it brought.
    await expect(canvas.queryByRole('button')).toBeNull()
    await expect(all[40]).toHaveFocus()
    await expect(await canvas.findByText(`Showing ${charges.length} of ${charges.length}`)).toBeInTheDocument()
  },
}

export const Loading: Story = {
  beforeEach({ simulator }) {
    simulator.fail('credits.usage', { delay: Infinity, times: Infinity })
  },
  async play({ canvas, canvasElement }) {
    await expect(canvasElement.querySelector('.audiopod')).toHaveAttribute('aria-busy', 'true')
    await expect(canvas.getByRole('columnheader', { name: 'Service' })).toBeVisible()
  },
}

export const Empty: Story = {
  parameters: { simulator: { usage: [] } },
  async play({ canvas }) {
    await expect(await canvas.findByText('No charges yet.')).toBeVisible()
    await expect(canvas.queryByRole('table')).toBeNull()
  },
}

export const One: Story = { parameters: { simulator: { usage: [charge(0, 3, 128)] } } }

const view = {
  data: charges.slice(0, 5) as CreditUsage[],
  error: undefined,
  isLoading: false,
  isValidating: false,
  retry: undefined,
  updatedAt: new Date().toISOString(),
  onRefresh: fn(),
}

export const NotAllReported: Story = {
  render: (args) => (
    <UsageTableView
      {...view}
      {...args}
      data={[
        { credits: 40, service: 'dubbing_studio' },
        { createdAt: daysAgo(1), seconds: 0.4 },
        ...view.data.slice(0, 2),
      ]}
    />
  ),
  async play({ canvas }) {
    const names = (await rows(canvas)).map((row) => within(row).getByRole('rowheader').textContent)
    // Without a date, last.
    await expect(names.at(-1)).toBe('Dubbing studio')
    await expect(names).toContain('Service not reported')
    await expect(canvas.getByText('0.4 s')).toBeVisible()
  },
}

export const NotAllReportedStacked: Story = { ...NotAllReported, parameters: { width: 320 } }

export const OnlyWhatIsReported: Story = {
  render: (args) => <UsageTableView {...view} {...args} data={[{ id: '1', credits: 40, service: 'text_to_speech' }]} />,
  async play({ canvas }) {
    const titles = await canvas.findAllByRole('columnheader')
    await expect(titles.map((title: HTMLElement) => title.textContent)).toEqual(['Service', 'Credits'])
  },
}

export const Failed: Story = {
  beforeEach({ simulator }) {
    simulator.fail('credits.usage', { status: 500, times: Infinity })
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('Could not load charges.')).toBeVisible()
    await expect(canvas.queryByRole('table')).toBeNull()
  },
}

export const NoAccess: Story = {
  beforeEach({ simulator }) {
    simulator.fail('credits.usage', { status: 403, times: Infinity })
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('You do not have access to charges.')).toBeVisible()
  },
}

export const RefreshFailed: Story = {
  render: (args) => <UsageTableView {...view} {...args} error={new NetworkError('No answer.')} />,
  async play({ canvas }) {
    await expect(await rows(canvas)).toHaveLength(5)
    await expect(canvas.getByText(/Showing what we last loaded/)).toBeVisible()
  },
}
