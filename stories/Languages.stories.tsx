import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import {
  ApiKeys,
  CreditBalance,
  ErrorNotice,
  InsufficientCreditsError,
  RateLimitNotice,
  SpeechGenerator,
} from '../src/index.js'

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()

const keys = [
  { id: 'key-production', name: 'Production server', description: 'eu-west', createdAt: days(-200), expiresAt: null, lastUsedAt: days(-0.003) },
  { id: 'key-staging', name: 'Staging worker', createdAt: days(-85), expiresAt: days(5.5), lastUsedAt: days(-3.01) },
  { id: 'key-ci', name: 'CI', createdAt: days(-130), expiresAt: days(-2), lastUsedAt: null },
]

const funds = new InsufficientCreditsError('speech.create was answered 402.', { creditsNeeded: 1200, creditsAvailable: 80 })

/** The widgets of one account, one below the other. */
function Page() {
  return (
    <div style={{ display: 'grid', gap: 16, minWidth: 0 }}>
      <CreditBalance onAddFunds={() => {}} />
      <ApiKeys />
      <SpeechGenerator defaultText="The tide had gone out." onAddFunds={() => {}} />
      <ErrorNotice error={funds} />
      <RateLimitNotice retryAt={days(0.001)} />
    </div>
  )
}

/**
 * `locale` alone brings the words of its language: `<AudioPodProvider endpoint="/api/audiopod" locale="de-AT">`. They are
 * fetched when the first widget shows. Imported (`labels={labelsDe}` of `audiopod-react/i18n/de`) they are there at once, on
 * a server too.
 */
const meta = {
  title: 'Widgets/Languages',
  component: Page,
  parameters: { width: 640, simulator: { keys, credits: { perMonth: 40_000, subscription: 1200, payAsYouGo: 0 } } },
} satisfies Meta<typeof Page>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = ReturnType<typeof within>

/** What is wider than its place: of text that is cut on purpose only the box counts. */
function overflowing(canvasElement: HTMLElement): string[] {
  const column = canvasElement.querySelector('.page-column')
  if (!column) throw new Error('There is no column')
  const { left, right } = column.getBoundingClientRect()
  return [...column.querySelectorAll('*')]
    .filter((element) => {
      const box = element.getBoundingClientRect()
      const isHidden = box.width <= 1 || element.closest('.audiopod-hidden, svg, dialog:not([open])') !== null
      return !isHidden && (box.left < left - 1 || box.right > right + 1)
    })
    .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}: ${element.textContent?.slice(0, 40) ?? ''}`)
}

async function shows(canvas: Canvas, ...texts: string[]): Promise<void> {
  for (const text of texts) await expect((await canvas.findAllByText(text, undefined, { timeout: 5000 }))[0]).toBeVisible()
  await canvas.findByRole('row', { name: /^CI/ })
}

export const German: Story = {
  parameters: { locale: 'de-DE' },
  async play({ canvas, canvasElement }) {
    await shows(canvas, 'Credit-Guthaben', 'API-Schlüssel', 'Text in Sprache', 'Noch 5 Tage')
    await expect(canvasElement.querySelector('.audiopod')).toHaveAttribute('lang', 'de')
  },
}

export const GermanNarrow: Story = {
  parameters: { locale: 'de-DE', width: 240 },
  async play({ canvas, canvasElement }) {
    await shows(canvas, 'Credit-Guthaben')
    await waitFor(() => expect(overflowing(canvasElement)).toEqual([]))
  },
}

export const Arabic: Story = {
  parameters: { locale: 'ar-EG' },
  async play({ canvas, canvasElement }) {
    await shows(canvas, 'رصيد النقاط', 'مفاتيح API')
    const widget = canvasElement.querySelector('.audiopod')
    await expect(widget).toHaveAttribute('lang', 'ar')
    await expect(getComputedStyle(widget as Element).direction).toBe('rtl')
    // The way of reading: the name is right of what may be done with the key.
    const row = within(canvas.getByRole('row', { name: /^CI/ }))
    const actions = row.getByRole('button').getBoundingClientRect()
    await expect(row.getByRole('rowheader').getBoundingClientRect().right).toBeGreaterThan(actions.right)
    // By keyboard as ever: the menu opens, and Escape gives the focus back.
    row.getByRole('button').focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(canvas.getByRole('menuitem', { name: 'إبطال المفتاح' })).toBeVisible())
    await userEvent.keyboard('{Escape}')
    await expect(row.getByRole('button')).toHaveFocus()
    await waitFor(() => expect(overflowing(canvasElement)).toEqual([]))
  },
}

export const ArabicNarrow: Story = {
  parameters: { locale: 'ar-EG', width: 240 },
  async play({ canvas, canvasElement }) {
    await shows(canvas, 'رصيد النقاط')
    await waitFor(() => expect(overflowing(canvasElement)).toEqual([]))
  },
}

export const Spanish: Story = {
  parameters: { locale: 'es-ES', width: 320 },
  async play({ canvas, canvasElement }) {
    await shows(canvas, 'Saldo de créditos', 'Claves de API')
    await waitFor(() => expect(overflowing(canvasElement)).toEqual([]))
  },
}

export const French: Story = {
  parameters: { locale: 'fr-FR', width: 320 },
  async play({ canvas, canvasElement }) {
    await shows(canvas, 'Solde de crédits', 'Clés d’API')
    await waitFor(() => expect(overflowing(canvasElement)).toEqual([]))
  },
}

export const Japanese: Story = {
  parameters: { locale: 'ja-JP', width: 320 },
  async play({ canvas, canvasElement }) {
    await shows(canvas, 'クレジット残高', 'API キー')
    await waitFor(() => expect(overflowing(canvasElement)).toEqual([]))
  },
}

export const SimplifiedChinese: Story = {
  parameters: { locale: 'zh-CN', width: 320 },
  async play({ canvas, canvasElement }) {
    await shows(canvas, '积分余额', 'API 密钥')
    await waitFor(() => expect(overflowing(canvasElement)).toEqual([]))
  },
}
