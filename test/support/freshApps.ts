/** Apps as the frameworks' own starters leave them, as far as it matters to a build. By path. */
export type Files = Record<string, string>

const manifest = (dependencies: string[], rest: object = {}): string =>
  JSON.stringify({ name: 'fresh', private: true, ...rest, dependencies: Object.fromEntries(dependencies.map((one) => [one, '*'])) })

const page = `import { AudioPod } from '../components/AudioPod'

export default function Page() {
  return <AudioPod userId="ada" />
}
`

const compilerOptions = {
  target: 'es2022', lib: ['dom', 'dom.iterable', 'es2023'], module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx', types: ['node'],
  strict: true, exactOptionalPropertyTypes: true, noUnusedLocals: true, noUnusedParameters: true, verbatimModuleSyntax: true,
  isolatedModules: true, skipLibCheck: true, noEmit: true, allowJs: true, esModuleInterop: true, resolveJsonModule: true,
}
const tsconfig = JSON.stringify({ compilerOptions, include: ['**/*.ts', '**/*.tsx'], exclude: ['node_modules', 'build'] })

export const freshApps = {
  'next-app': {
    'package.json': manifest(['next', 'react', 'react-dom']),
    'tsconfig.json': tsconfig,
    '.gitignore': '/node_modules\n/.next/\n\n# env files (can opt-in for committing if needed)\n.env*\n',
    'app/layout.tsx': `import type { ReactNode } from 'react'

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
`,
    'app/page.tsx': page,
  },
  'next-pages': {
    'package.json': manifest(['next', 'react', 'react-dom']),
    'jsconfig.json': '{}',
    '.gitignore': '/node_modules\n/.next/\n.env*.local\n',
    'src/pages/index.js': page,
  },
  'react-router': {
    'package.json': manifest(['react-router', '@react-router/node', '@react-router/serve', '@react-router/dev', 'react', 'react-dom', 'vite', 'isbot'], {
      type: 'module',
    }),
    'tsconfig.json': tsconfig,
    '.gitignore': '.DS_Store\n.env\n/node_modules/\n\n# React Router\n/.react-router/\n/build/',
    'react-router.config.ts': 'export default { ssr: true }\n',
    'vite.config.ts': `import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({ plugins: [reactRouter()] })
`,
    'app/root.tsx': `import { Links, Meta, Outlet, Scripts } from 'react-router'

export default function Root() {
  return (
    <html lang="en">
      <head>
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <Scripts />
      </body>
    </html>
  )
}
`,
    'app/routes.ts': `import { index } from '@react-router/dev/routes'

export default [index('routes/home.tsx')]
`,
    'app/routes/home.tsx': page,
  },
  vite: {
    'package.json': manifest(['react', 'react-dom', 'vite', '@vitejs/plugin-react'], { type: 'module' }),
    'tsconfig.json': tsconfig,
    '.gitignore': 'node_modules\ndist\n*.local\n',
    'index.html': '<!doctype html><title>Fresh</title><div id="root"></div><script type="module" src="/src/main.tsx"></script>\n',
    'src/main.tsx': `import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AudioPod } from './AudioPod'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <AudioPod userId="ada" />
    </StrictMode>,
  )
}
`,
  },
  express: {
    'package.json': manifest(['express', 'react', 'react-dom', 'vite'], { type: 'module' }),
    'server/index.js': `import express from 'express'
import { audiopod } from './audiopod.js'

const app = express()
app.use('/api/audiopod', audiopod)
app.use(express.json())
app.listen(process.env.PORT)
`,
    'src/main.jsx': '',
  },
  hono: {
    'package.json': manifest(['hono', '@hono/node-server']),
    'tsconfig.json': tsconfig,
    '.gitignore': 'node_modules/\n\n# env\n.env\n.env.production\n',
    'src/index.ts': `import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { proxy } from './audiopod.js'

const app = new Hono()
app.all('/api/audiopod/*', (c) => proxy(c.req.raw))
serve({ fetch: app.fetch, port: Number(process.env['PORT']) })
`,
  },
  node: { 'package.json': manifest([]), 'index.html': '<!doctype html>' },
} as const satisfies Record<string, Files>
