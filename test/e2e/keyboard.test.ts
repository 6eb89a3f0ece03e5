/**
 * docs/keyboard.md by real presses: what a browser itself does with a key (sliders, radio buttons, the undo) no script's event
 * reaches. Each test has the rows of the page that it shows; the last one asks whether each row has its test, here or in a story.
 */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { rowsInStories, rowsWithoutTest } from './support/rowsInStories.js'
import { openStage, type Stage } from './support/openStage.js'

const SOON = { timeout: 15_000 }
const root = new URL('../../', import.meta.url)

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ jobSeconds: 0 })
})
afterAll(() => stage?.close())
beforeEach(async () => {
  await stage.page.goto(stage.url)
})

const shown = new Set<string>()
/** Names a test by the rows of docs/keyboard.md that it shows: each as its cells before what it does, joined. */
function keys(section: string, rows: readonly string[]): string {
  for (const row of rows) shown.add(`${section}: ${row}`)
  return `${section}: ${rows.join('; ')}`
}

const press = async (...names: readonly string[]) => {
  for (const name of names) await stage.page.keyboard.press(name)
}
const focused = () => stage.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
const button = (name: string | RegExp) => stage.page.getByRole('button', { name, exact: true })

test(`${keys('ApiKeys', ['Menu button, Enter, Space, Down / Up', 'Menu, Down, Up / Home, End', 'Menu, a letter', 'Menu, Escape / Tab'])}`, async () => {
  const { page } = stage
  const menu = page.getByRole('button', { name: /^Actions for / }).first()
  await menu.focus()
  for (const [key, first] of [['Enter', true], ['Space', true], ['ArrowDown', true], ['ArrowUp', false]] as const) {
    await press(key)
    await expect.poll(() => page.getByRole('menuitem').count(), SOON).toBeGreaterThan(1)
    const items = await page.getByRole('menuitem').allTextContents()
    await expect.poll(focused, SOON).toBe(items.at(first ? 0 : -1)?.trim())
    await press('Home')
    expect(await focused()).toBe(items[0]?.trim())
    await press('ArrowDown')
    expect(await focused()).toBe(items[1]?.trim())
    await press('ArrowUp', 'ArrowUp')
    expect(await focused()).toBe(items.at(-1)?.trim())
    await press('Home', 'End')
    expect(await focused()).toBe(items.at(-1)?.trim())
    await press('c')
    expect(await focused()).toMatch(/^C/)
    await press(first ? 'Escape' : 'Tab')
    await expect.poll(() => page.getByRole('menuitem').count(), SOON).toBe(0)
    const isBack = await menu.evaluate((element) => element === document.activeElement)
    expect(isBack).toBe(first)
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
  }
})

test(`${keys('ApiKeys', ['Search, Escape'])}`, async () => {
  const search = stage.page.getByRole('searchbox', { name: 'Search keys' })
  await search.focus()
  await stage.page.keyboard.type('prod')
  await press('Escape')
  await expect.poll(() => search.inputValue(), SOON).toBe('')
})

const parts = 'SpeechSettings, VoicePicker, CostEstimate, SpeechProgress'

test(`${keys('SpeechGenerator', ['Speed, Right, Up / Left, Down', 'Speed, Home / End'])}`, async () => {
  const speed = stage.page.getByRole('slider', { name: 'Speed' })
  const words = () => speed.getAttribute('aria-valuetext')
  await speed.focus()
  await press('ArrowRight')
  await expect.poll(words, SOON).toBe('1.05x')
  await press('ArrowUp')
  await expect.poll(words, SOON).toBe('1.1x')
  await press('ArrowLeft', 'ArrowDown', 'ArrowDown')
  await expect.poll(words, SOON).toBe('0.95x')
  await press('Home')
  await expect.poll(words, SOON).toBe('0.25x')
  await press('End')
  await expect.poll(words, SOON).toBe('4x')
  await press('ArrowLeft')
  await expect.poll(words, SOON).toBe('3.75x')
})

