import { provider } from './provider.js'
import { aboutProxy, shutProxy } from './proxy.js'
import type { Template } from './template.js'

export const reactRouter: Template = {
  title: 'React Router, framework mode',
  envFile: '.env',
  files: (project) => {
    const type = project.typescript ? ': { request: Request }' : ''
    return [
      {
        path: routeOf(project.typescript),
        about: aboutProxy,
        text: `import { createAudioPodProxy } from 'audiopod-react/server'

const proxy = ${shutProxy}

export const loader = ({ request }${type}) => proxy(request)
export const action = ({ request }${type}) => proxy(request)
`,
      },
      provider(project, 'app/components/'),
    ]
  },
  steps: ({ typescript, read }) => {
    const routes = `app/routes.${typescript ? 'ts' : 'js'}`
    const show = 'Show it on a page: `<AudioPod userId={user.id} />`.'
    // Routes by the names of files find it by themselves.
    if (read(routes)?.includes('flatRoutes')) return [show]
    return [`Add the route to ${routes}: \`route('api/audiopod/*', '${routeOf(typescript).slice('app/'.length)}')\`.`, show]
  },
}

function routeOf(typescript: boolean): string {
  return `app/routes/api.audiopod.$.${typescript ? 'ts' : 'js'}`
}
