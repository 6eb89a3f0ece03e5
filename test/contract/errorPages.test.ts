import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as errors from '../../src/errors/index.js'

const folder = new URL('../../docs/errors/', import.meta.url)
const read = (code: string) => readFileSync(new URL(`${code}.md`, folder), 'utf8')

it('every code has a page, and every page a code', () => {
  expect(readdirSync(folder).sort()).toEqual(errors.errorCodes.map((code) => `${code}.md`).sort())
})

describe.each(errors.errorCodes)('the page of %s', (code) => {
  it('says what happened, why, how to fix it, and what a person sees', () => {
    const page = read(code)
    expect(page).toContain(`# \`${code}\``)
    for (const part of ['What happened', 'Why', 'How to fix it', 'What a person sees', 'Example']) {
      expect(page).toMatch(new RegExp(`^## ${part}\n\n\\S`, 'm'))
    }
    expect(page).toContain(`> ${errors.userMessages[code]}`)
  })

  it('names the class that has this code', () => {
    const name = /^`(\w+)`\./m.exec(read(code))?.[1] ?? ''
    const made = Object.entries(errors).find(([exported]) => exported === name)?.[1]
    if (typeof made !== 'function' || name === '') throw new Error(`${name} is not exported`)
    const error: unknown = Reflect.construct(made, ['m', { operation: 'speech.create', jobId: '1' }])
    expect(error).toMatchObject({ code, name })
  })
})