test(`${keys('VoicePicker', ['Down / Up', 'a letter', 'Page Up / Page Down', 'Home / End', 'Enter, Alt+Up', 'Escape', 'Tab'])}`, async () => {
  const { page } = stage
  const voice = page.getByRole('combobox', { name: 'Voice' })
  const marked = () => page.locator('[role=option][data-highlighted]').textContent({ timeout: 2000 }).catch(() => '')
  await expect.poll(() => voice.inputValue(), SOON).not.toBe('')
  const chosen = await voice.inputValue()
  await voice.focus()
  await press('ArrowDown')
  // One that is still being made is passed over.
  const options = page.locator('.audiopod-voice-row:not([data-blocked])')
  await expect.poll(() => options.count(), SOON).toBeGreaterThan(2)
  const names = await options.allTextContents()
  const at = async () => names.indexOf((await marked()) ?? '')
  await press('Home')
  await expect.poll(at, SOON).toBe(0)
  await press('ArrowDown')
  await expect.poll(at, SOON).toBe(1)
  await press('ArrowUp', 'ArrowUp')
  await expect.poll(at, SOON).toBe(names.length - 1)
  await press('Home', 'End')
  await expect.poll(at, SOON).toBe(names.length - 1)
  await press('Home', 'PageDown')
  await expect.poll(at, SOON).toBeGreaterThan(5)
  await press('PageUp')
  await expect.poll(at, SOON).toBe(0)
  await press('Escape')
  await expect.poll(() => options.count(), SOON).toBe(0)
  expect(await voice.inputValue()).toBe(chosen)
  await page.keyboard.type('sag')
  await expect.poll(() => options.count(), SOON).toBe(1)
  await press('Tab')
  await expect.poll(focused, SOON).toMatch(/^(Preview|Listen|Play)/)
  await press('Escape')
  await expect.poll(() => voice.evaluate((element) => element === document.activeElement), SOON).toBe(true)
  await page.keyboard.type('sag')
  await expect.poll(() => options.count(), SOON).toBe(1)
  await press('Alt+ArrowUp')
  await expect.poll(() => voice.inputValue(), SOON).toBe('Sage')
})

test(`${keys('AudioPlayer', ['Position, Right, Up / Left, Down', 'Position, Page Up / Page Down', 'Position, Home / End', 'Position, Space', 'Speed, Enter, Space', 'Volume, arrows, Home, End'])}`, async () => {
  const { page } = stage
  await page.getByRole('textbox', { name: 'Text' }).fill('The tide had gone out further than anyone could remember. '.repeat(12))
  await press('Control+Enter')
  const place = page.getByRole('slider', { name: 'Position' })
  await expect.poll(() => place.isEnabled().catch(() => false), SOON).toBe(true)
  const at = async () => Math.round(Number(await place.inputValue()))
  await place.focus()
  await press('ArrowRight', 'ArrowUp')
  await expect.poll(at, SOON).toBe(10)
  await press('ArrowLeft', 'ArrowDown', 'ArrowDown')
  await expect.poll(at, SOON).toBe(0)
  await press('PageUp')
  await expect.poll(at, SOON).toBe(30)
  await press('PageDown')
  await expect.poll(at, SOON).toBe(0)
  await press('End')
  await expect.poll(at, SOON).toBeGreaterThan(30)
  await press('Home')
  await expect.poll(at, SOON).toBe(0)
  await press('Space')
  await expect.poll(() => button('Pause').count(), SOON).toBe(1)
  await press('Space')
  await expect.poll(() => button('Play').count(), SOON).toBe(1)
  await page.getByRole('button', { name: /^Speed|speed/ }).first().focus()
  await press('Enter')
  await expect.poll(focused, SOON).toBe('1.25x')
  await press('Space')
  await expect.poll(focused, SOON).toBe('1.5x')
  const volume = page.getByRole('slider', { name: 'Volume' })
  await volume.focus()
  await press('ArrowLeft')
  await expect.poll(() => page.locator('.audiopod-player audio').evaluate((audio) => ('volume' in audio ? audio.volume : 0)), SOON).toBeCloseTo(0.95)
  await press('Home')
  await expect.poll(() => page.locator('.audiopod-player audio').evaluate((audio) => ('volume' in audio ? audio.volume : 1)), SOON).toBe(0)
  await press('End')
  await expect.poll(() => page.locator('.audiopod-player audio').evaluate((audio) => ('volume' in audio ? audio.volume : 0)), SOON).toBe(1)
})

