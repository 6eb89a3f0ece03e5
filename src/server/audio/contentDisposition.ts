const MAX_NAME = 80

/**
 * RFC 6266: shown in the page, or saved where `download` is asked for (`?download`, `?download=1`). The file is named by
 * `?name=…`, always with the ending of what it is: `clip.exe` becomes `clip.exe.mp3`. What is shown and has no name of its
 * own is left to the page, whose `<a download="…">` counts for nothing against a name from here.
 */
export function contentDisposition(query: URLSearchParams, ending: string): string {
  const download = query.get('download')
  const isDownload = download !== null && download !== '0' && download !== 'false'
  const wanted = safeName(query.get('name') ?? '', ending)
  const kind = isDownload ? 'attachment' : 'inline'
  if (wanted === '' && !isDownload) return kind
  const name = `${wanted || 'speech'}.${ending}`
  const plain = name.replace(/[^\x20-\x7e]/gu, '_').replace(/["\\%]/g, '_')
  // For readers of this century; `'`, `(`, `)` and `*` are left by encodeURIComponent, and are none of RFC 5987's.
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** A name without its ending that every file system takes: no path, no control, no mark that turns text round. */
function safeName(name: string, ending: string): string {
  const clean = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
  const stem = clean.toLowerCase().endsWith(`.${ending}`) ? clean.slice(0, -ending.length - 1) : clean
  return Array.from(stem).slice(0, MAX_NAME).join('').replace(/[. ]+$/, '')
}
