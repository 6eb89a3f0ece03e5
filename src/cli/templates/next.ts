import { provider } from './provider.js'
import { aboutProxy, shutProxy } from './proxy.js'
import type { Template } from './template.js'

/** `HEAD` and `OPTIONS` are named since Next.js would answer them itself otherwise. */
export const nextApp: Template = {
  title: 'Next.js, App Router',
  envFile: '.env.local',
  files: (project) => [
    {
      path: `${project.srcOf('app')}app/api/audiopod/[...path]/route.${project.typescript ? 'ts' : 'js'}`,
      about: aboutProxy,
      text: `import { createAudioPodProxy } from 'audiopod-react/server'

const proxy = ${shutProxy}

export { proxy as GET, proxy as POST, proxy as DELETE, proxy as HEAD, proxy as OPTIONS }
`,
    },
    provider(project, `${project.srcOf('app')}components/`),
  ],
  steps: () => ['Show it on a page: `<AudioPod userId={user.id} />`. A server component may.'],
}

export const nextPages: Template = {
  title: 'Next.js, Pages Router',
  envFile: '.env.local',
  files: (project) => [
    {
      path: `${project.srcOf('pages')}pages/api/audiopod/[...path].${project.typescript ? 'ts' : 'js'}`,
      about: aboutProxy,
      text: `import { createAudioPodProxy, toNodeListener } from 'audiopod-react/server'

const proxy = ${shutProxy}

// The proxy reads the body itself, within its own bounds.
export const config = { api: { bodyParser: false, externalResolver: true } }

export default toNodeListener(proxy)
`,
    },
    provider(project, `${project.srcOf('pages')}components/`),
  ],
  steps: () => ['Show it on a page: `<AudioPod userId={user.id} />`.'],
}
