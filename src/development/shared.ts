/** Sets that all copies of this package on a page share. */
export function shared(name: 'told' | 'copies'): Set<unknown> {
  const key = Symbol.for(`audiopod-react.${name}`)
  const there: unknown = Reflect.get(globalThis, key)
  if (there instanceof Set) return there
  const made = new Set<unknown>()
  Reflect.set(globalThis, key, made)
  return made
}
