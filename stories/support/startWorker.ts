import { setupWorker, type SetupWorker } from 'msw/browser'

/** Starts the service worker beside the page, wherever the page lies: a static catalogue works below any path. */
export async function startWorker(): Promise<SetupWorker> {
  const worker = setupWorker()
  const folder = new URL(import.meta.env.BASE_URL, document.baseURI)
  await worker.start({
    quiet: true,
    serviceWorker: { url: new URL('mockServiceWorker.js', folder).href },
    onUnhandledRequest(request, print) {
      if (new URL(request.url).pathname.startsWith('/api/')) print.error()
    },
  })
  return worker
}
