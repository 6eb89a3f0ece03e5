import { useCredits } from 'audiopod-react'
import { useState } from 'react'
import { provoke, type Session } from './session.js'

interface ProvokeCardProps {
  provocations: Session['provocations']
  /** It stands here anew because everything was put back: open, and the focus where it was. */
  wasReset: boolean
  onReset: () => void
}

const focus = (button: HTMLButtonElement | null) => button?.focus()

/** For the simulated account alone: makes it go wrong, so that the widgets' other states can be seen. */
export function ProvokeCard({ provocations, wasReset, onReset }: ProvokeCardProps) {
  const { mutate: reloadCredits } = useCredits()
  const [last, setLast] = useState(wasReset ? provocations.find(({ id }) => id === 'reset')?.label : undefined)

  const press = async (id: string, label: string) => {
    await provoke(id)
    setLast(label)
    if (id === 'reset') onReset()
    if (id === 'out-of-credits') await reloadCredits()
  }

  return (
    <details className="page-card" open={wasReset}>
      <summary>
        <h2>Make it go wrong</h2>
      </summary>
      <p>Press one, then generate speech.</p>
      <div className="page-provocations">
        {provocations.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            ref={wasReset && id === 'reset' ? focus : undefined}
            onClick={() => void press(id, label)}
          >
            {label}
          </button>
        ))}
      </div>
      <p role="status">{last && `Done: ${last.charAt(0).toLowerCase()}${last.slice(1)}.`}</p>
    </details>
  )
}
