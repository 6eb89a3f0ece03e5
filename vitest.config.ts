import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import type { Plugin } from 'vite'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { chromiumLaunchOptions } from './scripts/chromium.mjs'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

// Projects take nothing over from the top of the config. What is faked is faked for the length of one test.
// A test that hangs ends; how fast one is, is nobody's test.
const shared = { pool: 'threads' as const, testTimeout: 20_000, clearMocks: true, restoreMocks: true, unstubEnvs: true, unstubGlobals: true }

const reactTests = ['test/{react,components,theme,i18n}/**/*.test.{ts,tsx}']
const jsdom = { ...shared, environment: 'jsdom', setupFiles: ['test/support/setup.react.ts'] }

// All that React, and state shared through it, reaches the tests through.
const importersOfReact = [
  'react',
  'react-dom',
  'swr',
  'zustand',
  'downshift',
  '@testing-library/react',
  '@testing-library/dom',
  '@testing-library/user-event',
]

/** Resolves what imports React, wherever it is imported from, as test/react18 does: there npm put React 18 beside it. */
function oneReact18(): Plugin {
  const from = path('test/react18/package.json')
  return {
    name: 'one-react-18',
    enforce: 'pre',
    resolveId(source, importer) {
      const ours = importersOfReact.some((name) => source === name || source.startsWith(`${name}/`))
      return ours && importer !== from ? this.resolve(source, from, { skipSelf: true }) : null
    },
  }
}

// Another process may take both cores from a browser for seconds. A test that passes only then is named by `npm test`.
const retry = process.env['CI'] ? 1 : 0

function browser(launch: Awaited<ReturnType<typeof chromiumLaunchOptions>>) {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions: launch, contextOptions: { reducedMotion: 'reduce' } }),
    instances: [{ browser: 'chromium' as const }],
  }
}

async function stories(): Promise<TestProjectInlineConfiguration> {
  return {
    extends: '.storybook/vite.config.ts',
    plugins: [await storybookTest({ configDir: path('.storybook') })],
    // Found late, each of these would reload the page in mid-test.
    optimizeDeps: {
      include: [
        'react',
        'react/jsx-runtime',
        'react/jsx-dev-runtime',
        'react-dom',
        'react-dom/client',
        'swr',
        'swr/infinite',
        'zustand',
        'zustand/react/shallow',
        'zustand/vanilla',
        'downshift',
        'axe-core',
        'tailwindcss',
        'msw',
        'msw/browser',
        'msw-storybook-addon/csf3',
        'storybook/test',
        '@storybook/react-vite',
        '@storybook/addon-a11y/preview',
      ],
    },
    test: { name: 'stories', browser: browser(await chromiumLaunchOptions()), testTimeout: 30_000, retry },
  }
}

export default defineConfig(async () => ({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          ...shared,
          include: ['test/{api,errors,schedule,client,server,testing,state,contract,recipes,check,cli}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
        },
      },
      { test: { name: 'react', include: reactTests, ...jsdom } },
      {
        plugins: [oneReact18()],
        test: {
          name: 'react-18',
          include: existsSync(path('test/react18/node_modules/react')) ? [...reactTests, 'test/react18/*.test.tsx'] : [],
          ...jsdom,
        },
      },
      { test: { name: 'ssr', environment: 'node', ...shared, include: ['test/ssr/**/*.test.{ts,tsx}'] } },
      {
        test: {
          name: 'build',
          environment: 'node',
          ...shared,
          include: ['test/build/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'frameworks',
          environment: 'node',
          ...shared,
          include: existsSync(path('test/frameworks/node_modules/next')) ? ['test/{frameworks,consumers}/*.test.ts'] : [],
          globalSetup: 'test/frameworks/support/pack.ts',
          testTimeout: 20_000,
        },
      },
      await stories(),
      {
        test: {
          name: 'e2e',
          environment: 'node',
          ...shared,
          // These start the demo, which imports the package by its name, as built.
          include: ['test/{e2e,demo}/**/*.test.ts'],
          fileParallelism: false,
          retry,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
}))
