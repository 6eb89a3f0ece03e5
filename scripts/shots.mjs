// @ts-check
/**
 * Pictures of every story, light and dark, narrow and wide, from the static catalogue: `npm run shots`. They go to
 * shots/, with a contact sheet of each theme and width, so that a person sees many at once.
 *
 *     npm run shots                     all stories, after building the catalogue
 *     npm run shots -- apikeys player   only stories whose id contains one of these
 *     npm run shots -- --no-build       from the catalogue as it was last built
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { chromiumLaunchOptions } from './chromium.mjs'
import { serve } from './serve.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'shots')
const themes = ['light', 'dark']
const widths = [320, 1024]
const height = 720
const lanes = 2
const perSheet = { 320: 24, 1024: 12 }

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
if (!process.argv.includes('--no-build')) execFileSync('npm', ['run', 'build-storybook'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })

/**
 * What Storybook's preview puts into the window.
 * @typedef {object} Storybook
 * @property {{ emit: (event: string, value: object) => void, on: (event: string, listener: () => void) => void }} __STORYBOOK_ADDONS_CHANNEL__
 * @property {boolean} [hasFailed] ours: the story or what it plays threw
 * @property {{ currentRender?: { id?: string, phase?: string } }} [__STORYBOOK_PREVIEW__]
 */

/** @type {{ entries: Record<string, { id: string, type: string, title: string, name: string }> }} */
const index = JSON.parse(readFileSync(join(root, 'storybook-static/index.json'), 'utf8'))
const stories = Object.values(index.entries).filter(
  ({ id, type }) => type === 'story' && (words.length === 0 || words.some((word) => id.includes(word))),
)
if (stories.length === 0) throw new Error('No story is called that')

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const { url, close } = await serve(join(root, 'storybook-static'))
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
  let missed = 0
  page.on('response', (response) => void (isOfApi(response) && (missed += 1)))
  await open(page, theme)
  for (const { id } of stories) {
    try {
      missed = 0
      let failed = await show(page, id)
      // A worker that the browser stopped no longer knows the page: begin anew.
      if (missed > 0) {
        await open(page, theme)
        failed = await show(page, id)
      }
      if (failed) failures.push(`${id} ${theme} ${width}: the story failed`)
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
 * A request that no service worker took.
 * @param {import('playwright-core').Response} response
 */
function isOfApi(response) {
  return !response.fromServiceWorker() && new URL(response.url()).pathname.startsWith('/api/')
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} theme
 */
async function open(page, theme) {
  // Axe has its say in `npm test`.
  await page.goto(`${url}iframe.html?id=${stories[0]?.id ?? ''}&viewMode=story&globals=theme:${theme};a11y.manual:!true`)
  await page.waitForFunction(() => '__STORYBOOK_ADDONS_CHANNEL__' in window)
  await page.evaluate(() => {
    const storybook = /** @type {Storybook} */ (/** @type {unknown} */ (window))
    const note = () => (storybook.hasFailed = true)
    for (const event of ['playFunctionThrewException', 'storyThrewException', 'storyErrored', 'storyMissing']) {
      storybook.__STORYBOOK_ADDONS_CHANNEL__.on(event, note)
    }
  })
}

/**
 * Goes to a story within the page, many times as fast as loading it, waits until it has played to its end, and says
 * whether it failed.
 * @param {import('playwright-core').Page} page
 * @param {string} id
 */
async function show(page, id) {
  await page.evaluate((storyId) => {
    const storybook = /** @type {Storybook} */ (/** @type {unknown} */ (window))
    storybook.hasFailed = false
    storybook.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId, viewMode: 'story' })
  }, id)
  await page.waitForFunction(
    (storyId) => {
      const { __STORYBOOK_PREVIEW__: preview } = /** @type {Storybook} */ (/** @type {unknown} */ (window))
      const { id: shown, phase: reached = '' } = preview?.currentRender ?? {}
      // Before its very end Storybook would reload the page to be rid of the story.
      const ends = ['finished', 'errored', 'aborted']
      return shown === storyId && ends.includes(reached)
    },
    id,
    { timeout: 20_000 },
  )
  return page.evaluate(() => /** @type {Storybook} */ (/** @type {unknown} */ (window)).hasFailed === true)
}

/**
 * Until nothing in the page has changed for a moment; a countdown or a player may never rest.
 * @param {import('playwright-core').Page} page
 */
async function quiet(page) {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const moment = 200
        const enough = setTimeout(finish, 2000)
        let calm = setTimeout(finish, moment)
        const observer = new MutationObserver(() => {
          clearTimeout(calm)
          calm = setTimeout(finish, moment)
        })
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
        function finish() {
          clearTimeout(enough)
          clearTimeout(calm)
          observer.disconnect()
          resolve(undefined)
        }
      }),
  )
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
