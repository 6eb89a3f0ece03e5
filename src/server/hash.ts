const encoder = new TextEncoder()

/** SHA-256 in hex. Hex, and not base64url, in everything that leaves here: it can never look like a key. */
export async function sha256(text: string): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', encoder.encode(text)))
}

export function hex(buffer: ArrayBuffer): string {
  let text = ''
  for (const byte of new Uint8Array(buffer)) text += byte.toString(16).padStart(2, '0')
  return text
}

/** Several texts as one that no other several make. */
export function join(...parts: readonly string[]): string {
  return JSON.stringify(parts)
}
