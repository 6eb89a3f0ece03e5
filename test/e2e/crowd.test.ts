/** A thousand live jobs and a hundred widgets on one page. How long it is busy is measured by bench/longTasks.mjs. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './support/openStage.js'

const JOBS = 1000

let stage: Stage

beforeAll(async () => {
  stage = await openStage({ plan: 10_000 })
})
afterAll(() => stage?.close())

test('cost one request a resource, and no job is asked for twice at a time', async () => {
  const startedAt = new Date().toISOString()
  const jobs = Array.from({ length: JOBS }, (_, i) => ({
    ...{ key: `key-${i}`, id: `job-${i}`, startedAt },
    ...{ status: 'processing', isStopped: false },
  }))
  const kept = JSON.stringify({ v: 1, user: 'user-ada', jobs })
  const sent: string[] = []
  const { page, context } = await stage.openKitPage({
    times: 33,
    async prepare(opened) {
      await opened.addInitScript((value) => sessionStorage.setItem('audiopod-react:jobs:/api/audiopod', value), kept)
      opened.on('request', (request) => {
        const [, path] = new URL(request.url()).pathname.split('/api/audiopod')
        if (path !== undefined) sent.push(`${request.method()} ${path}`)
      })
      // The account has no such jobs.
      await opened.route('**/tts-jobs/**', (route) => {
        const [, id] = /tts-jobs\/([^/]+)/.exec(route.request().url()) ?? []
        return route.fulfill({ json: { id, status: 'processing', progress: 50 } })
      })
    },
  })
  await page.getByRole('region', { name: 'Credit balance' }).getByText('11,250').nth(32).waitFor()
  await page.getByText('Production App').nth(32).waitFor()
  await expect.poll(() => sent.filter(isPoll).length, { timeout: 15_000 }).toBeGreaterThan(100)
  const others = sent.filter((request) => !isPoll(request))
  const polls = sent.filter(isPoll)
  await context.close()

  expect(others.map((request) => request.replace(/\?.*/, '')).toSorted()).toEqual([...new Set(others)].toSorted())
  expect(others).toContain('GET /credits')
  expect(others).toContain('GET /auth/api-keys')
  expect(new Set(polls).size).toBe(Math.min(JOBS, polls.length))
})

const isPoll = (request: string) => request.includes('/tts-jobs/')
