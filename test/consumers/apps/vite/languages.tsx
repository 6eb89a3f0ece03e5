import { AudioPodProvider, CreditBalance, type Labels } from 'audiopod-react'
import { labelsDe } from 'audiopod-react/i18n/de'
import { labelsEn } from 'audiopod-react/i18n/en'

const ours: Labels = { ...labelsDe, 'keys.create': 'Neuer Schlüssel', 'keys.count': { other: '{count} Schlüssel' } }

export const German = () => (
  <AudioPodProvider endpoint="/api/audiopod" locale="de-AT" labels={ours}>
    <CreditBalance />
  </AudioPodProvider>
)

export const English = () => (
  <AudioPodProvider endpoint="/api/audiopod" locale="de-AT" labels={labelsEn}>
    <CreditBalance />
  </AudioPodProvider>
)
