import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, type within } from 'storybook/test'
import { unlike } from '../support/appearances.js'
import { HostWidgets } from '../support/HostWidgets.js'

const meta = {
  title: 'Hosts/Root size',
  component: HostWidgets,
  parameters: { width: 640, provider: { maxRetries: 0 } },
} satisfies Meta<typeof HostWidgets>
export default meta

type Story = StoryObj<typeof meta>

async function ready(canvas: ReturnType<typeof within>) {
  await canvas.findAllByRole('rowheader')
  await canvas.findByRole('radio', { checked: true })
  await canvas.findByRole('combobox', { name: /Voice/ })
}

/** What `measure` gives while the page's root has a font of this size. */
async function withRoot<T>(size: string, measure: () => T | Promise<T>): Promise<T> {
  const style = document.createElement('style')
  style.textContent = `html { font-size: ${size} }`
  document.head.append(style)
  try {
    return await measure()
  } finally {
    style.remove()
  }
}

const widgets = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('.audiopod')]

/** How large each thing is that has a size of its own, in px. */
function sizes(root: HTMLElement): string[] {
  const seen = root.querySelectorAll<HTMLElement>('.audiopod, .audiopod :is(h2, p, td, th, button, input, select, textarea, svg)')
  return [...seen].map((element) => {
    const { width, height } = element.getBoundingClientRect()
    return `${element.tagName} ${element.getAttribute('class')}: ${Math.round(width)} × ${Math.round(height)}`
  })
}

/** `html { font-size: 62.5% }`, so that 1rem is 10px in the page's own rules, makes no text and no control smaller. */
export const TenPixels: Story = {
  async play({ canvas, canvasElement }) {
    await ready(canvas)
    const changes = unlike(canvasElement)
    const before = sizes(canvasElement)
    await withRoot('62.5%', async () => {
      await expect(changes()).toEqual([])
      await expect(sizes(canvasElement)).toEqual(before)
    })
  },
}

/** A person whose browser has letters twice as large has them in the widgets too, and nothing is cut off at the side: WCAG 1.4.4. */
export const LargeLetters: Story = {
  async play({ canvas, canvasElement }) {
    await ready(canvas)
    const texts = [
      ...canvasElement.querySelectorAll('.audiopod, .audiopod :is(h2, p, td, th, button, textarea, input:not([type=radio], [type=range]))'),
    ]
    const sizeOf = (element: Element) => parseFloat(getComputedStyle(element).fontSize)
    const before = texts.map(sizeOf)
    await withRoot('200%', async () => {
      // A header that becomes a label in a stacked row is a little larger still.
      const tooSmall = texts.flatMap((element, at) => {
        const [then, now] = [before[at] ?? 0, sizeOf(element)]
        return now < then * 2 ? [`${element.tagName} ${element.className}: ${then} → ${now}`] : []
      })
      await expect(tooSmall).toEqual([])
      for (const widget of widgets(canvasElement)) await expect(widget.scrollWidth).toBeLessThanOrEqual(widget.clientWidth)
    })
  },
}
