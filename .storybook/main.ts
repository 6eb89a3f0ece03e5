import { copyFileSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { StorybookConfig } from '@storybook/react-vite'

// Copied at each start, not committed: the worker and the msw that speaks to it must be of one version.
const publicFolder = fileURLToPath(new URL('../.cache/storybook-public', import.meta.url))
mkdirSync(publicFolder, { recursive: true })
copyFileSync(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), `${publicFolder}/mockServiceWorker.js`)

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: {
    name: '@storybook/react-vite',
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  staticDirs: ['../.cache/storybook-public'],
  // react-docgen-typescript does not run on TypeScript 7.
  typescript: { reactDocgen: 'react-docgen' },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
}

export default config
