/** Drops a map's oldest entry where one more would be more than `max`. */
export function makeRoom(map: Map<string, unknown>, max: number): void {
  const oldest = map.size >= max ? map.keys().next().value : undefined
  if (oldest !== undefined) map.delete(oldest)
}
