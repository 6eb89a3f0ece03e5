'use client'

import type { ReactElement } from 'react'
import { rotationTexts } from '../../i18n/en/rotation.js'
import { useUi } from '../../theme/UiContext.js'
import { Icon } from '../parts/Icon.js'
import { checkIcon } from '../parts/icons.js'

const steps = ['create', 'copy', 'deploy', 'revoke'] as const

/** The four steps of a rotation, and which one is next. */
export function RotationSteps({ at }: { at: (typeof steps)[number] }): ReactElement {
  const { t, number } = useUi(rotationTexts)
  const current = steps.indexOf(at)
  return (
    <ol aria-label={t('rotate.steps')} className="audiopod-steps">
      {steps.map((step, index) => (
        <li aria-current={index === current ? 'step' : undefined} className="audiopod-step audiopod-notice-main" key={step}>
          {index < current ? (
            <>
              <Icon icon={checkIcon} />
              <span className="audiopod-hidden">{t('rotate.step-done', { step: t(`rotate.step-${step}`) })}</span>
              <span aria-hidden="true">{t(`rotate.step-${step}`)}</span>
            </>
          ) : (
            <>
              <span>{number(index + 1)}</span>
              {t(`rotate.step-${step}`)}
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
