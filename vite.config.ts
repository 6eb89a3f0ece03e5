import { defineConfig, type Plugin } from 'vite'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface Manifest {
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
}

const { dependencies, peerDependencies } = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
) as Manifest
const notOurs = [...Object.keys(dependencies), ...Object.keys(peerDependencies)]

/** `labels.de` and so on: each is an entry, `audiopod-react/i18n/de`. */
const languages = readdirSync(new URL('src/i18n', import.meta.url)).flatMap((file) => /^labels\.[a-z]+(?=\.ts$)/.exec(file) ?? [])

const isJsxOfOurs = (id: string, importer: string | undefined) => id === 'react/jsx-runtime' && !importer?.endsWith('/src/jsx.ts')

/** One import of React's JSX in all that is built, in place of one a file. */
const oneJsx: Plugin = {
  name: 'one-jsx',
  enforce: 'pre',
  resolveId: (id, importer) =>
    isJsxOfOurs(id, importer) ? fileURLToPath(new URL('src/jsx.ts', import.meta.url)) : undefined,
}

/** The library. Tests have their own file, vitest.config.ts; the catalogue has .storybook/vite.config.ts. */
export default defineConfig({
  publicDir: false,
  plugins: [oneJsx],
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: {
      entry: {
        index: 'src/index.ts',
        server: 'src/server.ts',
        'server.node': 'src/server.node.ts',
        'server.browser': 'src/server.browser.ts',
        testing: 'src/testing.ts',
        devtools: 'src/devtools.ts',
        looks: 'src/looks.ts',
        vite: 'src/vite.ts',
        cli: 'src/cli.ts',
        ...Object.fromEntries(languages.map((name) => [`i18n/${name}`, `src/i18n/${name}.ts`])),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      onwarn(warning, warn) {
        // It warns of what preserveModules does not do; test/build/graph.test.ts looks at the result.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
      },
      external: (id, importer) =>
        id.startsWith('node:') ||
        (notOurs.some((name) => id === name || id.startsWith(`${name}/`)) && !isJsxOfOurs(id, importer)),
      // One file in, one file out: bundled into one, 'use client' would be lost without a word.
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
})
