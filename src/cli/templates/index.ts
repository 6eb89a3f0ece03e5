import { nextApp, nextPages } from './next.js'
import { reactRouter } from './reactRouter.js'
import { express, hono, node, vite } from './servers.js'
import type { Template } from './template.js'

/** By the name that `--framework` takes. */
export const templates = {
  'next-app': nextApp,
  'next-pages': nextPages,
  'react-router': reactRouter,
  express,
  hono,
  vite,
  node,
} satisfies Record<string, Template>

export type Framework = keyof typeof templates

export function isFramework(name: string): name is Framework {
  return Object.hasOwn(templates, name)
}
