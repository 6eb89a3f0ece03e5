import { ApiKeys, AudioPodProvider, CreditBalance, SpeechGenerator } from 'audiopod-react'
import 'audiopod-react/styles.css'
import { useState } from 'react'
import { CodeCard } from './CodeCard.js'
import { Header } from './Header.js'
import { ProvokeCard } from './ProvokeCard.js'
import type { Session } from './session.js'
import { useTheme } from './useTheme.js'

export function App({ firstSession }: { firstSession: Session }) {
  const [session, setSession] = useState(firstSession)
  const [round, setRound] = useState(0)
  const { theme, toggleTheme } = useTheme()
  return (
    // The endpoint is this app's own proxy: no key comes anywhere near the browser. `userId` is this app's user:
    // when it changes, everything that was loaded for the last one is wiped.
    <AudioPodProvider key={round} endpoint="/api/audiopod" userId={session.user?.id} appearance={{ theme }}>
      <Header session={session} onSession={setSession} onToggleTheme={toggleTheme}>
        <CreditBalance variant="badge" />
      </Header>
      <main className="page-main">
        <SpeechGenerator />
        <div className="page-side">
          <CreditBalance />
          {session.provocations.length > 0 && (
            <ProvokeCard provocations={session.provocations} wasReset={round > 0} onReset={() => setRound(round + 1)} />
          )}
        </div>
        <div className="page-full">
          <ApiKeys />
        </div>
        <CodeCard />
      </main>
    </AudioPodProvider>
  )
}
