import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { ApiKeys } from '../src/components/ApiKeys/ApiKeys.js'
import { ApiKeysView } from '../src/components/ApiKeys/ApiKeysView.js'
import { type ApiKey, TimeoutError, UnknownOutcomeError } from '../src/index.js'
import { allowCopying, refuseCopying, restoreCopying } from './support/clipboard.js'

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()

const keys = [
  { id: 'key-production', name: 'Production server', description: 'Key for production environment', createdAt: days(-200), expiresAt: null, lastUsedAt: days(-0.003) },
  { id: 'key-staging', name: 'Staging worker for the narration pipeline (eu-west), blue and green', createdAt: days(-85), expiresAt: days(5.5), lastUsedAt: days(-3.01) },
  { id: 'key-local', name: 'Local dev', createdAt: days(-12), expiresAt: days(93), lastUsedAt: null },
  { id: 'key-ci', name: 'CI', createdAt: days(-130), expiresAt: days(-2), lastUsedAt: days(-100) },
  { id: 'key-old', name: 'Old laptop', createdAt: days(-430), status: 'revoked' as const },
]

const meta = {
  title: 'Widgets/ApiKeys',
  component: ApiKeys,
  parameters: { width: 640, provider: { maxRetries: 0 }, simulator: { keys } },
  beforeEach: () => restoreCopying,
} satisfies Meta<typeof ApiKeys>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = ReturnType<typeof within>

const menuOf = (canvas: Canvas, name: string) => canvas.findByRole('button', { name: `Actions for ${name}` })
const names = (canvas: Canvas) => canvas.queryAllByRole('rowheader').map((cell: HTMLElement) => cell.querySelector('.audiopod-key-name')?.textContent)

/** The dialog, once it has faded in. */
async function dialogOf(canvas: Canvas, name: string, role = 'dialog'): Promise<Canvas> {
  const dialog = await canvas.findByRole(role, { name })
  await waitFor(() => expect(dialog).toBeVisible())
  return within(dialog)
}

async function openRevoke(canvas: Canvas, name: string): Promise<Canvas> {
  await userEvent.click(await menuOf(canvas, name))
  await userEvent.click(canvas.getByRole('menuitem', { name: 'Revoke key' }))
  return dialogOf(canvas, `Revoke “${name}”?`, 'alertdialog')
}

async function openCreate(canvas: Canvas): Promise<Canvas> {
  await canvas.findAllByRole('rowheader')
  await userEvent.click(canvas.getByRole('button', { name: 'Create key' }))
  return dialogOf(canvas, 'Create key')
}

async function createKey(canvas: Canvas, name: string): Promise<Canvas> {
  const form = await openCreate(canvas)
  await userEvent.type(form.getByRole('textbox', { name: 'Name' }), `${name}{Enter}`)
  return dialogOf(canvas, `Save “${name}” now.`)
}

const secretOf = (dialog: Canvas) => dialog.getByRole('group', { name: 'API key' })

/* The list */

export const List: Story = {
  async play({ canvas }) {
    await waitFor(() => expect(names(canvas)).toHaveLength(4))
    await expect(names(canvas)).toEqual(['Local dev', 'Staging worker for the narration pipeline (eu-west), blue and green', 'Production server', 'CI'])
    const row = (name: string) => within(canvas.getByRole('row', { name: new RegExp(`^${name}`) }))
    // Under its column's title, or in a stacked row in words that say it all.
    const seen = (name: string, words: RegExp) =>
      row(name).queryAllByText((_, element) => words.test(element?.textContent ?? '')).filter((element) => element.checkVisibility())
    await expect(seen('Staging', /^5 days left$/)).not.toHaveLength(0)
    await expect(seen('Local dev', /^Never used$/)).not.toHaveLength(0)
    await expect(seen('Production server', /^(Never|Does not expire|No expiry)$/)).not.toHaveLength(0)
    await expect(seen('CI', /^Expired/)).not.toHaveLength(0)
    // Nobody reports a fragment of the key.
    await expect(canvas.queryByRole('columnheader', { name: 'Key' })).toBeNull()
  },
}

export const Wide: Story = { parameters: { width: 1024 } }
export const Stacked: Story = { parameters: { width: 320 } }
export const StackedNarrow: Story = { parameters: { width: 240 } }

