/** What the colours of each look are in a real browser, and how well they can be told apart: WCAG 2.2, 1.4.3 and 1.4.11. */
import { readFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureBuilt } from '../../demo/ensureBuilt.mjs'
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs'
import { looks } from '../../src/looks.js'

const read = (name: string) => readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8')

/** What stands on what, each on the ground where it is hardest to read, and whether it is text. */
const pairs = [
  ['ink', 'sunken', 'text'],
  ['ink-2', 'sunken', 'text'],
  ['ink-3', 'sunken', 'text'],
  ['on-accent', 'accent', 'text'],
  ['on-accent', 'accent-hover', 'text'],
  ['accent-ink', 'accent-soft', 'text'],
  ['on-danger', 'danger', 'text'],
  ['on-danger', 'danger-hover', 'text'],
  ['danger-ink', 'danger-soft', 'text'],
  ['danger-ink', 'sunken', 'text'],
  ['warn-ink', 'warn-soft', 'text'],
  ['ok-ink', 'ok-soft', 'text'],
  ['accent', 'sunken', 'sign'],
  ['danger', 'bg', 'sign'],
  ['field', 'surface', 'sign'],
  ['mark', 'sunken', 'sign'],
] as const

/** The colours that shadcn/ui gives a new page. */
const hosts = {
  light: `--background: oklch(1 0 0); --foreground: oklch(0.145 0 0); --card: oklch(1 0 0); --card-foreground: oklch(0.145 0 0);
    --primary: oklch(0.205 0 0); --primary-foreground: oklch(0.985 0 0); --muted: oklch(0.97 0 0); --muted-foreground: oklch(0.556 0 0);
    --destructive: oklch(0.577 0.245 27.325); --border: oklch(0.922 0 0); --radius: 0.625rem`,
  dark: `--background: oklch(0.145 0 0); --foreground: oklch(0.985 0 0); --card: oklch(0.205 0 0); --card-foreground: oklch(0.985 0 0);
    --primary: oklch(0.922 0 0); --primary-foreground: oklch(0.205 0 0); --muted: oklch(0.269 0 0); --muted-foreground: oklch(0.708 0 0);
    --destructive: oklch(0.704 0.191 22.216); --border: oklch(1 0 0 / 10%); --radius: 0.625rem`,
  lightHsl: `--background: 0 0% 100%; --foreground: 0 0% 3.9%; --card: 0 0% 100%; --card-foreground: 0 0% 3.9%; --primary: 0 0% 9%;
    --primary-foreground: 0 0% 98%; --muted: 0 0% 96.1%; --muted-foreground: 0 0% 45.1%; --destructive: 0 84.2% 60.2%;
    --border: 0 0% 89.8%; --radius: 0.5rem`,
  darkHsl: `--background: 0 0% 3.9%; --foreground: 0 0% 98%; --card: 0 0% 3.9%; --card-foreground: 0 0% 98%; --primary: 0 0% 98%;
    --primary-foreground: 0 0% 9%; --muted: 0 0% 14.9%; --muted-foreground: 0 0% 63.9%; --destructive: 0 62.8% 30.6%;
    --border: 0 0% 14.9%; --radius: 0.5rem`,
}

const cases = (['light', 'dark'] as const).flatMap((theme) => {
  const alone = { theme, page: '', dark: false, text: 4.5 }
  const guest = { theme: 'auto', dark: theme === 'dark', text: 4.5 }
  return [
    { name: `no look, ${theme}`, root: '', ...alone },
    { name: `soft, ${theme}`, root: looks.soft.classNames.root, ...alone },
    { name: `sharp, ${theme}`, root: looks.sharp.classNames.root, ...alone },
    { name: `contrast, ${theme}`, root: looks.contrast.classNames.root, ...alone, text: 7 },
    { name: `shadcn, ${theme}`, root: looks.shadcn.classNames.root, page: hosts[theme], ...guest },
    { name: `shadcnHsl, ${theme}`, root: looks.shadcnHsl.classNames.root, page: hosts[`${theme}Hsl`], ...guest },
  ]
})

let browser: Browser
let page: Page
beforeAll(async () => {
  await ensureBuilt()
  browser = await chromium.launch(await chromiumLaunchOptions())
  page = await browser.newPage()
})
afterAll(() => browser?.close())

async function show({ root, theme, page: host, dark }: { root: string; theme: string; page: string; dark: boolean }, around = '') {
  await page.setContent(`<!doctype html><html class="${dark ? 'dark' : ''}"><style>:root { ${host} }</style>
    <style>${read('looks.css')}</style><style>${read('styles.css')}</style>
    <div class="${around}"><div class="audiopod ${root}" data-theme="${theme}"><i id="probe"></i></div></div>`)
}

/** The widgets' own variable beside a page's; its name is shortened in what is built. */
function ownVariable(name: string): string {
  const [, own] = new RegExp(`(--[\\w-]+):var\\(--audiopod-${name},`).exec(read('styles.css')) ?? []
  if (own === undefined) throw new Error(`no variable beside --audiopod-${name}`)
  return own
}

/** A variable as the browser paints it: red, green, blue. */
function painted(name: string): Promise<number[]> {
  return page.evaluate((variable) => {
    const probe = document.querySelector<HTMLElement>('#probe')
    const paper = document.createElement('canvas').getContext('2d')
    if (!probe || !paper) throw new Error('nothing to paint on')
    // What a variable that names no colour would leave.
    probe.style.color = 'rgb(255 0 255)'
    probe.style.color = `var(${variable})`
    paper.fillStyle = getComputedStyle(probe).color
    paper.fillRect(0, 0, 1, 1)
    return [...paper.getImageData(0, 0, 1, 1).data.slice(0, 3)]
  }, ownVariable(name))
}

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((each) => {
    const part = each / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

async function contrast(one: string, other: string): Promise<number> {
  const [dark = 0, light = 0] = [luminance(await painted(one)), luminance(await painted(other))].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe('the colours of a look', () => {
  test.each(cases)('can be read and told apart: $name', async (look) => {
    await show(look)
    const poor: string[] = []
    for (const [one, other, kind] of pairs) {
      const ratio = await contrast(one, other)
      if (ratio < (kind === 'text' ? look.text : 3)) poor.push(`${one} on ${other}: ${ratio.toFixed(2)}`)
    }
    expect(poor).toEqual([])
  })

  test.each(cases)('are light or dark as they ought to be: $name', async (look) => {
    await show(look)
    const isDark = luminance(await painted('bg')) < luminance(await painted('ink'))
    expect(isDark).toBe(look.name.endsWith('dark'))
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.audiopod') ?? document.body).colorScheme)).toBe(
      isDark ? 'dark' : 'light',
    )
  })
})

describe('a look', () => {
  const accent = { page: '--audiopod-accent: #007a5a', theme: 'light', dark: false }

  test.each(Object.entries(looks))('gives way to a variable of the page: %s', async (_name, { classNames: { root } }) => {
    await show({ ...accent, root })
    expect(await painted('accent')).toEqual([0x00, 0x7a, 0x5a])
  })

  test('can be a class of an element around widgets', async () => {
    await show({ ...accent, page: '', root: looks.sharp.classNames.root })
    const own = await painted('accent')
    await show({ ...accent, page: '', root: '' }, looks.sharp.classNames.root)
    expect(await painted('accent')).toEqual(own)
    await show({ ...accent, page: '', root: '' })
    expect(await painted('accent')).not.toEqual(own)
  })
})
