import type { ReactNode } from 'react'
import { type Session, signIn } from './session.js'
import { type View, views } from './useView.js'

const NOBODY = ''

interface HeaderProps {
  session: Session
  view: View
  onSession: (session: Session) => void
  onToggleTheme: () => void
  children: ReactNode
}

export function Header({ session, view, onSession, onToggleTheme, children }: HeaderProps) {
  const { user, users, upstream } = session
  const isSimulated = upstream === 'simulator'
  return (
    <header className="page-header">
      <h1 className="page-brand">
        <img src="/icon.svg" alt="" width="28" height="28" />
        AudioPod in React
      </h1>
      <span className="page-upstream" data-upstream={upstream}>
        {isSimulated ? 'Simulated account' : 'Real account: speech is billed'}
      </span>
      <button type="button" className="page-theme" aria-label="Switch between light and dark" onClick={onToggleTheme}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
        </svg>
      </button>
      <div className="page-tools">
        {children}
        <label className="page-user">
          <span>Signed in as</span>
          <select
            value={user?.id ?? NOBODY}
            onChange={(event) => void signIn(event.currentTarget.value || null).then(onSession)}
          >
            {users.map(({ id, name, role }) => (
              <option key={id} value={id}>
                {name} ({role})
              </option>
            ))}
            <option value={NOBODY}>Nobody</option>
          </select>
        </label>
      </div>
      <nav className="page-nav" aria-label="Pages">
        {views.map(({ id, title }) => (
          <a key={id} href={`#${id}`} aria-current={id === view ? 'page' : undefined}>
            {title}
          </a>
        ))}
      </nav>
    </header>
  )
}
