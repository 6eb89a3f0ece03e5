import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { ApiKeys } from '../src/components/ApiKeys/ApiKeys.js'
import { RotateApiKeyDialog } from '../src/components/ApiKeys/RotateApiKeyDialog.js'
import { useApiKeys } from '../src/index.js'
import type { KeyRotation } from '../src/state/index.js'
import { allowCopying, restoreCopying } from './support/clipboard.js'

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()
const minutes = (count: number) => days(count / 1440)

const old = { id: 'key-old', name: 'Production server', createdAt: days(-200), expiresAt: null, lastUsedAt: minutes(-4) }
const next = { id: 'key-new', name: 'Production server', createdAt: minutes(-90), expiresAt: null, lastUsedAt: null }
const other = { id: 'key-ci', name: 'CI', createdAt: days(-30), expiresAt: days(60), lastUsedAt: days(-1) }

const meta = {
  title: 'Widgets/RotateApiKeyDialog',
  component: RotateApiKeyDialog,
  parameters: { width: 640, provider: { maxRetries: 0 }, simulator: { keys: [old, other] } },
  args: { apiKey: { id: old.id, name: old.name }, open: true, onOpenChange: fn() },
  // The dialog covers the page: of each state a page of its own.
  render: () => <ApiKeys />,
  beforeEach: () => restoreCopying,
} satisfies Meta<typeof RotateApiKeyDialog>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = ReturnType<typeof within>

/** A rotation from before a reload. */
const kept = (step: KeyRotation['step'], change: Partial<KeyRotation> = { newId: next.id }) => () => {
  const rotation: KeyRotation = { oldId: old.id, step, startedAt: minutes(-90), ...change }
  sessionStorage.setItem('audiopod-react:rotations:/api/audiopod', JSON.stringify({ v: 1, user: '', rotations: [rotation] }))
}
const stored = () => sessionStorage.getItem('audiopod-react:rotations:/api/audiopod')

async function dialogOf(canvas: Canvas, name: string, role = 'dialog'): Promise<Canvas> {
  const dialog = await canvas.findByRole(role, { name })
  await waitFor(() => expect(dialog).toBeVisible())
  return within(dialog)
}

async function openRotation(canvas: Canvas, item = 'Rotate key', row = 0): Promise<void> {
  const menus = await canvas.findAllByRole('button', { name: 'Actions for Production server' })
  await userEvent.click(menus[row]!)
  await userEvent.click(canvas.getByRole('menuitem', { name: item }))
}

/** The old key's row is the second of its name: the list has the newest first. */
const resume = (canvas: Canvas) => openRotation(canvas, 'Continue rotation', 1)
const press = (dialog: Canvas, name: string) => userEvent.click(dialog.getByRole('button', { name }))
const status = (simulator: { state: { keys: readonly { id: string; status: string }[] } }, id: string) =>
  simulator.state.keys.find((key) => key.id === id)?.status

export const Start: Story = {
  async play({ canvas }) {
    await openRotation(canvas)
    const dialog = await dialogOf(canvas, 'Replace “Production server”?')
    await expect(dialog.getByRole('button', { name: 'Create new key' })).toHaveFocus()
    await expect(dialog.getByRole('list', { name: 'Steps' }).children).toHaveLength(4)
    await expect(dialog.getByText('Create the new key')).toHaveAttribute('aria-current', 'step')
    // As long as the old one was made for.
    await expect(dialog.getByRole('combobox', { name: 'Expiry' })).toHaveValue('none')
  },
}

export const StartNarrow: Story = { ...Start, parameters: { width: 240 } }

