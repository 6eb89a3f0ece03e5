import { hash } from '../random.js'
import type { SimulatedFile } from '../types.js'
import type { World } from '../world.js'
import { filePath } from './paths.js'

/** A URL that is good until it expires. The signature keeps a test honest, not an attacker out. */
export function signedUrl(world: World, origin: string, kind: SimulatedFile, name: string): string {
  const expires = Math.ceil(world.now() / 1000) + world.settings.urlSeconds
  return `${origin}${filePath(kind, name)}?expires=${expires}&signature=${sign(world, kind, name, expires)}`
}

export function isSigned(world: World, kind: SimulatedFile, name: string, query: URLSearchParams): boolean {
  const expires = Number(query.get('expires'))
  return expires * 1000 > world.now() && query.get('signature') === sign(world, kind, name, expires)
}

function sign({ salt }: World, kind: SimulatedFile, name: string, expires: number): string {
  const part = (n: number) => hash(`${salt}:${n}:${kind}:${name}:${expires}`).toString(16).padStart(8, '0')
  return part(1) + part(2)
}
