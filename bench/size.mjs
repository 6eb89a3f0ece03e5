/** What an app loads: gzip, minified. `node bench/size.mjs` */
import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { print } from './support/print.mjs'

const bundles = {
  'audiopod-react: createAudioPodClient': `export { createAudioPodClient } from '../dist/index.js'`,
  '@fal-ai/client: createFalClient': `export { createFalClient } from '@fal-ai/client'`,
  'swr: useSWR, a cache without a client': `export { default } from 'swr'`,
}

const rows = []
let ours
for (const [name, contents] of Object.entries(bundles)) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['react', 'react-dom'],
    logLevel: 'error',
  })
  const gzip = gzipSync(outputFiles[0].contents, { level: 9 }).length
  ours ??= gzip
  const minified = outputFiles[0].contents.length
  rows.push({ import: name, 'gzip, KB': (gzip / 1000).toFixed(2), 'beside ours': (gzip / ours).toFixed(2), 'minified, KB': (minified / 1000).toFixed(1) })
}
print('Size in an app, React outside', rows)
