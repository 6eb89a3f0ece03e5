'use client'

import { type ReactElement, useEffect, useRef, useState } from 'react'
import { MAX_TEXT_LENGTH } from '../../api/index.js'
import { speechInputTexts } from '../../i18n/en/speechInput.js'
import { useUi } from '../../theme/index.js'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/Icon.js'
import { plusIcon } from '../parts/icons.js'
import { Field } from '../parts/Field.js'
import { Textarea } from '../parts/Input.js'
import { textState } from '../SpeechGenerator/textState.js'
import { type Directions, loadDirections } from './lazyDirections.js'

/** Something that may be a direction. */
const DIRECTED = /[[<ˈˌː\u0250-\u02af]/

export interface TextInputProps {
  value: string
  onChange: (text: string) => void
  error?: string | undefined
}

/** What should be spoken, how long it is, and about what it costs. A text that is too long is never cut. */
export function TextInput({ value, onChange, error }: TextInputProps): ReactElement {
  const ui = useUi(speechInputTexts)
  const boxRef = useRef<HTMLTextAreaElement>(null)
  const [directions, setDirections] = useState<Directions>()
  const [wantsMenu, setWantsMenu] = useState(false)
  const { length, level, over, credits } = textState(value)
  const tooLong = level === 'over' ? ui.t('speech.text-too-long', { count: over }) : undefined

  const wantsDirections = wantsMenu || DIRECTED.test(value)
  useEffect(() => {
    if (!wantsDirections) return
    // Where they cannot be fetched, the next press or text asks for them again.
    loadDirections().then(setDirections, () => setWantsMenu(false))
  }, [wantsDirections])

  return (
    <Field
      label={ui.t('speech.text')}
      error={tooLong ?? error}
      help={
        <span className="audiopod-speech-count" data-level={level}>
          {ui.t('speech.count', { length, max: MAX_TEXT_LENGTH })}
          {level === 'near' && ` · ${ui.t('speech.near-limit', { count: MAX_TEXT_LENGTH - length })}`}
        </span>
      }
      count={credits > 0 ? ui.t('speech.estimate', { count: credits }) : undefined}
    >
      {(control) => (
        <>
          <Textarea
            {...control}
            ref={boxRef}
            // An empty box follows the page, so that its placeholder does.
            dir={value === '' ? undefined : 'auto'}
            rows={4}
            value={value}
            placeholder={ui.t('speech.placeholder')}
            onChange={(event) => onChange(event.target.value)}
          />
          <div className="audiopod-speech-directions">
            {directions && wantsMenu ? (
              <directions.Menu boxRef={boxRef} />
            ) : (
              <Button
                icon={<Icon icon={plusIcon} />}
                size="small"
                aria-expanded={false}
                aria-haspopup="menu"
                busy={wantsMenu}
                onClick={() => setWantsMenu(true)}
              >
                {ui.t('speech.directions')}
              </Button>
            )}
            {directions && <directions.Hint value={value} boxRef={boxRef} />}
          </div>
        </>
      )}
    </Field>
  )
}
