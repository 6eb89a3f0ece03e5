/**
 * What the package may weigh in an app: gzip, minified, with everything inside but React. Each is what is loaded
 * at first; parts loaded later (`import()`) are outside. Each limit is a little above what it was when it was set:
 * raise one only with a reason.
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

/** @param {string} name @param {string} names @param {string} limit */
const imported = (name, names, limit) => ({
  name,
  path: 'dist/index.js',
  import: `{ ${names} }`,
  ignore: react,
  gzip: true,
  limit,
  modifyEsbuildConfig: withoutLazyParts,
})

export default [
  imported('useCredits', 'AudioPodProvider, useCredits', '14.2 KB'),
  imported('CreditBalance', 'AudioPodProvider, CreditBalance', '19.4 KB'),
  imported('WalletBalance', 'AudioPodProvider, WalletBalance', '18.6 KB'),
  imported('TopUp', 'AudioPodProvider, TopUp', '29 KB'),
  imported('UsageChart', 'AudioPodProvider, UsageChart', '25.1 KB'),
  imported('RateLimitMeter', 'AudioPodProvider, RateLimitMeter', '18 KB'),
  imported('ApiKeys', 'AudioPodProvider, ApiKeys', '23.8 KB'),
  imported('SpeechGenerator', 'AudioPodProvider, SpeechGenerator', '30.1 KB'),
  imported('AudioPlayer', 'AudioPlayer', '9.2 KB'),
  imported('createAudioPodClient', 'createAudioPodClient', '19.2 KB'),
  { ...imported('everything', '', '92.8 KB'), import: '*' },
  { name: 'server', path: 'dist/server.js', gzip: true, limit: '32.9 KB', modifyEsbuildConfig: forNode },
  { name: 'server on Node', path: 'dist/server.node.js', ignore: ['undici'], gzip: true, limit: '33.9 KB', modifyEsbuildConfig: forNode },
  { name: 'testing', path: 'dist/testing.js', ignore: ['msw'], gzip: true, limit: '25 KB', modifyEsbuildConfig: forNode },
  { name: 'devtools in production', path: 'dist/devtools.js', ignore: react, gzip: true, limit: '0.3 KB', modifyEsbuildConfig: withoutLazyParts },
  { name: 'vite', path: 'dist/vite.js', gzip: true, limit: '7 KB', modifyEsbuildConfig: forNode },
  { name: 'styles.css', path: 'dist/styles.css', gzip: true, limit: '8.5 KB' },
  { name: 'looks.css', path: 'dist/looks.css', gzip: true, limit: '1.6 KB' },
]