export const RevokedKeysAreAChoiceAway: Story = {
  async play({ canvas }) {
    await canvas.findAllByRole('rowheader')
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Show' }), 'Revoked keys')
    await expect(names(canvas)).toEqual(['Old laptop'])
    await userEvent.click(await menuOf(canvas, 'Old laptop'))
    await expect(canvas.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['Copy key ID'])
    await userEvent.keyboard('{Escape}')
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Show' }), 'All keys')
    await expect(names(canvas)).toHaveLength(5)
  },
}

export const Search: Story = {
  async play({ canvas }) {
    await canvas.findAllByRole('rowheader')
    const box = canvas.getByRole('searchbox', { name: 'Search keys' })
    await userEvent.type(box, 'prod ENV')
    await expect(names(canvas)).toEqual(['Production server'])
    await userEvent.clear(box)
    await userEvent.type(box, 'nothing like it')
    await expect(canvas.getByText('No key matches “nothing like it”.')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Clear search' }))
    await expect(names(canvas)).toHaveLength(4)
  },
}

export const MenuByKeyboard: Story = {
  async play({ canvas }) {
    const button = await menuOf(canvas, 'Local dev')
    button.focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect(canvas.getByRole('menuitem', { name: 'Copy key ID' })).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await expect(canvas.getByRole('menuitem', { name: 'Rotate key' })).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect(canvas.getByRole('menuitem', { name: 'Copy key ID' })).toHaveFocus()
    await userEvent.keyboard('{End}')
    await expect(canvas.getByRole('menuitem', { name: 'Revoke key' })).toHaveFocus()
    await userEvent.keyboard('c')
    await expect(canvas.getByRole('menuitem', { name: 'Copy key ID' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect(canvas.queryByRole('menu')).toBeNull()
    await expect(button).toHaveFocus()
  },
}

export const KeyIdCopied: Story = {
  async play({ canvas }) {
    const copied = allowCopying()
    await userEvent.click(await menuOf(canvas, 'Local dev'))
    await userEvent.click(canvas.getByRole('menuitem', { name: 'Copy key ID' }))
    await waitFor(() => expect(copied()).toBe('key-local'))
    await expect(await canvas.findByText('Key ID copied.')).toBeInTheDocument()
  },
}

export const Loading: Story = {
  beforeEach({ simulator }) {
    simulator.fail('apiKeys.list', { delay: Infinity, times: Infinity })
  },
  async play({ canvas, canvasElement }) {
    await expect(canvas.getByRole('columnheader', { name: 'Last used' })).toBeVisible()
    await expect(canvasElement.querySelectorAll('.audiopod-table-body > .audiopod-table-row')).toHaveLength(3)
  },
}

export const Empty: Story = {
  parameters: { simulator: { keys: [] } },
  async play({ canvas }) {
    await expect(await canvas.findByText('No keys yet.')).toBeVisible()
    await expect(canvas.getAllByRole('button', { name: 'Create key' })).toHaveLength(1)
  },
}

const failOnce: NonNullable<Meta['beforeEach']> = ({ simulator }) => {
  simulator.fail('apiKeys.list', { status: 500, times: 1 })
}

export const Failed: Story = { beforeEach: failOnce }

export const FailedThenTriedAgain: Story = {
  beforeEach: failOnce,
  async play({ canvas }) {
    await expect(await canvas.findByText('Could not load keys.')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await canvas.findByText('Local dev')
    await expect(canvas.queryByText('Could not load keys.')).toBeNull()
  },
}

export const NoAccess: Story = {
  beforeEach({ simulator }) {
    simulator.fail('apiKeys.list', { status: 403, times: Infinity })
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('You do not have access to API keys.')).toBeVisible()
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

export const Waiting: Story = {
  parameters: { provider: { maxRetries: 3 } },
  beforeEach({ simulator }) {
    simulator.fail('apiKeys.list', { status: 429, headers: { 'Retry-After': '24' }, times: 1 })
  },
  async play({ canvas }) {
    await expect(await canvas.findByText(/Trying again in 2\d s\./, { selector: '.audiopod-notice-body' })).toBeVisible()
  },
}

/* Making a key */

export const Create: Story = {
  async play({ canvas }) {
    const form = await openCreate(canvas)
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveFocus()
    await userEvent.click(form.getByRole('button', { name: 'Mobile app' }))
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Mobile app')
    const expiry = form.getByRole('combobox', { name: 'Expiry' })
    await expect(within(expiry).getAllByRole('option').map((option) => option.textContent?.replace(/ \(.*/, ''))).toEqual([
      '30 days',
      '90 days',
      '1 year',
      'No expiry',
    ])
  },
}

export const CreateClosedByEscape: Story = {
  async play({ canvas }) {
    await openCreate(canvas)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
    await expect(canvas.getByRole('button', { name: 'Create key' })).toHaveFocus()
  },
}

export const CreateWithoutAName: Story = {
  async play({ canvas, simulator }) {
    const form = await openCreate(canvas)
    await userEvent.keyboard('  {Enter}')
    const name = form.getByRole('textbox', { name: 'Name' })
    await expect(name).toHaveAccessibleDescription(/Enter a name\./)
    await expect(name).toHaveFocus()
    await expect(simulator.state.keys).toHaveLength(5)
  },
}

export const Creating: Story = {
  beforeEach({ simulator }) {
    simulator.fail('apiKeys.create', { delay: Infinity })
  },
  async play({ canvas, simulator }) {
    const form = await openCreate(canvas)
    const submit = form.getByRole('button', { name: 'Create key' })
    const { width } = submit.getBoundingClientRect()
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'Staging{Enter}{Enter}{Escape}')
    await expect(submit).toHaveAttribute('aria-busy', 'true')
    await expect(submit.getBoundingClientRect().width).toBeCloseTo(width, 0)
    await expect(form.getByRole('textbox', { name: 'Name' })).toBeVisible()
    await waitFor(() =>
      expect(simulator.state.requests.filter(({ operation }) => operation === 'apiKeys.create')).toHaveLength(1),
    )
  },
}

export const CreateRefused: Story = {
  beforeEach({ simulator }) {
    simulator.fail('apiKeys.create', { status: 403 })
  },
  async play({ canvas }) {
    const form = await openCreate(canvas)
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'Staging{Enter}')
    await expect(await form.findByText('The key was not created.')).toBeVisible()
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Staging')
  },
}

export const CreateOfUnknownOutcome: Story = {
  beforeEach({ simulator }) {
    simulator.fail('apiKeys.create', { network: true, after: true })
  },
  async play({ canvas }) {
    const form = await openCreate(canvas)
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'Web app{Enter}')
    await canvas.findByText(/The key may have been created, but its secret cannot be shown again\./)
    const check = await canvas.findByRole('button', { name: 'Check the list' })
    await waitFor(() => expect(check).toHaveFocus())
    await userEvent.click(check)
    await expect(await canvas.findByText('A key named “Web app” is in the list.')).toBeVisible()
    await expect(within(canvas.getByRole('row', { name: /^Web app/ })).getByText('New')).toBeVisible()
  },
}

export const CreateThatNeverArrived: Story = {
  beforeEach({ simulator }) {
    simulator.fail('apiKeys.create', { status: 502 })
  },
  async play({ canvas, simulator }) {
    const form = await openCreate(canvas)
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'Web app{Enter}')
    await userEvent.click(await canvas.findByRole('button', { name: 'Check the list' }))
    await expect(await canvas.findByText('No new key named “Web app” is in the list.')).toBeVisible()
    await expect(simulator.state.keys).toHaveLength(5)
  },
}

/* The secret, once */

/** All that a page has where a secret might be left: its markup, elements, fields, selection, address, history and storages. */
function whereIs(secret: string): string[] {
  const fields = [...document.querySelectorAll('input, textarea, select')].map((field) => ('value' in field ? String(field.value) : ''))
  const places: [string, string][] = [
    ['the page', document.documentElement.outerHTML],
    ['a field', fields.join()],
    ['the selection', getSelection()?.toString() ?? ''],
    ['the title', document.title],
    ['the address', location.href],
    ['the history', JSON.stringify(history.state) ?? ''],
    ['the tab’s storage', JSON.stringify({ ...sessionStorage })],
    ['the storage', JSON.stringify({ ...localStorage })],
    ['cookies', document.cookie],
    ['a global', Object.entries(window).map(([, value]) => (typeof value === 'string' ? value : '')).join()],
  ]
  const elements = [...document.querySelectorAll('*')].filter(({ childNodes }) => [...childNodes].some(({ nodeValue }) => nodeValue?.includes(secret)))
  return [...places.filter(([, held]) => held.includes(secret)).map(([place]) => place), ...elements.map(({ tagName }) => tagName)]
}

export const Secret: Story = {
  async play({ canvas, canvasElement }) {
    const dialog = await createKey(canvas, 'Web app')
    const secret = secretOf(dialog)
    await expect(secret.textContent).toMatch(/^ap_/)
    await expect(dialog.getByRole('button', { name: 'Copy key' })).toHaveFocus()
    await expect(dialog.getByText('Not copied yet.')).toBeVisible()
    for (const region of canvasElement.querySelectorAll('[aria-live], [role=status], [role=alert]')) {
      await expect(region.textContent).not.toContain('ap_')
    }
    await expect(canvasElement.querySelector('dialog')).not.toHaveAttribute('aria-describedby')
    // Neither once nor twice: Chrome lets the second through where only `cancel` is prevented.
    await userEvent.keyboard('{Escape}{Escape}')
    await userEvent.click(canvasElement.querySelector('dialog') ?? canvasElement)
    await expect(secret).toBeVisible()
  },
}

export const SecretCopied: Story = {
  async play({ canvas, canvasElement }) {
    const copied = allowCopying()
    const dialog = await createKey(canvas, 'Web app')
    const secret = secretOf(dialog).textContent ?? ''
    await userEvent.keyboard('{Enter}')
    await expect(await dialog.findByRole('button', { name: 'Copied' })).toBeVisible()
    await expect(dialog.getByText(/^Copied at /, { selector: '.audiopod-secret-status' })).toBeVisible()
    await expect(copied()).toBe(secret)
    // Nothing reads it out, and no field that a browser could fill in or remember holds it.
    await expect(secretOf(dialog).closest('[aria-live], [role=status], [role=alert], form')).toBeNull()
    await expect(whereIs(secret)).toEqual(['the page', 'CODE'])
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Create key' })).toHaveFocus())
    await expect(await canvas.findByText('Web app')).toBeVisible()
    await expect(whereIs(secret)).toEqual([])
    await expect(canvasElement).not.toHaveTextContent(secret)
  },
}

export const SecretCopyRefused: Story = {
  async play({ canvas }) {
    refuseCopying()
    const dialog = await createKey(canvas, 'Web app')
    const secret = secretOf(dialog)
    await userEvent.click(dialog.getByRole('button', { name: 'Copy key' }))
    await expect(await dialog.findByText(/Your browser blocked copying\. The key is selected: press (Ctrl\+|⌘)C\./, { selector: '.audiopod-notice-body' })).toBeVisible()
    await expect(document.getSelection()?.toString()).toBe(secret.textContent)
    await expect(dialog.queryByRole('button', { name: 'Copied' })).toBeNull()
  },
}

export const SecretNotCopied: Story = {
  async play({ canvas }) {
    const dialog = await createKey(canvas, 'Web app')
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
    await expect(dialog.getByText(/You have not copied this key\./, { selector: '.audiopod-notice-body' })).toBeVisible()
    await expect(secretOf(dialog)).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Copy key' })).toHaveFocus()
    await expect(dialog.getByRole('button', { name: 'Close without it' })).toBeVisible()
  },
}

export const SecretClosedUncopied: Story = {
  async play({ canvas }) {
    const dialog = await createKey(canvas, 'Web app')
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Close without it' }))
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
  },
}

export const SecretNarrow: Story = { ...Secret, parameters: { width: 240 } }

function Routes() {
  const [page, setPage] = useState('keys')
  return (
    <>
      {page === 'keys' ? <ApiKeys /> : <p>Another page of the app</p>}
      <button type="button" data-testid="leave" onClick={() => setPage('other')}>
        Leave
      </button>
    </>
  )
}

export const SecretOutlivesAChangeOfRoute: Story = {
  render: () => <Routes />,
  async play({ canvas }) {
    const before = secretOf(await createKey(canvas, 'Web app')).textContent
    canvas.getByTestId('leave').click()
    await canvas.findByText('Another page of the app')
    const dialog = await dialogOf(canvas, 'Save “Web app” now.')
    await expect(secretOf(dialog).textContent).toBe(before)
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Close without it' }))
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
  },
}

/* A key that has just come is in sight, wherever the order puts it */

const workers = Array.from({ length: 12 }, (_, index) => ({ id: `key-${index}`, name: `Worker ${index}`, createdAt: days(-index - 1) }))
const paged = { width: 800, simulator: { keys: workers } }

export const CreatedOntoAnotherPage: Story = {
  args: { pageSize: 5 },
  parameters: paged,
  async play({ canvas, canvasElement }) {
    await canvas.findAllByRole('rowheader')
    // Neither the order nor the search would show it.
    if (canvasElement.clientWidth >= 768) await userEvent.click(canvas.getByRole('button', { name: 'Name' }))
    else await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Sort by' }), 'Name, A to Z')
    await userEvent.type(canvas.getByRole('searchbox'), 'worker 1')
    const dialog = await createKey(canvas, 'Zebra')
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Close without it' }))
    await waitFor(() => expect(names(canvas)).toEqual(['Worker 10', 'Worker 11', 'Zebra']))
    await expect(within(canvas.getByRole('row', { name: /^Zebra/ })).getByText('New')).toBeVisible()
    await expect(canvas.getByRole('searchbox')).toHaveValue('')
    // Only once: the person goes on as before.
    await userEvent.click(canvas.getByRole('button', { name: 'Previous' }))
    await expect(names(canvas)).not.toContain('Zebra')
  },
}

export const RotatedOntoAnotherPage: Story = {
  args: { pageSize: 5 },
  parameters: paged,
  async play({ canvas }) {
    await canvas.findAllByRole('rowheader')
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }))
    await userEvent.click(await menuOf(canvas, 'Worker 7'))
    await userEvent.click(canvas.getByRole('menuitem', { name: 'Rotate key' }))
    const start = await dialogOf(canvas, 'Replace “Worker 7”?')
    await userEvent.click(start.getByRole('button', { name: 'Create new key' }))
    await dialogOf(canvas, 'Save “Worker 7” now.')
    await waitFor(() => expect(names(canvas)[0]).toBe('Worker 7'))
    await expect(within(canvas.getAllByRole('row', { name: /^Worker 7/, hidden: true })[0]!).getByText('New')).toBeInTheDocument()
  },
}

