import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The catalogue's own: without it Storybook would take up the library build of ../vite.config.ts. */
export default defineConfig({ plugins: [react()] })