export const LedFromStartToEnd: Story = {
  async play({ canvas, simulator }) {
    const copied = allowCopying()
    await openRotation(canvas)
    await dialogOf(canvas, 'Replace “Production server”?')
    await userEvent.keyboard('{Enter}')
    let dialog = await dialogOf(canvas, 'Save “Production server” now.')
    const secret = dialog.getByRole('group', { name: 'API key' }).textContent ?? ''
    await expect(secret).toMatch(/^ap_/)
    await expect(stored()).toMatch(/"step":"copy"/)
    await userEvent.keyboard('{Escape}{Escape}{Enter}')
    await dialog.findByRole('button', { name: 'Copied' })
    await expect(copied()).toBe(secret)
    await press(dialog, 'Done')

    dialog = await dialogOf(canvas, 'Deploy and test the new key')
    await expect(await dialog.findByText('The new key has not been used yet.', { selector: 'strong' })).toBeVisible()
    const made = simulator.state.keys.at(-1)!
    made.lastUsedAt = new Date().toISOString()
    await press(dialog, 'Check again')
    await expect(await dialog.findByText('The new key has been used.', { selector: 'strong' })).toBeVisible()
    await waitFor(() => expect(dialog.getByText('The new key has been used.', { selector: '[aria-live]' })).toBeInTheDocument())
    await press(dialog, 'Deployed and tested')

    dialog = await dialogOf(canvas, 'Revoke the old “Production server”?', 'alertdialog')
    await expect(dialog.getByRole('button', { name: 'Later' })).toHaveFocus()
    await press(dialog, 'Revoke old key')
    await expect(await canvas.findByText('“Production server” is rotated. The old key is revoked.', { selector: '.audiopod-notice-body' })).toBeVisible()
    await expect(status(simulator, old.id)).toBe('revoked')
    await expect(simulator.state.keys.filter((key) => key.status === 'active')).toHaveLength(2)
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Actions for Production server' })).toHaveFocus())
    await expect(stored()).toBeNull()
    await expect(document.documentElement.outerHTML).not.toContain(secret)
  },
}

const underWay = { width: 640, simulator: { keys: [old, next, other] } }

export const UnderWay: Story = {
  parameters: underWay,
  beforeEach: kept('deploy'),
  async play({ canvas }) {
    await expect(await canvas.findByText('Rotation under way')).toBeVisible()
    await expect(canvas.getAllByText('Rotation under way')).toHaveLength(1)
    // The successor is not to be replaced in its turn while it is one.
    await userEvent.click(canvas.getAllByRole('button', { name: 'Actions for Production server' })[0]!)
    await expect(canvas.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['Copy key ID', 'Revoke key'])
    await userEvent.keyboard('{Escape}')
  },
}

export const UnderWayNarrow: Story = { ...UnderWay, parameters: { ...underWay, width: 240 } }

export const Deploy: Story = {
  parameters: underWay,
  beforeEach: kept('deploy'),
  async play({ canvas }) {
    await resume(canvas)
    const dialog = await dialogOf(canvas, 'Deploy and test the new key')
    await expect(dialog.getByText('Deploy and test it')).toHaveAttribute('aria-current', 'step')
    await expect(dialog.getByRole('button', { name: 'Check again' })).toHaveFocus()
    await expect(dialog.getByText('The old key has been used since the new one was created.')).toBeVisible()
  },
}

export const DeployNarrow: Story = { ...Deploy, parameters: { ...underWay, width: 240 } }

export const CheckFailed: Story = {
  parameters: underWay,
  beforeEach: kept('deploy'),
  async play({ canvas, simulator }) {
    await resume(canvas)
    const dialog = await dialogOf(canvas, 'Deploy and test the new key')
    simulator.fail('apiKeys.list', { status: 500 })
    await press(dialog, 'Check again')
    await expect(await dialog.findByText('Could not load keys.')).toBeVisible()
  },
}

export const LeavingSaysThatBothWork: Story = {
  parameters: underWay,
  beforeEach: kept('deploy'),
  async play({ canvas }) {
    await resume(canvas)
    await dialogOf(canvas, 'Deploy and test the new key')
    await userEvent.keyboard('{Escape}')
    const dialog = await dialogOf(canvas, 'Both keys of “Production server” still work', 'alertdialog')
    await expect(dialog.getByRole('button', { name: 'Close for now' })).toHaveFocus()
  },
}

export const ClosedForNow: Story = {
  parameters: underWay,
  beforeEach: kept('revoke'),
  async play({ canvas, simulator }) {
    await resume(canvas)
    await dialogOf(canvas, 'Revoke the old “Production server”?', 'alertdialog')
    await userEvent.keyboard('{Enter}')
    await dialogOf(canvas, 'Both keys of “Production server” still work', 'alertdialog')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(canvas.queryByRole('alertdialog')).toBeNull())
    await waitFor(() => expect(canvas.getAllByRole('button', { name: 'Actions for Production server' })[1]).toHaveFocus())
    await expect(canvas.getByText('Rotation under way')).toBeVisible()
    await expect(simulator.state.keys.every((key) => key.status === 'active')).toBe(true)
  },
}