export const IdNotCopied: Story = {
  async play({ canvas }) {
    refuseCopying()
    await userEvent.click(await menuOf(canvas, 'Local dev'))
    await userEvent.click(canvas.getByRole('menuitem', { name: 'Copy key ID' }))
    await canvas.findByText('key-local')
    await waitFor(() => expect(document.getSelection()?.toString()).toBe('key-local'))
    await expect(canvas.queryByText('New')).toBeNull()
  },
}

export const NoticeDismissed: Story = {
  async play({ canvas }) {
    refuseCopying()
    await userEvent.click(await menuOf(canvas, 'Local dev'))
    await userEvent.click(canvas.getByRole('menuitem', { name: 'Copy key ID' }))
    await userEvent.click(await canvas.findByRole('button', { name: 'Dismiss' }))
    await waitFor(() => expect(canvas.getByRole('region', { name: 'API keys' })).toHaveFocus())
  },
}

/* Revoking */

export const Revoke: Story = {
  async play({ canvas, simulator }) {
    const dialog = await openRevoke(canvas, 'Local dev')
    await expect(dialog.getByRole('button', { name: 'Keep key' })).toHaveFocus()
    await expect(dialog.getByText(/stops working at once\. It was never used\. This cannot be undone\./)).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(canvas.queryByRole('alertdialog')).toBeNull())
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Actions for Local dev' })).toHaveFocus())
    await expect(simulator.state.keys.filter(({ status }) => status === 'revoked')).toHaveLength(1)
  },
}

