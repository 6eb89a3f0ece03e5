import { isId } from '../api/index.js'
import type { JobIds } from './seal.js'

/** An answer whose job id cannot be sealed: nobody could ask for that job again. */
export class UnsealableJob extends Error {}

/** Members that may hold the job's row one level down. */
const ENVELOPES = ['data', 'job', 'result']

interface Asked {
  raw: string
  /** As the browser spelt it: an id sealed with an older secret stays the id it was. */
  sealed: string
}

/**
 * A copy of an answer about a job with its id sealed wherever it stands: `job_id` at any depth, `id` in the
 * answer itself and in its envelopes (`voice_info.id` is a voice).
 */
export async function sealJobs(body: unknown, userId: string, ids: JobIds, asked?: Asked): Promise<unknown> {
  const seal = async (value: unknown): Promise<unknown> => {
    if (value === null || value === undefined) return value
    const raw = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value
    if (!isId(raw)) throw new UnsealableJob()
    const sealed = raw === asked?.raw ? asked.sealed : await ids.seal(userId, raw)
    if (!isId(sealed)) throw new UnsealableJob()
    return sealed
  }
  const walk = async (value: unknown, isRow: boolean): Promise<unknown> => {
    if (Array.isArray(value)) return Promise.all(value.map((item) => walk(item, false)))
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(async ([name, member]): Promise<[string, unknown]> => {
      if (name === 'job_id' || name === 'jobId' || (isRow && name === 'id')) return [name, await seal(member)]
      return [name, await walk(member, isRow && ENVELOPES.includes(name))]
    })
    return Object.fromEntries(await Promise.all(entries))
  }
  return walk(body, true)
}
