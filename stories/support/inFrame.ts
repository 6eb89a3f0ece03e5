import axe from 'axe-core'
import { expect, userEvent, waitFor, within } from 'storybook/test'

/** The page in a story's frame, once there are widgets in it; axe looks into it from now on. */
export async function inFrame(canvasElement: HTMLElement) {
  const page = await waitFor(() => {
    const found = canvasElement.querySelector('iframe')?.contentDocument
    if (!found?.querySelector('.audiopod')) throw new Error('nothing in a frame')
    return found
  })
  // A page's axe reaches a frame only where there is one in it.
  const script = page.createElement('script')
  script.textContent = axe.source
  page.head.append(script)
  script.remove()
  return { page, frame: within(page.body), user: userEvent.setup({ document: page }) }
}

/** A key is made and put away, a menu and the list of voices are opened, with the frame's own focus. */
export async function tryWidgets({ page, frame, user }: Awaited<ReturnType<typeof inFrame>>): Promise<void> {
  await frame.findAllByRole('rowheader')
  const opener = frame.getByRole('button', { name: 'Create key' })
  await user.click(opener)
  const form = within(await frame.findByRole('dialog', { name: 'Create key' }))
  const name = form.getByRole('textbox', { name: 'Name' })
  await waitFor(() => expect(page.activeElement).toBe(name))
  await user.type(name, 'Staging{Enter}')
  const dialog = within(await frame.findByRole('dialog', { name: 'Save “Staging” now.' }))
  await user.click(dialog.getByRole('button', { name: 'Done' }))
  await user.click(await dialog.findByRole('button', { name: 'Close without it' }))
  await waitFor(() => expect(frame.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(page.activeElement).toBe(opener))

  // Of a key that was there before: the new one's row is written anew when the list has come.
  const actions = frame.getAllByRole('button', { name: /^Actions for/ }).at(-1)
  if (!actions) throw new Error('no menu')
  // No pointer can press what is out of sight, and the menu of such a button closes.
  actions.scrollIntoView({ block: 'center' })
  await new Promise((resolve) => page.defaultView?.requestAnimationFrame(() => page.defaultView?.requestAnimationFrame(resolve)))
  await user.click(actions)
  await frame.findByRole('menu')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(page.activeElement).toBe(actions))
  await user.click(await frame.findByRole('combobox', { name: 'Voice' }))
  await waitFor(() => expect(frame.getAllByRole('option').length).toBeGreaterThan(3))
  await user.keyboard('{Escape}')
  page.documentElement.scrollTo(0, 0)
  letGo(page.activeElement)
  letGo(page.defaultView?.frameElement)
}

/** Testing Library would look for the window of a frame that is taken away with the focus in it. */
function letGo(element: (Element & { blur?: () => void }) | null | undefined): void {
  element?.blur?.()
}
