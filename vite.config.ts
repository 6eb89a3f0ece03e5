import { defineConfig } from 'vitest/config'

// Grown by the build and test set-up; see CONTRIBUTING.md.
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['test/{api,errors,schedule,client,server,testing,state,contract}/**/*.test.ts'] },
      },
    ],
  },
})
