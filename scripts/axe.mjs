// @ts-check
/**
 * Axe on every story of the static catalogue: light, dark and forced colours, left to right and right to left, at
 * 240, 320 and 1280 px, by the rules of WCAG 2.2 A and AA; and no page may be wider than its window. Each story plays
 * anew in each of these; a play that asserts another width's or direction's layout stops there, is named, and axe looks
 * at what is shown then. `npm test` runs axe on every story once; this takes an hour, so it is run for a release.
 *
 *     npm run axe                          everything, after building the catalogue
 *     npm run axe -- dark rtl 320          only these themes, directions and widths
 *     npm run axe -- apikeys forced        other words narrow the stories: ids that contain one of them
 *     npm run axe -- --no-build --lanes=4  the catalogue as it was last built, four pages at once
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { stripVTControlCharacters } from 'node:util'
import { chromium } from 'playwright-core'
import { buildCatalogue, enter, quiet, staticFolder, storiesOf } from './catalogue.mjs'
import { chromiumLaunchOptions } from './chromium.mjs'
import { serve } from './serve.mjs'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const themes = ['light', 'dark', 'forced']
const directions = ['ltr', 'rtl']
const widths = ['240', '320', '1280']

const given = process.argv.slice(2)
const words = given.filter((word) => !word.startsWith('--'))
const lanes = Number(given.find((word) => word.startsWith('--lanes='))?.split('=')[1]) || Math.min(4, availableParallelism())
if (!given.includes('--no-build')) buildCatalogue()
const all = [...themes, ...directions, ...widths]
const stories = storiesOf(words.filter((word) => !all.includes(word)))

/**
 * @typedef {{ theme: string, direction: string, width: string }} Look
 * @typedef {Look & { ran: number, stopped: number, unread: number, violations: number, overflows: number, seconds: number }} Row
 */

/** Those of the list that were asked for, or all. @param {readonly string[]} list */
const chosen = (list) => (list.some((each) => words.includes(each)) ? list.filter((each) => words.includes(each)) : list)
/** @type {Look[]} */
const looks = chosen(themes).flatMap((theme) =>
  chosen(directions).flatMap((direction) => chosen(widths).map((width) => ({ theme, direction, width }))),
)

const { url, close } = await serve(staticFolder)
const browser = await chromium.launch(await chromiumLaunchOptions())
/** @type {Row[]} */
const rows = []
/** By what is wrong: where. @type {Map<string, string[]>} */
const faults = new Map()
/** One lane takes a story at a time of the look that is under way. */
for (const look of looks) await runLook(look)
await browser.close()
await close()
conclude()

/** @param {Look} look */
async function runLook(look) {
  const start = performance.now()
  const row = { ...look, ran: 0, stopped: 0, unread: 0, violations: 0, overflows: 0, seconds: 0 }
  rows.push(row)
  const waiting = [...stories]
  await Promise.all(Array.from({ length: Math.min(lanes, stories.length) }, () => lane(row, waiting)))
  row.seconds = (performance.now() - start) / 1000
  console.log(line(row))
}

/** @param {Row} row @param {import('./catalogue.mjs').Story[]} waiting */
async function lane(row, waiting) {
  const { theme, direction, width } = row
  const forced = theme === 'forced'
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    forcedColors: forced ? 'active' : 'none',
    viewport: { width: Number(width), height: 800 },
  })
  const page = await context.newPage()
  const show = await enter(page, url, stories[0]?.id ?? '', `theme:${forced ? 'light' : theme};direction:${direction}`)
  for (let story = waiting.shift(); story; story = waiting.shift()) {
    const where = `${story.id} ${theme} ${direction} ${width}`
    try {
      const failure = await show(story.id)
      if (failure) {
        row.stopped += 1
        note('plays that stopped', `${where}: ${plain(failure)}`)
      }
      await quiet(page)
      const { violations, overflow } = await examine(page, row)
      row.ran += 1
      row.violations += violations.length
      for (const { rule, nodes } of violations) note(rule, `${where}: ${nodes.length} times, as ${nodes[0] ?? ''}`)
      if (overflow) {
        row.overflows += 1
        note('a page is wider than its window', `${where}: ${overflow}`)
      }
    } catch (error) {
      row.unread += 1
      note('no answer', `${where}: ${String(error).split('\n')[0]}`)
    }
  }
  await context.close()
}

