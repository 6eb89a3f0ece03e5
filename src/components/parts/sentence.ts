/** `must not be empty` as a sentence of its own. */
export function sentence(message: string): string {
  const [first = '', ...rest] = message
  return `${first.toUpperCase()}${rest.join('')}${/[.!?]$/.test(message) ? '' : '.'}`
}
