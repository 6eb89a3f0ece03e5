import {
  useAudioPlayer,
  useCaptions,
  useCostEstimate,
  useSpeechEntry,
  type SpeechEntry,
  useSpeechGenerator,
  useSpeechHistory,
  useSpeechProgress,
  type UseSpeechGeneratorResult,
  useSpeechSettings,
  useSpeechText,
  useVoicePicker,
} from '../../../src/index.js'
import './acme.css'

/** A page's own generator: its own elements, and the kit's hooks. */
export function AcmeSpeech() {
  const generator = useSpeechGenerator()
  const { inputsProps, generate, stop, isUnderWay, speech, problems, draft, change } = generator
  return (
    <section className="acme" aria-label="Acme speech">
      <div className="acme" {...inputsProps}>
        <AcmeText generator={generator} />
        <AcmeSettings generator={generator} />
        <AcmeVoices value={draft.voiceId} onChange={(voiceId) => change({ voiceId })} error={problems.voiceId} />
        <button type="button" className="acme-button" data-look="primary" aria-disabled={isUnderWay || undefined} onClick={isUnderWay ? undefined : generate}>
          Speak
        </button>
      </div>
      <AcmeProgress generator={generator} onStop={stop} />
      {speech.audioUrl && <AcmePlayer generator={generator} />}
      <AcmeHistory />
    </section>
  )
}

function AcmeText({ generator: { draft, change, problems } }: { generator: UseSpeechGeneratorResult }) {
  const text = useSpeechText({ value: draft.text, onChange: (next) => change({ text: next }) })
  const cost = useCostEstimate(draft.text)
  return (
    <>
      <label htmlFor="acme-text">Your words</label>
      <textarea
        {...text.textareaProps}
        id="acme-text"
        className="acme-box"
        aria-describedby="acme-text-about"
        aria-invalid={problems.text === undefined ? text.textareaProps['aria-invalid'] : true}
      />
      <div id="acme-text-about">
        {problems.text} {text.remaining.toLocaleString('en')} left. {cost.credits} credits{cost.isShort && ', more than you have'}.
      </div>
      <div className="acme-row" role="group" aria-label="Put in">
        {text.offers.slice(0, 3).map((offer) => (
          <button key={offer.id} type="button" className="acme-button" onClick={() => text.insert(offer)}>
            {offer.label}
          </button>
        ))}
      </div>
      <div role="status">
        {text.findings.map((finding) => (
          <p key={finding.start} className="acme-note">
            {finding.message}{' '}
            <button type="button" className="acme-button" onClick={() => text.show(finding)}>
              Show me
            </button>
          </p>
        ))}
      </div>
    </>
  )
}

function AcmeSettings({ generator: { draft, change } }: { generator: UseSpeechGeneratorResult }) {
  const { formats, selectProps, sliderProps, speedText } = useSpeechSettings({ value: draft, onChange: change })
  return (
    <div className="acme-row">
      <select className="acme-box" aria-label="Kind of file" {...selectProps}>
        {formats.map((format) => (
          <option key={format}>{format}</option>
        ))}
      </select>
      <input type="range" aria-label="Pace" {...sliderProps} />
      <output>{speedText}</output>
    </div>
  )
}

interface AcmeVoicesProps {
  value: string | undefined
  onChange: (voiceId: string) => void
  error: string | undefined
}

