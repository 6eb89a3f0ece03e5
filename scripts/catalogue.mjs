// @ts-check
/** The static catalogue in a browser, story by story: for pictures and for axe. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const staticFolder = join(root, 'storybook-static')

export function buildCatalogue() {
  execFileSync('npm', ['run', 'build-storybook'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
}

/**
 * @typedef {{ id: string, type: string, title: string, name: string }} Story
 * @typedef {import('playwright-core').Page} Page
 *
 * What Storybook's preview puts into the window.
 * @typedef {object} Storybook
 * @property {{ emit: (event: string, value: object) => void, on: (event: string, listener: (cause: unknown) => void) => void }} __STORYBOOK_ADDONS_CHANNEL__
 * @property {string} [failure] ours: what the story, or what it plays, threw
 * @property {{ currentRender?: { id?: string, phase?: string } }} [__STORYBOOK_PREVIEW__]
 */

/**
 * The stories whose id contains one of the words; all of them without any.
 * @param {readonly string[]} words
 * @returns {Story[]}
 */
export function storiesOf(words) {
  /** @type {{ entries: Record<string, Story> }} */
  const index = JSON.parse(readFileSync(join(staticFolder, 'index.json'), 'utf8'))
  const stories = Object.values(index.entries).filter(
    ({ id, type }) => type === 'story' && (words.length === 0 || words.some((word) => id.includes(word))),
  )
  if (stories.length === 0) throw new Error('No story is called that')
  return stories
}

/**
 * Goes through stories in a page that is at the catalogue: returns what shows one, waits until it has played to its
 * end, and says how it failed, or nothing.
 * @param {Page} page
 * @param {string} url of the catalogue
 * @param {string} first id of a story to begin with
 * @param {string} globals as `theme:dark;direction:rtl`
 */
export async function enter(page, url, first, globals) {
  let missed = 0
  page.on('response', (response) => void (isMissed(response) && (missed += 1)))
  await open()
  /** @param {string} id */
  return async (id) => {
    missed = 0
    const failure = await show(page, id)
    if (missed === 0) return failure
    // A worker that the browser stopped no longer knows the page: begin anew.
    await open()
    return show(page, id)
  }

  async function open() {
    // Axe has its say in `npm test` and `npm run axe`.
    await page.goto(`${url}iframe.html?id=${first}&viewMode=story&globals=${globals};a11y.manual:!true`)
    await page.waitForFunction(() => '__STORYBOOK_ADDONS_CHANNEL__' in window)
    await page.evaluate(() => {
      const storybook = /** @type {Storybook} */ (/** @type {unknown} */ (window))
      /** @param {unknown} cause */
      const note = (cause) => {
        const { message } = /** @type {{ message?: unknown }} */ (cause ?? {})
        storybook.failure = typeof message === 'string' && message !== '' ? message : 'it threw'
      }
      for (const event of ['playFunctionThrewException', 'storyThrewException', 'storyErrored', 'storyMissing']) {
        storybook.__STORYBOOK_ADDONS_CHANNEL__.on(event, note)
      }
    })
  }
}

/**
 * A request that no service worker took.
 * @param {import('playwright-core').Response} response
 */
function isMissed(response) {
  return !response.fromServiceWorker() && new URL(response.url()).pathname.startsWith('/api/')
}

/**
 * Goes to a story within the page, many times as fast as loading it.
 * @param {Page} page
 * @param {string} id
 */
async function show(page, id) {
  await page.evaluate((storyId) => {
    const storybook = /** @type {Storybook} */ (/** @type {unknown} */ (window))
    storybook.failure = ''
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
  return page.evaluate(() => /** @type {Storybook} */ (/** @type {unknown} */ (window)).failure ?? '')
}

/**
 * Until nothing in the page has changed for a moment; a countdown or a player may never rest.
 * @param {Page} page
 */
export async function quiet(page) {
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
