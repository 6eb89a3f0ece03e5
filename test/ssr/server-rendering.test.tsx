import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import {
  AudioPodProvider,
  useAccount,
  useApiKeys,
  useCredits,
  useGenerateSpeech,
  useRateLimit,
  useSpeechJobs,
  useUsage,
  useVoices,
  useWallet,
} from '../../src/index.js'

function Everything() {
  const loading = [useAccount(), useApiKeys(), useCredits(), useUsage(), useVoices(), useWallet()]
  const { data: rate } = useRateLimit()
  const { data: jobs } = useSpeechJobs()
  const { status } = useGenerateSpeech()
  return <p>{JSON.stringify({ loading: loading.map((query) => query.isLoading), rate, jobs, status })}</p>
}

test('every hook renders on a server, where there is no window, and sends nothing', () => {
  expect(globalThis).not.toHaveProperty('window')
  const html = renderToString(
    <AudioPodProvider
      endpoint="/api/audiopod"
      fetch={() => {
        throw new Error('sent')
      }}
    >
      <Everything />
    </AudioPodProvider>,
  )
  expect(html).toContain('idle')
})
