import type { Framework } from '../templates/index.js'
import type { Project } from './project.js'

/** Frameworks whose server we know, and do not write for: the proxy would stand beside it, not in it. */
const others = [
  ['@tanstack/react-start', 'TanStack Start'],
  ['@remix-run/dev', 'Remix'],
  ['astro', 'Astro'],
  ['gatsby', 'Gatsby'],
  ['expo', 'Expo'],
  ['@sveltejs/kit', 'SvelteKit'],
  ['fastify', 'Fastify'],
] as const

/** The framework of an app, by what it depends on; `other` names one without a template. */
export function detect({ uses, has }: Project): { framework: Framework } | { other: string } {
  if (uses('next')) {
    const pagesOnly = !has('app') && !has('src/app') && (has('pages') || has('src/pages'))
    return { framework: pagesOnly ? 'next-pages' : 'next-app' }
  }
  // Without it, React Router is a library within Vite.
  if (uses('@react-router/dev')) return { framework: 'react-router' }
  const other = others.find(([dependency]) => uses(dependency))
  if (other) return { other: other[1] }
  if (uses('express')) return { framework: 'express' }
  if (uses('hono')) return { framework: 'hono' }
  return { framework: uses('vite') ? 'vite' : 'node' }
}