test(`${keys('ApiKeys', ['Menu, Enter, Space'])}`, async () => {
  const { page } = stage
  const menu = page.getByRole('button', { name: /^Actions for / }).first()
  await menu.focus()
  await press('Enter')
  await expect.poll(focused, SOON).toBe('Copy key ID')
  await press('Space')
  await page.getByText('Key ID copied.').first().waitFor()
})

test(`${keys('Dialogs of API keys', ['Tab, Shift+Tab'])}`, async () => {
  const { page } = stage
  await page.getByRole('button', { name: 'Create key' }).first().focus()
  await press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Create key' })
  await dialog.waitFor()
  const isWithin = () => dialog.evaluate((element) => element.contains(document.activeElement) || document.activeElement === document.body)
  for (let i = 0; i < 14; i++) {
    await press('Tab')
    expect(await isWithin()).toBe(true)
  }
  for (let i = 0; i < 14; i++) {
    await press('Shift+Tab')
    expect(await isWithin()).toBe(true)
  }
})

test(`${keys('SpeechText', [
    'the text, Tab', 'Directions, closed, Enter, Space, Down', 'Directions, closed, Up', 'the menu, Up, Down, Home, End, a first letter',
    'the menu, Enter, Space', 'the menu, Escape, Tab', 'the text, Ctrl+Z, Command+Z', 'Show in the text, Enter, Space',
  ])}`, async () => {
  const { page } = stage
  const text = page.getByRole('textbox', { name: 'Text' })
  const directions = page.getByRole('button', { name: 'Directions' })
  const isOn = (element: typeof text) => () => element.evaluate((each) => each === document.activeElement)
  await text.focus()
  await page.keyboard.type('Hush')
  await press('Tab')
  await expect.poll(isOn(directions), SOON).toBe(true)
  await press('Enter')
  await expect.poll(() => page.getByRole('menuitem').count(), SOON).toBeGreaterThan(5)
  const items = (await page.getByRole('menuitem').allTextContents()).map((item) => item.trim())
  await expect.poll(focused, SOON).toBe(items[0])
  await press('End')
  expect(await focused()).toBe(items.at(-1))
  await press('ArrowDown')
  expect(await focused()).toBe(items[0])
  await press('ArrowUp', 'Home', 'w')
  expect(await focused()).toMatch(/^Whisper/)
  await press('Escape')
  await expect.poll(isOn(directions), SOON).toBe(true)
  for (const [key, first] of [['Space', 0], ['ArrowDown', 0], ['ArrowUp', -1]] as const) {
    await press(key)
    await expect.poll(focused, SOON).toBe(items.at(first))
    await press('Tab')
    await expect.poll(() => page.getByRole('menuitem').count(), SOON).toBe(0)
    await directions.focus()
  }
  await press('Enter', 'w', 'Enter')
  await expect.poll(() => text.inputValue(), SOON).toBe('Hush [whispering]')
  await expect.poll(isOn(text), SOON).toBe(true)
  await press('Control+z')
  await expect.poll(() => text.inputValue(), SOON).toBe('Hush')
  await press('Control+Shift+z')
  await expect.poll(() => text.inputValue(), SOON).toBe('Hush [whispering]')

  await page.keyboard.type(' [laughs] now')
  const show = page.getByRole('button', { name: 'Show in the text' })
  await show.waitFor()
  await show.focus()
  await press('Enter')
  await expect.poll(isOn(text), SOON).toBe(true)
  await page.keyboard.type('[laugh]')
  await expect.poll(() => text.inputValue(), SOON).toBe('Hush [whispering] [laugh] now')
})

test(`${keys('SpeechHistory', ['a row, Tab', 'Remove, Enter, Space', 'Show more, Enter, Space'])}`, async () => {
  const { page } = stage
  // What an earlier page left, in the place where it was.
  await page.evaluate(() => {
    const name = Object.keys(sessionStorage).find((key) => key.startsWith('audiopod-react:jobs:')) ?? 'audiopod-react:jobs:/api/audiopod'
    const jobs = Array.from({ length: 25 }, (_, i) => ({ key: `key-${i}`, id: `${i}.x`, startedAt: new Date(Date.now() - i * 60_000).toISOString(), status: 'completed', isStopped: false }))
    sessionStorage.setItem(name, JSON.stringify({ v: 1, user: 'user-ada', jobs }))
  })
  await page.goto(`${stage.url}#history`)
  await page.reload()
  const rows = page.locator('.audiopod-history-row')
  await expect.poll(() => rows.count(), SOON).toBe(20)
  await rows.first().focus()
  await press('Tab')
  await expect.poll(focused, SOON).toBe('Play')
  await press('Tab')
  await expect.poll(focused, SOON).toBe('Remove')
  await press('Enter')
  await expect.poll(() => rows.first().evaluate((row) => row === document.activeElement), SOON).toBe(true)
  const more = page.getByRole('button', { name: /^Show \d+ more/ })
  await more.focus()
  await press('Space')
  await expect.poll(() => rows.count(), SOON).toBe(24)
  await expect.poll(() => rows.nth(20).evaluate((row) => row === document.activeElement), SOON).toBe(true)
})

