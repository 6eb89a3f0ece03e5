import { ApiKeys, AudioPodProvider, CreditBalance, SpeechGenerator } from 'audiopod-react'
import { useLoaderData } from 'react-router'
import { proxy } from '../audiopod.server'

export async function loader({ request }: { request: Request }) {
  return { initialData: await proxy.prefetch(request, ['credits.get', 'apiKeys.list']) }
}

export default function Home() {
  const { initialData } = useLoaderData<typeof loader>()
  return (
    <AudioPodProvider endpoint="/api/audiopod" initialData={initialData} locale="en-US">
      <CreditBalance />
      <ApiKeys />
      <SpeechGenerator />
    </AudioPodProvider>
  )
}