export const Revoked: Story = {
  async play({ canvas, simulator }) {
    const dialog = await openRevoke(canvas, 'Production server')
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke key' }))
    await expect(await canvas.findByText('“Production server” is revoked.', { selector: 'strong' })).toBeVisible()
    await expect(names(canvas)).not.toContain('Production server')
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Actions for CI' })).toHaveFocus())
    await expect(simulator.state.keys.find(({ name }) => name === 'Production server')?.status).toBe('revoked')
  },
}

export const LastRowRevoked: Story = {
  async play({ canvas }) {
    const dialog = await openRevoke(canvas, 'CI')
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke key' }))
    await canvas.findByText('“CI” is revoked.', { selector: 'strong' })
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Create key' })).toHaveFocus())
  },
}

export const RevokeRefused: Story = {
  beforeEach({ simulator }) {
    simulator.fail('apiKeys.revoke', { status: 500 })
  },
  async play({ canvas }) {
    const dialog = await openRevoke(canvas, 'Local dev')
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke key' }))
    await expect(await dialog.findByText('The key was not revoked.')).toBeVisible()
    await expect(names(canvas)).toContain('Local dev')
  },
}

export const RevokeOfAKeyThatIsGone: Story = {
  beforeEach({ simulator }) {
    simulator.fail('apiKeys.revoke', { status: 404 })
  },
  async play({ canvas }) {
    const dialog = await openRevoke(canvas, 'Local dev')
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke key' }))
    await expect(await canvas.findByText('“Local dev” is revoked.', { selector: 'strong' })).toBeVisible()
  },
}

