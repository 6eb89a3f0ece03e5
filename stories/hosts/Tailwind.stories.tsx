import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { unlike } from '../support/appearances.js'
import { FrameHost } from '../support/FrameHost.js'
import { HostWidgets } from '../support/HostWidgets.js'
import { inFrame, tryWidgets } from '../support/inFrame.js'
import { layers, tailwind } from '../support/tailwind.js'

const look = {
  body: 'min-h-screen bg-slate-50 text-slate-900 antialiased',
  header: 'flex flex-wrap items-center justify-between gap-2 border-b border-slate-200 bg-white px-6 py-4',
  brand: 'text-lg font-semibold tracking-tight',
  nav: 'flex gap-4 text-sm',
  link: 'text-indigo-700 underline',
  main: 'mx-auto grid max-w-3xl grid-cols-1 gap-6 p-6',
  title: 'text-2xl font-bold',
  button: 'rounded-full bg-indigo-600 px-4 py-2 text-sm font-medium text-white',
}

/**
 * A page made with Tailwind 4, preflight and all, its layers named in the order that the guide asks for:
 * `@layer theme, base, audiopod, components, utilities`. Beside it the widgets look as they do anywhere, and the page as it did.
 */
const meta = {
  title: 'Hosts/Tailwind',
  component: FrameHost,
  parameters: { width: 800, provider: { maxRetries: 0 } },
  loaders: [async () => ({ css: await tailwind(Object.values(look)) })],
  args: {
    title: 'A page made with Tailwind',
    layers,
    bodyClass: look.body,
    children: (
      <>
        <header className={look.header}>
          <span className={look.brand}>Acme</span>
          <nav aria-label="Acme" className={look.nav}>
            <a className={look.link} href="#billing">
              Billing
            </a>
            <a className={look.link} href="#keys">
              Keys
            </a>
          </nav>
        </header>
        <main className={look.main}>
          <h1 className={look.title}>Speech</h1>
          <p>
            <button className={look.button} type="button">
              A button of the page
            </button>
          </p>
          <HostWidgets />
        </main>
      </>
    ),
  },
  render: (args, { loaded }) => <FrameHost {...args} css={String(loaded['css'])} />,
  async play({ canvasElement }) {
    const inside = await inFrame(canvasElement)
    await tryWidgets(inside)
    const { page } = inside
    const looks = (selector: string) => getComputedStyle(page.querySelector(selector) ?? page.body)
    // Its preflight and its utilities are in force.
    await expect(looks('h1').marginTop).toBe('0px')
    await expect(looks('h1').fontSize).toBe('24px')
    await expect(looks('main button').borderRadius).not.toBe('0px')
    await expect(looks('main button').borderTopWidth).toBe('0px')
    // Without it the widgets look the same; their font is the page's.
    const own = [...page.styleSheets].at(-1)
    const widgets = [...page.querySelectorAll<HTMLElement>('.audiopod')]
    // As wide as they are: how much room there is decides their layout.
    for (const { style, clientWidth } of widgets) style.inlineSize = `${clientWidth}px`
    const changes = unlike(page.body)
    if (own) own.disabled = true
    const changed = changes().filter((change) => !change.includes(' font-family: '))
    if (own) own.disabled = false
    for (const { style } of widgets) style.inlineSize = ''
    await expect(changed).toEqual([])
  },
} satisfies Meta<typeof FrameHost>
export default meta

type Story = StoryObj<typeof meta>

export const Light: Story = {}
export const Narrow: Story = { parameters: { width: 320 } }
