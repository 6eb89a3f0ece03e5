import type { SimulatedFile } from '../types.js'

/** Below the origin that was asked: what AudioPod serves from a CDN and a payment page of its own. */
const ROOT = '/audiopod-simulator'

export const filePath = (kind: SimulatedFile, name: string): string => `${ROOT}/${kind}/${encodeURIComponent(name)}`

export const filePattern: string = `*${ROOT}/:kind/:name`

const PATH = new RegExp(`${ROOT}/(audio|timestamps|preview|checkout)/([^/]+)$`)

export function matchFile(pathname: string): { kind: SimulatedFile; name: string } | undefined {
  const match = PATH.exec(pathname)
  return match ? { kind: match[1] as SimulatedFile, name: match[2] as string } : undefined
}