export const Abandoned: Story = {
  parameters: underWay,
  beforeEach: kept('deploy'),
  async play({ canvas, simulator }) {
    await resume(canvas)
    await dialogOf(canvas, 'Deploy and test the new key')
    await userEvent.keyboard('{Escape}')
    await press(await dialogOf(canvas, 'Both keys of “Production server” still work', 'alertdialog'), 'Revoke new key')
    await canvas.findByText('The new key of “Production server” is revoked. The old one works as before.', { selector: '.audiopod-notice-body' })
    await expect(status(simulator, next.id)).toBe('revoked')
    await expect(status(simulator, old.id)).toBe('active')
    await waitFor(() => expect(canvas.queryByText('Rotation under way')).toBeNull())
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Actions for Production server' })).toHaveFocus())
  },
}

export const AbandonRefused: Story = {
  parameters: underWay,
  beforeEach: kept('deploy'),
  async play({ canvas, simulator }) {
    simulator.fail('apiKeys.revoke', { status: 500 })
    await resume(canvas)
    await dialogOf(canvas, 'Deploy and test the new key')
    await userEvent.keyboard('{Escape}')
    const dialog = await dialogOf(canvas, 'Both keys of “Production server” still work', 'alertdialog')
    await press(dialog, 'Revoke new key')
    await expect(await dialog.findByText('The new key was not revoked.')).toBeVisible()
    await expect(stored()).toContain(next.id)
  },
}

export const RevokeOld: Story = {
  parameters: underWay,
  beforeEach: kept('revoke'),
  async play({ canvas }) {
    await resume(canvas)
    const dialog = await dialogOf(canvas, 'Revoke the old “Production server”?', 'alertdialog')
    await expect(dialog.getByText('The new key has not been used yet.')).toBeVisible()
  },
}

export const RevokeOldNarrow: Story = { ...RevokeOld, parameters: { ...underWay, width: 320 } }

export const RevokeRefusedThenTriedAgain: Story = {
  parameters: underWay,
  beforeEach: kept('revoke'),
  async play({ canvas, simulator }) {
    simulator.fail('apiKeys.revoke', { status: 500 })
    await resume(canvas)
    const dialog = await dialogOf(canvas, 'Revoke the old “Production server”?', 'alertdialog')
    await press(dialog, 'Revoke old key')
    await expect(await dialog.findByText('The key was not revoked.')).toBeVisible()
    await expect(status(simulator, old.id)).toBe('active')
    await press(dialog, 'Revoke old key')
    await canvas.findByText('“Production server” is rotated. The old key is revoked.', { selector: '.audiopod-notice-body' })
  },
}

export const RevokeOfAKeyThatIsGone: Story = {
  parameters: underWay,
  beforeEach: kept('revoke'),
  async play({ canvas, simulator }) {
    simulator.fail('apiKeys.revoke', { status: 404 })
    await resume(canvas)
    await press(await dialogOf(canvas, 'Revoke the old “Production server”?', 'alertdialog'), 'Revoke old key')
    await canvas.findByText('“Production server” is rotated. The old key is revoked.', { selector: '.audiopod-notice-body' })
  },
}

export const RevokeThatGotNoAnswerAndWorked: Story = {
  parameters: underWay,
  beforeEach: kept('revoke'),
  async play({ canvas, simulator }) {
    simulator.fail('apiKeys.revoke', { network: true, after: true })
    await resume(canvas)
    await press(await dialogOf(canvas, 'Revoke the old “Production server”?', 'alertdialog'), 'Revoke old key')
    // The list tells.
    await canvas.findByText('“Production server” is rotated. The old key is revoked.', { selector: '.audiopod-notice-body' })
  },
}

export const CreateRefused: Story = {
  async play({ canvas, simulator }) {
    simulator.fail('apiKeys.create', { status: 403 })
    await openRotation(canvas)
    const dialog = await dialogOf(canvas, 'Replace “Production server”?')
    await press(dialog, 'Create new key')
    await expect(await dialog.findByText('The key was not created.')).toBeVisible()
    await expect(stored()).toBeNull()
  },
}

export const CreationThatGotNoAnswerAndWorked: Story = {
  async play({ canvas, simulator }) {
    simulator.fail('apiKeys.create', { network: true, after: true })
    await openRotation(canvas)
    await press(await dialogOf(canvas, 'Replace “Production server”?'), 'Create new key')
    await expect(await canvas.findByText('A key named “Production server” is in the list.')).toBeVisible()
    await press(await dialogOf(canvas, 'Replace “Production server”?'), 'Begin again')
    await canvas.findByRole('button', { name: 'Create new key' })
    await expect(simulator.state.keys.at(-1)?.status).toBe('revoked')
    await expect(status(simulator, old.id)).toBe('active')
  },
}

