import type { Project } from '../init/project.js'
import { provider } from './provider.js'
import { aboutProxy, shutProxy } from './proxy.js'
import type { NewFile, Template } from './template.js'

const viteProxy = (port: number): string =>
  `Have Vite's dev server ask it, in vite.config: \`server: { proxy: { '/api/audiopod': { target: 'http://localhost:${port}', changeOrigin: false } } }\`.`

export const express: Template = {
  title: 'Express',
  envFile: '.env',
  files: (project) => [
    {
      path: moduleOf(project),
      about: aboutProxy,
      text: `import { createAudioPodProxy, toNodeListener } from 'audiopod-react/server'

export const proxy = ${shutProxy}

/** Goes before \`express.json()\`: \`app.use('/api/audiopod', audiopod)\` */
export const audiopod = toNodeListener(proxy)
`,
    },
    ...widgets(project),
  ],
  steps: (project) => [
    `Serve it: import \`audiopod\` of ${moduleOf(project)} in your server, and before \`express.json()\`: \`app.use('/api/audiopod', audiopod)\`.`,
    ...(project.uses('vite') ? [viteProxy(3000)] : []),
    ...show(project),
  ],
}

export const hono: Template = {
  title: 'Hono',
  envFile: '.env',
  files: (project) => [
    {
      path: moduleOf(project),
      about: aboutProxy,
      text: `import { createAudioPodProxy } from 'audiopod-react/server'

/** \`app.all('/api/audiopod/*', (c) => proxy(c.req.raw))\` */
export const proxy = ${shutProxy}
`,
    },
    ...widgets(project),
  ],
  steps: (project) => [
    `Serve it: import \`proxy\` of ${moduleOf(project)} in your server, and \`app.all('/api/audiopod/*', (c) => proxy(c.req.raw))\`.`,
    ...(project.uses('vite') ? [viteProxy(3000)] : []),
    ...show(project),
  ],
}

export const vite: Template = {
  title: 'Vite, without a server of its own',
  envFile: '.env',
  files: (project) => [nodeServer('server/audiopod.mjs'), provider(project, project.src)],
  steps: (project) => [
    'Start the proxy beside Vite: `node --env-file=.env server/audiopod.mjs`. In production, serve both from one origin.',
    viteProxy(3001),
    ...show(project),
  ],
}

export const node: Template = {
  title: 'a server on node:http',
  envFile: '.env',
  files: (project) => [nodeServer('server/audiopod.mjs'), ...widgets(project)],
  steps: (project) => [
    'Start the proxy: `node --env-file=.env server/audiopod.mjs`, and serve `/api/audiopod/` of your pages’ origin from it.',
    ...show(project),
  ],
}

/** JavaScript, and a module whatever package.json says: Node runs it as it is. */
function nodeServer(path: string): NewFile {
  return {
    path,
    about: aboutProxy,
    text: `import { createServer } from 'node:http'
import { createAudioPodProxy, toNodeListener } from 'audiopod-react/server'

const proxy = ${shutProxy}

const audiopod = toNodeListener(proxy)

createServer((req, res) => {
  if (req.url?.startsWith('/api/audiopod/')) return void audiopod(req, res)
  res.writeHead(404).end()
}).listen(process.env.PORT ?? 3001)
`,
  }
}

/** Beside the server's own files, and never among those that browsers get. */
function moduleOf({ typescript, isModule, src, has, uses }: Project): string {
  const folder = has('server') ? 'server/' : uses('vite') ? '' : src
  return `${folder}audiopod.${typescript ? 'ts' : isModule ? 'js' : 'mjs'}`
}

/** A server without pages needs none. */
function widgets(project: Project): NewFile[] {
  return project.uses('react') ? [provider(project, project.src)] : []
}

function show(project: Project): string[] {
  if (project.uses('react')) return ['Show it on a page: `<AudioPod userId={user.id} />`.']
  return ['The widgets go where React is: https://www.npmjs.com/package/audiopod-react']
}
