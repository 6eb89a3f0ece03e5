/** What a page of its own looks like with the kit's stylesheets and without: the same, to the last computed property and pixel. */
import { readFileSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureBuilt } from '../../demo/ensureBuilt.mjs'
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs'

/** Every kind of element that a page may have, with names of classes that many have, layers, variables and animations of its own. */
const host = `<!doctype html><html lang="en" class="dark" data-theme="light"><meta charset="utf-8"><title>Host</title><style>
  @layer reset, base, components;
  @layer base { button { border-radius: 3px } .card { padding: 7px } }
  :root { --radius: 9px; --accent: teal; --background: 0 0% 100% }
  .card, .table, .row, .field, .menu, .notice, .pill, .title { outline: 1px solid var(--accent) }
  @keyframes appear { from { opacity: 0.4 } } .moving { animation: appear 1s paused }
  .query { container: host / inline-size } @container host (min-width: 100px) { .query > p { color: olive } }
</style><body><main>
  <h1 class="title">One</h1><h2>Two</h2><h3>Three</h3><h4>Four</h4><h5>Five</h5><h6>Six</h6><hr>
  <p>Text with <a href="#one">a link</a>, <b>b</b>, <strong>strong</strong>, <em>em</em>, <i>i</i>, <u>u</u>, <s>s</s>, <code>code</code>,
    <kbd>kbd</kbd>, <samp>samp</samp>, <var>var</var>, <mark>mark</mark>, <small>small</small>, <sub>sub</sub>, <sup>sup</sup>, <q>q</q>,
    <abbr title="abbr">abbr</abbr>, <cite>cite</cite>, <time>now</time>, <output>output</output>, <del>del</del>, <ins>ins</ins></p>
  <blockquote>quoted</blockquote><pre>pre</pre><address>address</address>
  <ul class="menu"><li>one<ul><li>two</li></ul></li></ul><ol><li>one</li></ol><dl><dt>term</dt><dd>what it is</dd></dl>
  <form class="field"><fieldset><legend>Legend</legend><label for="text">Label</label><input id="text" placeholder="Text" class="input"><input type="search">
    <input type="password"><input type="number"><input type="date"><input type="color"><input type="file"><input type="checkbox" checked>
    <input type="radio" checked><input type="range"><input type="submit"><input disabled value="off"><textarea placeholder="Area"></textarea>
    <select><option>one</option></select><select multiple><optgroup label="many"><option selected>two</option></optgroup></select>
    <button class="button">Button</button><button disabled>Off</button><progress value="0.4"></progress><meter value="0.4"></meter></fieldset></form>
  <table class="table"><caption>Caption</caption><thead><tr class="row"><th>Head</th></tr></thead><tbody><tr><td>Cell</td></tr></tbody></table>
  <dialog open class="dialog">Dialog</dialog><dialog id="modal">Modal</dialog><div popover id="popover">Popover</div>
  <details open><summary>Summary</summary>Details</details><nav>Nav</nav><section class="card">Section</section><article>Article</article>
  <aside class="notice">Aside</aside><header>Header</header><footer>Footer</footer><figure><figcaption>Caption</figcaption></figure>
  <svg width="40" height="40" class="icon"><path d="M0 0h40v40z"></path><rect width="9" height="9" class="bar"></rect><text y="20">svg</text></svg>
  <img alt="image" width="20" height="20"><audio controls></audio><video controls width="40" height="40"></video><canvas width="20" height="20"></canvas>
  <div class="query"><p class="moving">Contained</p></div><span class="pill hidden skeleton spinner">Pill</span>
  <div role="table"><div role="row"><div role="cell">cell</div></div></div><div role="listbox"><div role="option" aria-selected="true">option</div></div>
</main></body></html>`

let browser: Browser
let css: string
beforeAll(async () => {
  await ensureBuilt()
  css = ['styles.css', 'looks.css'].map((name) => readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8')).join('\n')
  browser = await chromium.launch(await chromiumLaunchOptions())
})
afterAll(() => browser?.close())

/** Puts the stylesheets into the page, at one end of its own, and a widget; what it gives is what has changed of the page's own. */
function changesBy(page: Page, place: 'afterbegin' | 'beforeend'): Promise<{ seen: number; changed: string[]; radius: string }> {
  return page.evaluate(
    ([text, at]) => {
      const parts = [undefined, '::before', '::after', '::marker', '::placeholder', '::backdrop']
      const own = [...document.querySelectorAll('html, body, main, main *')]
      const properties = [...getComputedStyle(document.body), '--radius', '--accent', '--background']
      const look = () =>
        own.flatMap((element) => {
          const { x, y, width, height } = element.getBoundingClientRect()
          const styles = parts.map((part) => {
            const style = getComputedStyle(element, part)
            return properties.map((property) => style.getPropertyValue(property))
          })
          return [[x, y, width, height].map(String), ...styles]
        })
      const before = look()

      const sheet = document.createElement('style')
      sheet.textContent = text
      document.head.insertAdjacentElement(at, sheet)
      const widget = document.createElement('div')
      // Out of the flow: it takes room, as anything in a page does.
      widget.style.position = 'absolute'
      widget.innerHTML = '<div class="audiopod" data-theme="dark"><section class="audiopod-card"><h2 class="audiopod-title">Widget</h2></section></div>'
      document.body.append(widget)
      const card = widget.querySelector('section')

      const changed = look().flatMap((now, row) => {
        const size = parts.length + 1
        const part = row % size === 0 ? 'box' : (parts[(row % size) - 1] ?? '')
        const name = `${own[Math.floor(row / size)]?.localName} ${part}`
        return now.flatMap((value, index) => {
          const was = before[row]?.[index]
          return value === was ? [] : [`${name} ${part === 'box' ? index : properties[index]}: ${was} → ${value}`]
        })
      })
      return { seen: before.length * properties.length, changed, radius: card ? getComputedStyle(card).borderTopLeftRadius : '' }
    },
    [css, place] as const,
  )
}

const where: [string, BrowserContextOptions, 'afterbegin' | 'beforeend'][] = [
  ['light, after its own', { colorScheme: 'light' }, 'beforeend'],
  ['dark, before its own', { colorScheme: 'dark' }, 'afterbegin'],
  ['forced colours', { forcedColors: 'active' }, 'beforeend'],
  ['reduced motion, narrow', { reducedMotion: 'reduce', viewport: { width: 320, height: 640 } }, 'afterbegin'],
]

test.each(where)('the stylesheets and a widget change nothing of a page’s own: %s', async (_, options, place) => {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.setContent(host)
  await page.evaluate(() => {
    document.querySelector<HTMLDialogElement>('#modal')?.showModal()
    document.querySelector<HTMLElement>('#popover')?.showPopover()
  })
  const { seen, changed, radius } = await changesBy(page, place)
  // They are in force, and there was much to look at.
  expect(radius).toBe('10px')
  expect(seen).toBeGreaterThan(200_000)
  expect(changed).toEqual([])
  await context.close()
})
