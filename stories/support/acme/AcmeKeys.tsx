import { useState } from 'react'
import {
  type ApiKey,
  type CreatedApiKey,
  useApiKeys,
  useApiKeySecret,
  useApiKeyTable,
  useCreateApiKey,
  useRevokeApiKey,
} from '../../../src/index.js'
import './acme.css'

/** A page's own keys: its own elements, and the kit's hooks. */
export function AcmeKeys() {
  const { data, error } = useApiKeys()
  const table = useApiKeyTable(data)
  const [created, setCreated] = useState<CreatedApiKey>()
  const [revoking, setRevoking] = useState<ApiKey>()
  if (created) return <AcmeSecret key={created.id} created={created} onDone={() => setCreated(undefined)} />
  if (revoking) return <AcmeRevoke apiKey={revoking} onClose={() => setRevoking(undefined)} />
  return (
    <section className="acme" aria-label="Acme keys">
      <AcmeForm onCreated={setCreated} />
      <input className="acme-box" type="search" aria-label="Find a key" value={table.query} onChange={(event) => table.setQuery(event.target.value)} />
      {error && <p role="alert">{error.userMessage}</p>}
      <ul>
        {table.rows.map((key) => (
          <li key={key.id}>
            {key.name} ({key.status}){' '}
            {key.status === 'active' && (
              <button type="button" className="acme-button" onClick={() => setRevoking(key)}>
                End {key.name}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function AcmeForm({ onCreated }: { onCreated: (created: CreatedApiKey) => void }) {
  const { nameRef, problems, ...form } = useCreateApiKey({ onCreated })
  return (
    <form
      className="acme"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <label htmlFor="acme-name">Name of the key</label>
      <input
        id="acme-name"
        className="acme-box"
        ref={nameRef}
        value={form.name}
        onChange={(event) => form.setName(event.target.value)}
        aria-invalid={problems.name ? true : undefined}
        aria-describedby="acme-name-problem"
        autoComplete="off"
      />
      <div id="acme-name-problem">{problems.name}</div>
      <fieldset className="acme-field">
        <legend>Lasts</legend>
        {form.expiries.map(({ value, label }) => (
          <label key={value}>
            <input type="radio" name="acme-expiry" checked={form.expiry === value} onChange={() => form.setExpiry(value)} /> {label}
          </label>
        ))}
      </fieldset>
      {form.error && <p role="alert">{form.isUnknown ? 'There may be a key: look at the list.' : form.error.userMessage}</p>}
      <button type="submit" className="acme-button" data-look="primary" aria-disabled={form.isWorking || undefined}>
        Make a key
      </button>
    </form>
  )
}

function AcmeSecret({ created, onDone }: { created: CreatedApiKey; onDone: () => void }) {
  const { secretProps, copy, copied, isAsking, done, closeWithout } = useApiKeySecret(created, { onDone })
  return (
    <section className="acme" aria-label="Your key">
      <code aria-label="The key" {...secretProps} />
      <button type="button" className="acme-button" data-look="primary" onClick={() => void copy()}>
        Copy it
      </button>
      <div role="status">{copied.kind === 'copied' ? 'Copied.' : copied.kind === 'blocked' ? 'Copy it by hand: it is selected.' : ''}</div>
      {isAsking && <p role="alert">You have no copy of it.</p>}
      <button type="button" className="acme-button" onClick={isAsking ? closeWithout : done}>
        {isAsking ? 'Go on without' : 'I have it'}
      </button>
    </section>
  )
}

function AcmeRevoke({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { revoke, isWorking, error } = useRevokeApiKey(apiKey, { onRevoked: onClose })
  return (
    <section className="acme" aria-label={`End ${apiKey.name}?`}>
      <button type="button" className="acme-button" onClick={onClose}>
        Leave it
      </button>
      <button type="button" className="acme-button" aria-disabled={isWorking || undefined} onClick={revoke}>
        End it now
      </button>
      {error && <p role="alert">{error.userMessage}</p>}
    </section>
  )
}
