'use client'

import { type ReactElement, useRef, useState } from 'react'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { errorTexts } from '../../i18n/en/errors.js'
import { rotationTexts } from '../../i18n/en/rotation.js'
import { useUi } from '../../theme/UiContext.js'
import { ErrorWords } from '../ErrorNotice/ErrorNotice.js'
import { Button } from '../parts/Button.js'
import { Dialog } from '../parts/Dialog.js'
import { LiveRegion } from '../parts/LiveRegion.js'
import { Notice } from '../parts/Notice.js'
import { Time } from '../parts/Time.js'
import type { RotationViewProps } from './RotationStart.js'
import { RotationSteps } from './RotationSteps.js'
import { usesOf } from './rotationUses.js'

const texts = { ...apiKeyTexts, ...errorTexts, ...rotationTexts }

/** The third step: both keys work, and the account may tell which of them are used. */
export function RotationDeploy({ rotation, name, onClose, className, returnFocus }: RotationViewProps): ReactElement {
  const ui = useUi(texts)
  const [hasLooked, setLooked] = useState(false)
  const check = useRef<HTMLButtonElement>(null)
  const { isWorking, error, oldKey, newKey, look, confirmTested } = rotation
  const uses = usesOf(oldKey, newKey)
  const news = newKey && ui.t(`rotate.${uses.isNewUsed ? 'used' : uses.isNewUnused ? 'not-used' : 'use-not-reported'}`)
  return (
    <Dialog
      actions={
        <>
          <Button onClick={onClose} unavailable={isWorking}>
            {ui.t('rotate.later')}
          </Button>
          <Button onClick={confirmTested} unavailable={isWorking} variant="primary">
            {ui.t('rotate.tested')}
          </Button>
        </>
      }
      className={className}
      initialFocus={check}
      locked={isWorking}
      onClose={onClose}
      returnFocus={returnFocus}
      title={ui.t('rotate.deploy-title')}
    >
      <RotationSteps at="deploy" />
      <div>
        {ui.t('rotate.deploy', { name })} {ui.t('rotate.both-work')}
      </div>
      {error ? <ErrorWords error={error} live="alert" title={ui.t('keys.load-failed')} /> : null}
      {news ? (
        <Notice
          action={
            <Button
              busy={isWorking}
              onClick={() => {
                setLooked(true)
                void look()
              }}
              ref={check}
              size="small"
            >
              {ui.t('rotate.look')}
            </Button>
          }
          title={news}
          tone={uses.isNewUsed ? 'ok' : 'info'}
        >
          {uses.isOldUsedSince
            ? ui.t('rotate.old-in-use')
            : newKey?.lastUsedAt
              ? ui.rich('keys.revoke-last-used', { time: <Time value={newKey.lastUsedAt} /> })
              : null}
        </Notice>
      ) : null}
      <LiveRegion message={hasLooked && !isWorking && !error && news ? news : ''} />
    </Dialog>
  )
}
