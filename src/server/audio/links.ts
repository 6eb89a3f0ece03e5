/** Well under what signed addresses live. One that ends sooner is asked for anew. */
const KEPT_MS = 5 * 60_000
const MAX_LINKS = 1000

/** The clips' addresses, so that a player which asks for a clip piece by piece does not ask AudioPod at each. */
export interface Links {
  get(job: string): string | undefined
  set(job: string, link: string): void
  delete(job: string): void
}

export function createLinks(now: () => number = Date.now): Links {
  const links = new Map<string, { link: string; until: number }>()
  return {
    get(job) {
      const known = links.get(job)
      return known && known.until > now() ? known.link : undefined
    },
    set(job, link) {
      links.delete(job)
      const oldest = links.size >= MAX_LINKS ? links.keys().next().value : undefined
      if (oldest !== undefined) links.delete(oldest)
      links.set(job, { link, until: now() + KEPT_MS })
    },
    delete: (job) => void links.delete(job),
  }
}
