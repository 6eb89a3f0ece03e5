import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeAll } from 'vitest'
import { loadSpeech } from '../../src/client/lateSpeech.js'
import { loadEngine } from '../../src/client/light.js'

// Every render meets React's double effects, as in a developer's browser.
// A busy machine takes seconds over a file that is fetched when it is needed; what never comes fails all the same.
configure({ reactStrictMode: true, asyncUtilTimeout: 5000 })

// With a fake clock nothing is fetched late. What is done before it has come is light.test.ts's, and each story's in a browser.
beforeAll(async () => {
  await loadEngine()
  await loadSpeech()
})

afterEach(() => {
  cleanup()
  localStorage.clear()
  sessionStorage.clear()
})
