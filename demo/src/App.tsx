import {
  ApiKeys,
  AudioPodProvider,
  CreditBalance,
  RateLimitMeter,
  SpeechGenerator,
  SpeechHistory,
  TopUp,
  UsageChart,
  UsageTable,
  WalletBalance,
} from 'audiopod-react'
import 'audiopod-react/styles.css'
import { useState } from 'react'
import { CodeCard } from './CodeCard.js'
import { Header } from './Header.js'
import { ProvokeCard } from './ProvokeCard.js'
import type { Session } from './session.js'
import { useTheme } from './useTheme.js'
import { useView } from './useView.js'

export function App({ firstSession }: { firstSession: Session }) {
  const [session, setSession] = useState(firstSession)
  const [round, setRound] = useState(0)
  const { theme, toggleTheme } = useTheme()
  const view = useView()
  return (
    // The endpoint is this app's own proxy: no key comes anywhere near the browser. `userId` is this app's user:
    // when it changes, everything that was loaded for the last one is wiped.
    <AudioPodProvider key={round} endpoint="/api/audiopod" userId={session.user?.id} appearance={{ theme }}>
      <Header session={session} view={view} onSession={setSession} onToggleTheme={toggleTheme}>
        <CreditBalance variant="badge" />
      </Header>
      {view === 'speech' ? (
        <main className="page-main">
          <SpeechGenerator captions />
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
      ) : view === 'history' ? (
        <main className="page-main">
          <div className="page-full">
            <SpeechHistory />
          </div>
        </main>
      ) : (
        <main className="page-main">
          <div className="page-side">
            <UsageChart />
            <UsageTable pageSize={5} />
          </div>
          <div className="page-side">
            <CreditBalance />
            <TopUp />
            <WalletBalance />
            <RateLimitMeter />
          </div>
        </main>
      )}
    </AudioPodProvider>
  )
}
