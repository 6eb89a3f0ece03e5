import { tellOnce } from './tellOnce.js'
import type { Watched } from './watch.js'

/** An answer that is not called JSON: what page stands where the proxy should, and who put it there. */
export async function lookAtPage({ endpoint, operation }: Watched, asked: string, response: Response): Promise<void> {
  const { status } = response
  const text = await response.text()
  const isHtml = /^\s*</.test(text)
  const path = new URL(endpoint, location.href).pathname

  const target = sentOn(response.url, asked)
  if (isHtml && status < 500 && (target !== undefined || status === 401 || status === 403 || isLogin(text))) {
    const how = target === undefined ? `answers ${operation} with ${status} and a page of HTML` : `sends ${operation} on to ${target}, a page of HTML`
    return tellOnce('login', 'error', {
      what: `The endpoint ${endpoint} ${how}: something in front of the proxy asks for a login, or bars the way.`,
      fix:
        `take ${path}/* out of what shows or redirects to the login (the matcher of a middleware, a preview's protection). ` +
        'The proxy answers 401 itself where `authorize` gives null.',
      section: 'the-endpoint-answers-with-a-login-page',
    })
  }
  if (isHtml && status < 300) {
    return tellOnce('fallback', 'error', {
      what:
        `The endpoint ${endpoint} answers ${operation} with ${status} and a page of HTML: the proxy is not mounted there, and the ` +
        "server gives the app's own page (index.html) for every path that it does not know.",
      fix: `mount the proxy at ${path}, before that fallback: app.use('${path}', toNodeListener(proxy)).${viteToo(path)}`,
      section: 'the-endpoint-answers-with-the-apps-own-page',
    })
  }
  // A bare 404 too: Vite's dev server answers so to who asks for JSON. Of these two AudioPod itself may say it so.
  const mayBeAbsent = operation === 'credits.usage' || operation === 'apiKeys.revoke'
  if ((status === 404 || status === 405) && (isHtml || !mayBeAbsent)) {
    tellOnce('route', 'error', {
      what:
        `The endpoint ${endpoint} answers ${operation} with ${status} and ${isHtml ? "the host's own page" : 'nothing of the proxy'}: ` +
        'the proxy is not mounted there, or does not let this operation through.',
      fix:
        `let \`endpoint\` and the proxy's \`basePath\` name the same path, and mount the route for all below it: ` +
        `GET ${path}/healthz is 204 then. \`npx audiopod-react init\` writes the route.${viteToo(path)}`,
      section: 'nothing-of-the-proxy-is-at-the-endpoint',
    })
  }
}

/** Where a request was sent on to, without its query; undefined for the same place, also with a slash more or less. */
function sentOn(reached: string, asked: string): string | undefined {
  const from = new URL(asked, location.href)
  const to = new URL(reached || from, from)
  const bare = ({ origin, pathname }: URL) => `${origin}${pathname.replace(/\/+$/, '')}`
  if (bare(to) === bare(from)) return undefined
  return to.origin === location.origin ? to.pathname : `${to.origin}${to.pathname}`
}

function isLogin(text: string): boolean {
  return /<input[^>]+type=["']?password/i.test(text)
}

/** For a page of Vite's dev server, which has no API of its own. */
function viteToo(path: string): string {
  if (!document.querySelector('script[src*="/@vite/client"]')) return ''
  const target = "{ target: 'http://localhost:3000', changeOrigin: false }"
  return ` This page comes from Vite's dev server: send the path on to your server in vite.config, server: { proxy: { '${path}': ${target} } }.`
}