test(`${keys('UsageChart and UsageTable', ['“Show more”, Enter, Space'])}`, async () => {
  const { page } = stage
  await page.goto(`${stage.url}#billing`)
  const more = page.getByRole('button', { name: /^Show \d+ more/ }).first()
  const rows = page.locator('.audiopod-usage-table [role=row], .audiopod-usage-table tr')
  await more.waitFor()
  const before = await rows.count()
  await more.focus()
  await press('Enter')
  await expect.poll(() => rows.count(), SOON).toBeGreaterThan(before)
})

test(`${keys('TopUp', ['Amounts, Right, Down / Left, Up'])}`, async () => {
  const { page } = stage
  await page.goto(`${stage.url}#billing`)
  const amounts = page.getByRole('radio')
  await expect.poll(() => amounts.count(), SOON).toBeGreaterThan(2)
  const chosen = () => amounts.evaluateAll((all) => all.findIndex((radio) => radio.matches(':checked')))
  await amounts.first().check()
  await amounts.first().focus()
  await press('ArrowRight')
  await expect.poll(chosen, SOON).toBe(1)
  await press('ArrowDown')
  await expect.poll(chosen, SOON).toBe(2)
  await press('ArrowLeft', 'ArrowUp', 'ArrowUp')
  await expect.poll(chosen, SOON).toBe((await amounts.count()) - 1)
})

// The parts are the generator's own, of which the tests above are.
for (const row of ['speed, Left, Right, Home, End', 'voice, a letter', 'voice, Up, Down', 'voice, Enter, Escape']) shown.add(`${parts}: ${row}`)

test(`${keys(parts, ['progress, Tab'])}`, async () => {
  const { page, simulator } = stage
  simulator.fail('speech.get', { delay: Infinity, times: Infinity })
  await page.getByRole('textbox', { name: 'Text' }).fill('Wait')
  await press('Control+Enter')
  await button('Stop waiting').waitFor()
  await page.getByRole('button', { name: 'Generate speech' }).focus()
  await press('Tab')
  await expect.poll(focused, SOON).toBe('Stop waiting')
})

test('each row of docs/keyboard.md has a test by real presses, or a story that plays it', () => {
  const rows = readFileSync(new URL('docs/keyboard.md', root), 'utf8').split(/^## /m).slice(1).flatMap(rowsOf)
  const stories = Object.entries(rowsInStories).flatMap(([story, names]) => {
    const [file = '', name = ''] = story.split(': ')
    expect(readFileSync(new URL(`stories/${file}.stories.tsx`, root), 'utf8'), story).toContain(`export const ${name}: Story`)
    return names
  })
  expect(rows.filter((row) => !shown.has(row) && !stories.includes(row))).toEqual(rowsWithoutTest)
  expect([...shown, ...stories].filter((row) => !rows.includes(row))).toEqual([])
})

/** Each row as its section and its cells but the last, an empty first cell being that of the row above. */
function rowsOf(section: string): string[] {
  const [title = '', ...lines] = section.split('\n')
  let place = ''
  return lines.flatMap((line, i) => {
    const cells = line.split('|').slice(1, -1).map((cell) => cell.trim())
    const [first = '', second = ''] = cells
    const isHead = lines[i + 1]?.startsWith('| ---')
    if (cells.length < 2 || isHead || first.startsWith('---')) return []
    const hasPlace = lines.slice(0, i).findLast((each) => /^\| (?:In|Where|Key|Dialog) /.test(each))?.match(/^\| (?:In|Where) /) !== null
    if (!hasPlace) return [`${title}: ${first}`]
    place = first || place
    return [`${title}: ${place}, ${second}`]
  })
}
