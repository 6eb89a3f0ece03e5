import { readFileSync } from 'node:fs'
import * as index from './dist/index.js'

/**
 * What the package may weigh in an app: gzip, minified, with everything inside but React. Each is what is loaded
 * at first; parts loaded later (`import()`) are outside. Each limit is a little above what it was when it was set:
 * raise one only with a reason. Every name of `audiopod-react` that is not listed here, and each language, has its limit
 * in scripts/budgets.json, which `npm run budgets` writes.
 */
const react = ['react', 'react-dom', 'react/jsx-runtime']

/** @param {import('esbuild').BuildOptions} config */
function withoutLazyParts(config) {
  const lazy = {
    name: 'lazy',
    /** @param {import('esbuild').PluginBuild} build */
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined))
    },
  }
  return { ...config, format: 'esm', define: { 'process.env.NODE_ENV': '"production"' }, plugins: [lazy] }
}

/** @param {import('esbuild').BuildOptions} config */
function forNode(config) {
  return { ...withoutLazyParts(config), platform: 'node' }
}

/** @param {string} name @param {string} names @param {string | undefined} limit */
const imported = (name, names, limit) => ({
  name,
  path: 'dist/index.js',
  import: `{ ${names} }`,
  ignore: react,
  gzip: true,
  limit,
  modifyEsbuildConfig: withoutLazyParts,
})

/** The figures that the docs speak of, and the other entries. */
export const listed = [
  imported('useCredits', 'AudioPodProvider, useCredits', '14 KB'),
  imported('CreditBalance', 'AudioPodProvider, CreditBalance', '18.3 KB'),
  imported('WalletBalance', 'AudioPodProvider, WalletBalance', '17.6 KB'),
  imported('TopUp', 'AudioPodProvider, TopUp', '28.3 KB'),
  imported('UsageChart', 'AudioPodProvider, UsageChart', '24.5 KB'),
  imported('RateLimitMeter', 'AudioPodProvider, RateLimitMeter', '17.1 KB'),
  imported('ApiKeys', 'AudioPodProvider, ApiKeys', '22.8 KB'),
  imported('SpeechGenerator', 'AudioPodProvider, SpeechGenerator', '29.3 KB'),
  imported('AudioPlayer', 'AudioPlayer', '8.4 KB'),
  imported('createAudioPodClient', 'createAudioPodClient', '19.2 KB'),
  { ...imported('everything', '', '91.8 KB'), import: '*' },
  { name: 'server', path: 'dist/server.js', gzip: true, limit: '32.9 KB', modifyEsbuildConfig: forNode },
  { name: 'server on Node', path: 'dist/server.node.js', ignore: ['undici'], gzip: true, limit: '34 KB', modifyEsbuildConfig: forNode },
  { name: 'testing', path: 'dist/testing.js', ignore: ['msw'], gzip: true, limit: '16.3 KB', modifyEsbuildConfig: forNode },
  { name: 'devtools in production', path: 'dist/devtools.js', ignore: react, gzip: true, limit: '0.3 KB', modifyEsbuildConfig: withoutLazyParts },
  { name: 'vite', path: 'dist/vite.js', gzip: true, limit: '7 KB', modifyEsbuildConfig: forNode },
  { name: 'styles.css', path: 'dist/styles.css', gzip: true, limit: '8 KB' },
  { name: 'looks', path: 'dist/looks.js', gzip: true, limit: '0.2 KB', modifyEsbuildConfig: withoutLazyParts },
  { name: 'looks.css', path: 'dist/looks.css', gzip: true, limit: '1.6 KB' },
]

/** @type {Record<string, string>} */
const limits = JSON.parse(readFileSync(new URL('scripts/budgets.json', import.meta.url), 'utf8'))
/** Hooks and widgets are weighed with the provider, without which they do nothing. */
const alone = /^(?:AudioPodProvider|isAudioPodError|\w+Error)$/
const single = Object.keys(index)
  .filter((name) => !listed.some((each) => each.name === name))
  .map((name) => imported(name, alone.test(name) ? name : `AudioPodProvider, ${name}`, limits[name]))
const languages = ['ar', 'de', 'en', 'es', 'fr', 'ja', 'zh'].map((tag) => {
  const name = `i18n/${tag}`
  return { name, path: `dist/i18n/labels.${tag}.js`, gzip: true, limit: limits[name], modifyEsbuildConfig: withoutLazyParts }
})

export default [...listed, ...single, ...languages]
