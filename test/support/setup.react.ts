import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// Every render meets React's double effects, as in a developer's browser.
// A busy machine takes seconds over a file that is fetched when it is needed; what never comes fails all the same.
configure({ reactStrictMode: true, asyncUtilTimeout: 5000 })

afterEach(() => {
  cleanup()
  localStorage.clear()
  sessionStorage.clear()
})
