import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { audiopodLeakCheck } from 'audiopod-react/vite'
import { defineConfig } from 'vite'

/** The demo's page, built as a user's app would be: `audiopod-react` is found by its name. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), audiopodLeakCheck()],
  build: {
    outDir: 'dist',
    // Otherwise small files would become data: URLs, which the page's policy refuses for scripts and fonts.
    assetsInlineLimit: 0,
    // Inline scripts are refused as well.
    modulePreload: { polyfill: false },
  },
})