function AcmeVoices({ value, onChange, error }: AcmeVoicesProps) {
  const { groups, query, setQuery, hasMore, onLoadMore, audioProps, preview, toggle, chosen } = useVoicePicker({ value })
  const isHeard = preview?.voiceId === chosen?.voice.id && preview?.state !== 'failed'
  return (
    <fieldset className="acme-field">
      <legend>Who speaks?</legend>
      <input className="acme-box" type="search" aria-label="Find a voice" value={query} onChange={(event) => setQuery(event.target.value)} />
      {groups
        .flatMap((group) => group.options)
        .slice(0, 5)
        .map(({ voice, label, blocked }) => (
          <label key={voice.id}>
            <input type="radio" name="acme-voice" disabled={blocked !== undefined} checked={chosen?.voice.id === voice.id} onChange={() => onChange(voice.id)} /> {label}
          </label>
        ))}
      <div className="acme-row">
        {chosen?.voice.previewUrl && (
          <button type="button" className="acme-button" onClick={() => toggle(chosen.voice)}>
            {isHeard ? 'Quiet' : `Hear ${chosen.label}`}
          </button>
        )}
        {hasMore && (
          <button type="button" className="acme-button" onClick={onLoadMore}>
            More voices
          </button>
        )}
      </div>
      {error && <p role="alert">{error}</p>}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a sample of a voice has none */}
      <audio {...audioProps} />
    </fieldset>
  )
}

function AcmeProgress({ generator: { speech }, onStop }: { generator: UseSpeechGeneratorResult; onStop: () => void }) {
  const { isUnderWay, progress, elapsedSeconds, mayBeCharged, phase } = useSpeechProgress(speech)
  return (
    <div role="status" data-phase={phase}>
      {isUnderWay && (
        <p className="acme-row">
          {progress === undefined ? `${elapsedSeconds} s` : `${progress} of 100`}
          <button type="button" className="acme-button" onClick={onStop}>
            {mayBeCharged ? 'Wait no longer' : 'Cancel'}
          </button>
        </p>
      )}
      {speech.error?.userMessage}
    </div>
  )
}

function AcmePlayer({ generator: { speech, refresh, subject } }: { generator: UseSpeechGeneratorResult }) {
  const player = useAudioPlayer({
    src: speech.audioSource,
    fallbackSrc: speech.audioUrl,
    durationSeconds: speech.job?.durationSeconds,
    onExpired: refresh,
    downloadName: subject.words,
  })
  const { words, wordAt } = useCaptions({ timestamps: speech.timestampsSource })
  return (
    <div className="acme-row" role="group" aria-label="Acme player" data-phase={player.phase}>
      <button type="button" className="acme-button" onClick={player.toggle}>
        {player.isPlaying ? 'Halt' : 'Listen'}
      </button>
      <input type="range" aria-label="Place" {...player.sliderProps} />
      <output>{player.seconds}</output>
      <button type="button" className="acme-button" onClick={player.cycleSpeed}>
        {player.speed} times
      </button>
      <button type="button" className="acme-button" onClick={player.toggleMute}>
        {player.volume === 0 ? 'Loud' : 'Mute'}
      </button>
      <button type="button" className="acme-button" onClick={() => void player.save()}>
        Keep
      </button>
      {player.phase === 'failed' && (
        <button type="button" className="acme-button" onClick={player.recover}>
          Once more
        </button>
      )}
      <p>{words[wordAt(player.seconds)]?.text}</p>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the words stand beside it */}
      <audio {...player.audioProps} />
    </div>
  )
}

function AcmeHistory() {
  const { entries, resume, remove, stop, listRef, headRef } = useSpeechHistory()
  return (
    <>
      <div ref={headRef} tabIndex={-1}>
        {entries.length} made
      </div>
      <ol ref={listRef}>
        {entries.map((entry) => (
          <AcmeEntry key={entry.key} entry={entry} resume={resume} remove={remove} stop={stop} />
        ))}
      </ol>
    </>
  )
}

interface AcmeEntryProps extends Pick<ReturnType<typeof useSpeechHistory>, 'resume' | 'remove' | 'stop'> {
  entry: SpeechEntry
}

function AcmeEntry({ entry, resume, remove, stop }: AcmeEntryProps) {
  const { name, state, isUnderWay } = useSpeechEntry(entry, { resume })
  return (
    <li tabIndex={-1} data-state={state}>
      {name}{' '}
      <button type="button" className="acme-button" onClick={() => (isUnderWay ? stop(entry.key) : remove(entry.key))}>
        {isUnderWay ? `Let ${name} be` : `Drop ${name}`}
      </button>
    </li>
  )
}
