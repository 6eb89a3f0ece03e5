import type { BrowserContext, Request, Response } from 'playwright-core'

/** Everything that a browser sent, was sent, and complained of. */
export interface Traffic {
  /** A line for each request and each answer that holds the text anywhere: in its address, headers or body. */
  find: (text: string) => Promise<string[]>
  /** Answers of the app's endpoint, as `GET /credits 200`. */
  answers: () => string[]
  /** Requests that the browser counts as failed or cancelled, whatever was answered. */
  cancelled: () => string[]
  /** What the console, the page and its security policy complained of; a refused request is no complaint. */
  complaints: string[]
}

interface Exchange {
  name: string
  text: Promise<string>
}

/** Records from now on, on every page of the context. */
export async function recordTraffic(context: BrowserContext): Promise<Traffic> {
  const exchanges: Exchange[] = []
  const answers: string[] = []
  const cancelled: string[] = []
  const complaints: string[] = []

  await context.exposeFunction('complain', (complaint: string) => complaints.push(complaint))
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
      const { complain } = globalThis as typeof globalThis & { complain: (text: string) => void }
      complain(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`)
    })
  })
  context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`))
  context.on('console', (message) => {
    const isRefusal = message.text().startsWith('Failed to load resource: the server responded with a status of')
    if (['error', 'warning'].includes(message.type()) && !isRefusal) complaints.push(`console: ${message.text()}`)
  })
  context.on('requestfailed', (request) => cancelled.push(nameOf(request)))
  context.on('request', (request) => {
    exchanges.push({ name: `request ${nameOf(request)}`, text: textOfRequest(request) })
  })
  context.on('response', (response) => {
    const request = response.request()
    exchanges.push({ name: `answer ${nameOf(request)} ${response.status()}`, text: textOfResponse(response) })
    const [, path] = new URL(request.url()).pathname.split('/api/audiopod')
    if (path !== undefined) answers.push(`${request.method()} ${path} ${response.status()}`)
  })

  return {
    complaints,
    answers: () => answers,
    cancelled: () => cancelled,
    async find(text) {
      const forms = [text, encodeURIComponent(text), Buffer.from(text).toString('base64').replace(/=+$/, '')]
      const found = await Promise.all(
        exchanges.map(async ({ name, text: whole }) => (contains(await whole, forms) ? [name] : [])),
      )
      return found.flat()
    },
  }
}

const contains = (whole: string, forms: string[]) => forms.some((form) => whole.includes(form))

const nameOf = (request: Request) => `${request.method()} ${new URL(request.url()).pathname}`

async function textOfRequest(request: Request): Promise<string> {
  const headers = await request.allHeaders().catch(() => request.headers())
  return [request.url(), JSON.stringify(headers), request.postData() ?? ''].join('\n')
}

async function textOfResponse(response: Response): Promise<string> {
  const headers = await response.allHeaders().catch(() => response.headers())
  // A page that was left takes the bodies of its last answers with it.
  const body = await response.body().catch(() => Buffer.alloc(0))
  return [response.url(), JSON.stringify(headers), body.toString('latin1')].join('\n')
}