export const CreationThatNeverArrived: Story = {
  async play({ canvas, simulator }) {
    simulator.fail('apiKeys.create', { status: 502 })
    await openRotation(canvas)
    await press(await dialogOf(canvas, 'Replace “Production server”?'), 'Create new key')
    await expect(await canvas.findByText('No new key named “Production server” is in the list.')).toBeVisible()
    await press(await dialogOf(canvas, 'Replace “Production server”?'), 'Begin again')
    await canvas.findByRole('button', { name: 'Create new key' })
    await expect(simulator.state.keys).toHaveLength(2)
  },
}

export const ListThatCannotBeLoadedTellsNothing: Story = {
  async play({ canvas, simulator }) {
    await canvas.findAllByRole('rowheader')
    simulator.fail('apiKeys.create', { network: true, after: true })
    simulator.fail('apiKeys.list', { status: 500, times: Infinity })
    await openRotation(canvas)
    await press(await dialogOf(canvas, 'Replace “Production server”?'), 'Create new key')
    await expect(await canvas.findByText('Could not load keys.')).toBeInTheDocument()
    const dialog = await dialogOf(canvas, 'Replace “Production server”?')
    await expect(dialog.getByText(/^The key may have been created/)).toBeVisible()
    await expect(dialog.queryByText(/Looking at the list/)).toBeNull()
    await expect(dialog.queryByText(/No new key named/)).toBeNull()
    await expect(dialog.getByRole('button', { name: 'Check the list' })).toBeVisible()
  },
}

export const SecretLost: Story = {
  parameters: underWay,
  beforeEach: kept('copy'),
  async play({ canvas, simulator }) {
    await resume(canvas)
    const dialog = await dialogOf(canvas, 'Do you have the new key?')
    await press(dialog, 'Begin again')
    await dialogOf(canvas, 'Replace “Production server”?')
    await expect(status(simulator, next.id)).toBe('revoked')
  },
}

export const SecretNotLostAfterAll: Story = {
  parameters: underWay,
  beforeEach: kept('copy'),
  async play({ canvas }) {
    await resume(canvas)
    await press(await dialogOf(canvas, 'Do you have the new key?'), 'I have it')
    await dialogOf(canvas, 'Deploy and test the new key')
  },
}

export const Lost: Story = {
  parameters: underWay,
  beforeEach: kept('copy'),
  async play({ canvas }) {
    await resume(canvas)
    await dialogOf(canvas, 'Do you have the new key?')
  },
}

export const InArabic: Story = {
  parameters: { ...underWay, width: 320, locale: 'ar-EG' },
  beforeEach: kept('deploy'),
  async play({ canvas }) {
    const menus = await canvas.findAllByRole('button', { name: /إجراءات.*Production server/ }, { timeout: 10_000 })
    await userEvent.click(menus[1]!)
    await userEvent.click(canvas.getByRole('menuitem', { name: 'متابعة التدوير' }))
    await dialogOf(canvas, 'انشر المفتاح الجديد واختبره')
  },
}

function Alone() {
  const { data = [] } = useApiKeys()
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const key = data.find(({ id }) => id === old.id)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Replace it
      </button>
      <p>{said}</p>
      {key ? (
        <RotateApiKeyDialog apiKey={key} onAbandoned={() => setSaid('Given up')} onOpenChange={setOpen} onRotated={() => setSaid('Rotated')} open={open} />
      ) : null}
    </>
  )
}

export const UsedAlone: Story = {
  parameters: { simulator: { keys: [old, next] } },
  beforeEach: kept('revoke'),
  render: () => <Alone />,
  async play({ canvas }) {
    const button = canvas.getByRole('button', { name: 'Replace it' })
    await waitFor(() => expect(stored()).not.toBeNull())
    const before = button.getBoundingClientRect().top
    await userEvent.click(button)
    await press(await dialogOf(canvas, 'Revoke the old “Production server”?', 'alertdialog'), 'Revoke old key')
    await expect(await canvas.findByText('Rotated')).toBeInTheDocument()
    await waitFor(() => expect(button).toHaveFocus())
    await expect(button.getBoundingClientRect().top).toBe(before)
  },
}