export const RevokeOfUnknownOutcome: Story = {
  beforeEach({ simulator }) {
    simulator.fail('apiKeys.revoke', { network: true, after: true })
  },
  async play({ canvas }) {
    const dialog = await openRevoke(canvas, 'Local dev')
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke key' }))
    await canvas.findByText(/The key may have been revoked\./)
    await userEvent.click(await canvas.findByRole('button', { name: 'Check the list' }))
    await waitFor(() => expect(names(canvas)).not.toContain('Local dev'))
    await expect(canvas.getByText('“Local dev” is revoked.', { selector: 'strong' })).toBeVisible()
  },
}

export const RevokeOfUnknownOutcomeThatWasNone: Story = {
  beforeEach({ simulator }) {
    simulator.fail('apiKeys.revoke', { network: true })
  },
  async play({ canvas }) {
    const dialog = await openRevoke(canvas, 'Local dev')
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke key' }))
    await userEvent.click(await canvas.findByRole('button', { name: 'Check the list' }))
    await expect(await canvas.findByText('“Local dev” is not revoked.')).toBeVisible()
    await expect(names(canvas)).toContain('Local dev')
  },
}

/* States of the view that an account rarely has */

const view = {
  error: undefined,
  isLoading: false,
  isValidating: false,
  retry: undefined,
  updatedAt: days(-0.005),
  create: () => Promise.reject(new UnknownOutcomeError('No answer.', { operation: 'apiKeys.create' })),
  revoke: () => Promise.reject(new UnknownOutcomeError('No answer.', { operation: 'apiKeys.revoke' })),
  onRefresh: fn(() => Promise.resolve()),
  onLook: fn(() => Promise.resolve<ApiKey[]>([])),
}

