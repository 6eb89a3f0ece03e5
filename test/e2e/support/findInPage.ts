import type { BrowserContext, Page } from 'playwright-core'

/**
 * Where a text is found in what a page shows and keeps: its document, form fields, storage, databases, caches,
 * cookies, and, after the garbage is gone, the memory of its scripts.
 */
export async function findInPage(page: Page, context: BrowserContext, text: string): Promise<string[]> {
  const places = { ...(await readPage(page)), cookies: JSON.stringify(await context.cookies()), memory: await readMemory(page) }
  return Object.entries(places).flatMap(([place, content]) => (content.includes(text) ? [place] : []))
}

/** Brought out of the page to be searched: searched inside, the text would be in its memory. */
function readPage(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const promised = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error('The database cannot be read.'))
      })
    const databases: unknown[] = []
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const database = await promised(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        databases.push(await promised(database.transaction(store).objectStore(store).getAll()))
      }
    }
    const cached: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) cached.push((await (await cache.match(request))?.text()) ?? '')
    }
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
    return {
      document: document.documentElement.outerHTML,
      fields: fields.map(({ value }) => value).join('\n'),
      localStorage: JSON.stringify({ ...localStorage }),
      sessionStorage: JSON.stringify({ ...sessionStorage }),
      databases: JSON.stringify(databases),
      caches: cached.join('\n'),
      address: JSON.stringify([location.href, history.state, document.title, window.name]),
    }
  })
}

/** A snapshot of the heap, which holds every string that a script could still reach. */
async function readMemory(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return chunks.join('')
}
