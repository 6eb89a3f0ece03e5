import { ApiKeys, AudioPodProvider, CreditBalance, SpeechGenerator } from 'audiopod-react'
import { cookies, headers } from 'next/headers'
import { proxy } from '../lib/audiopod'

export default async function Page() {
  const userId = (await cookies()).get('session')?.value
  const initialData = await proxy.prefetch(await headers(), ['credits.get', 'apiKeys.list'])
  return (
    <AudioPodProvider endpoint="/api/audiopod" userId={userId} initialData={initialData} locale="en-US">
      <CreditBalance />
      <ApiKeys />
      <SpeechGenerator />
    </AudioPodProvider>
  )
}
