import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// Every render meets React's double effects, as in a developer's browser.
configure({ reactStrictMode: true })

afterEach(() => {
  cleanup()
  localStorage.clear()
  sessionStorage.clear()
})