/** @param {import('playwright-core').Page} page @param {Look} look */
async function examine(page, { theme, direction }) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ content: axeSource })
  return page.evaluate(
    async ({ values, dir, isForced }) => {
      // What hangs over the start of a page cannot be scrolled to, nor measured: the whole page takes the direction.
      document.documentElement.dir = dir
      const { scrollWidth, clientWidth } = document.documentElement
      const { axe } = /** @type {{ axe: typeof import('axe-core') }} */ (/** @type {unknown} */ (window))
      const { violations } = await axe.run(
        { include: ['body'], exclude: ['.sb-wrapper', '#storybook-docs', '#storybook-highlights-root'] },
        {
          runOnly: { type: 'tag', values },
          resultTypes: ['violations'],
          rules: {
            // Off by default, though it is of WCAG 2.2.
            'target-size': { enabled: true },
            // Axe reads -webkit-text-fill-color, which stays the page's where the system forces its colours: it would
            // judge what nobody sees.
            'color-contrast': { enabled: !isForced },
          },
        },
      )
      return {
        overflow: scrollWidth > clientWidth ? widest(clientWidth) : '',
        violations: violations.map(({ id, help, nodes }) => ({
          rule: `${id}: ${help}`,
          nodes: nodes.map(({ html, failureSummary = '' }) => `${html.slice(0, 120)} ${failureSummary.split('\n')[1]?.trim() ?? ''}`),
        })),
      }

      /** Names what reaches farthest out of the window. @param {number} room */
      function widest(room) {
        const out = [...document.querySelectorAll('.page *')]
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .map(({ element, box }) => ({ element, by: Math.max(box.right - room, -box.left) }))
          .toSorted((one, other) => other.by - one.by)[0]
        return out === undefined ? 'by nothing in it' : `${out.element.localName}.${out.element.getAttribute('class') ?? ''}`
      }
    },
    { values: tags, dir: direction, isForced: theme === 'forced' },
  )
}

/** The first line of a message without its colours. @param {string} message */
function plain(message) {
  return stripVTControlCharacters(message).split('\n')[0]
}

/** @param {string} what @param {string} where */
function note(what, where) {
  faults.set(what, [...(faults.get(what) ?? []), where])
}

/** @param {Row} row */
function line({ theme, direction, width, ran, violations, overflows, stopped, unread, seconds }) {
  const figures = [`${ran} stories`, `${violations} violations`, `${overflows} too wide`, `${stopped} plays stopped`, `${unread} unread`, `${seconds.toFixed(0)} s`]
  return [theme.padEnd(7), direction, width.padStart(5), ...figures.map((figure) => figure.padStart(16))].join(' ')
}

function conclude() {
  for (const [what, places] of faults) {
    console.log(`\n${what}`)
    for (const place of places.slice(0, 12)) console.log(`    ${place}`)
    if (places.length > 12) console.log(`    and ${places.length - 12} more`)
  }
  /** @param {'ran' | 'violations' | 'overflows' | 'stopped' | 'unread'} key */
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
  console.log(
    `\n${stories.length} stories in ${looks.length} looks, ${sum('ran')} runs of axe (${tags.join(', ')}): ` +
      `${sum('violations')} violations, ${sum('overflows')} too wide, ${sum('stopped')} plays stopped, ${sum('unread')} unread`,
  )
  process.exitCode = sum('violations') + sum('overflows') + sum('unread') > 0 ? 1 : 0
}
