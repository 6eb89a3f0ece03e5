import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.js'
import { loadSession } from './session.js'
import './page.css'

const session = await loadSession()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App firstSession={session} />
    </StrictMode>,
  )
}
