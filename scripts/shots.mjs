// @ts-check
/**
 * Pictures of every story, light and dark, narrow and wide, from the static catalogue: `npm run shots`. They go to
 * shots/, with a contact sheet of each theme and width, so that a person sees many at once.
 *
 *     npm run shots                     all stories, after building the catalogue
 *     npm run shots -- apikeys player   only stories whose id contains one of these
 *     npm run shots -- --no-build       from the catalogue as it was last built
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { buildCatalogue, enter, quiet, root, staticFolder, storiesOf } from './catalogue.mjs'
import { chromiumLaunchOptions } from './chromium.mjs'
import { serve } from './serve.mjs'

const folder = join(root, 'shots')
const themes = ['light', 'dark']
const widths = [320, 1024]
const height = 720
const lanes = 2
const perSheet = { 320: 24, 1024: 12 }

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
if (!process.argv.includes('--no-build')) buildCatalogue()

const stories = storiesOf(words)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const { url, close } = await serve(staticFolder)
const browser = await chromium.launch(await chromiumLaunchOptions())
/** @type {string[]} */
const failures = []

const looks = themes.flatMap((theme) => widths.map((width) => ({ theme, width })))
const sets = [...looks]
await Promise.all(Array.from({ length: lanes }, lane))
for (const { theme, width } of looks) await contactSheets(theme, width)
await browser.close()
await close()

const pictures = stories.length * looks.length
console.log(`${pictures} pictures and their contact sheets (sheet-*.png) in shots/, ${(performance.now() / 1000).toFixed(0)} s`)
for (const failure of failures) console.error(failure)
process.exitCode = failures.length > 0 ? 1 : 0

async function lane() {
  for (let look = sets.shift(); look; look = sets.shift()) await picturesOf(look)
}

/** @param {{ theme: string, width: number }} look */
async function picturesOf({ theme, width }) {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width, height } })
  const page = await context.newPage()
  const show = await enter(page, url, stories[0]?.id ?? '', `theme:${theme}`)
  for (const { id } of stories) {
    try {
      const failure = await show(id)
      if (failure) failures.push(`${id} ${theme} ${width}: ${failure.split('\n')[0]}`)
      await quiet(page)
      const clip = { x: 0, y: 0, width, height: await heightOf(page) }
      await page.screenshot({ path: join(folder, fileName(id, theme, width)), clip, fullPage: true, animations: 'disabled' })
    } catch (error) {
      failures.push(`${id} ${theme} ${width}: ${String(error).split('\n')[0]}`)
    }
  }
  await context.close()
}

/**
 * As high as what is shown; the whole window where something lies over the page.
 * @param {import('playwright-core').Page} page
 */
async function heightOf(page) {
  const { content, isCovered } = await page.evaluate(() => ({
    content: document.querySelector('.page-column')?.getBoundingClientRect().bottom ?? 0,
    isCovered: document.querySelector('dialog[open], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]') !== null,
  }))
  return Math.ceil(isCovered ? Math.max(content + 24, height) : content + 24)
}

/** @param {string} theme @param {number} width */
async function contactSheets(theme, width) {
  const size = width < 480 ? perSheet[320] : perSheet[1024]
  const columns = width < 480 ? 6 : 3
  for (let start = 0; start < stories.length; start += size) {
    const cells = stories
      .slice(start, start + size)
      .map(({ id, title, name }) => `<figure><figcaption>${title}: ${name}</figcaption><img src="${fileName(id, theme, width)}"></figure>`)
    const html = `<!doctype html><meta charset="utf-8"><title>${theme} ${width}</title><style>
      body { margin: 16px; font: 12px system-ui; background: ${theme === 'dark' ? '#333' : '#ddd'}; color: ${theme === 'dark' ? '#fff' : '#000'} }
      main { columns: ${columns}; column-gap: 12px } figure { margin: 0 0 12px; break-inside: avoid } img { width: 100%; display: block }
    </style><main>${cells.join('')}</main>`
    const name = `sheet-${theme}-${width}-${start / size + 1}`
    writeFileSync(join(folder, `${name}.html`), html)
    const page = await browser.newPage({ viewport: { width: 1800, height: 200 } })
    const files = await serve(folder)
    await page.goto(`${files.url}${name}.html`, { waitUntil: 'load' })
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
    await page.close()
    await files.close()
  }
}

/** @param {string} id @param {string} theme @param {number} width */
function fileName(id, theme, width) {
  return `${id}.${theme}.${width}.png`
}