export const WithFragments: Story = {
  parameters: { width: 1024 },
  render: () => (
    <ApiKeysView
      {...view}
      data={[
        { id: '1', name: 'Production server', status: 'active', hint: 'ap_…a9F2', createdAt: days(-200), lastUsedAt: days(-1), neverExpires: true },
        { id: '2', name: '', status: 'active', hint: 'ap_…k3Qz', createdAt: days(-1), neverUsed: true, expiresAt: days(0.4) },
        { id: '3', name: 'CI', hint: 'ap_…77xP' },
      ]}
    />
  ),
  async play({ canvas }) {
    const silent = within(canvas.getByRole('row', { name: /^CI/ }))
    await expect(silent.getAllByText('Not reported').length).toBeGreaterThanOrEqual(4)
    const unnamed = within(canvas.getByRole('row', { name: /^Unnamed key/ }))
    await expect(unnamed.getByText('Less than a day left')).toBeVisible()
  },
}

export const RefreshFailed: Story = {
  render: () => (
    <ApiKeysView
      {...view}
      data={[{ id: '1', name: 'Production server', status: 'active', createdAt: days(-200), lastUsedAt: days(-1) }]}
      error={new TimeoutError('No answer in time.')}
    />
  ),
  async play({ canvas }) {
    await expect(canvas.getByText('Could not refresh the list.')).toBeVisible()
    await expect(canvas.getByText('Production server')).toBeVisible()
  },
}
