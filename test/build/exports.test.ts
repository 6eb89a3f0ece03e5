import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dist } from './support/dist.js'

const server = ['createAudioPodProxy', 'createMemoryStore', 'createRedisStore', 'permissions', 'toNodeListener']

/** Changing one of these lists changes what users may import: say so in CHANGELOG.md. */
const entries: Record<string, readonly string[]> = {
  'index.js': [
    'ApiKeySecret',
    'ApiKeyTable',
    'ApiKeys',
    'AudioPlayer',
    'AudioPodProvider',
    'CostEstimate',
    'CreateApiKeyDialog',
    'CreditBalance',
    'ErrorNotice',
    'RateLimitMeter',
    'RateLimitNotice',
    'RevokeApiKeyDialog',
    'RotateApiKeyDialog',
    'SpeechGenerator',
    'SpeechHistory',
    'SpeechProgress',
    'SpeechSettings',
    'SpeechText',
    'UsageChart',
    'UsageTable',
    'TopUp',
    'VoicePicker',
    'WalletBalance',

    'useApiKeySecret',
    'useAudioPlayer',
    'useCaptions',
    'useCostEstimate',
    'useCreateApiKey',
    'useCreditBalance',
    'useRevokeApiKey',
    'useSpeechEntry',
    'useSpeechGenerator',
    'useSpeechHistory',
    'useSpeechProgress',
    'useSpeechSettings',
    'useSpeechText',
    'useUsageChart',
    'useUsageTable',
    'useVoicePicker',
    'useVoicePreview',
    'useWalletBalance',

    'useAccount',
    'useApiKeyTable',
    'useApiKeys',
    'useCredits',
    'useGenerateSpeech',
    'useRateLimit',
    'useRotateApiKey',
    'useSpeechJobs',
    'useTopUp',
    'useUsage',
    'useVoices',
    'useWallet',

    'createAudioPodClient',

    'AbortedError',
    'AudioPodError',
    'AuthenticationError',
    'ConfigurationError',
    'InsufficientCreditsError',
    'InvalidRequestError',
    'InvalidResponseError',
    'JobFailedError',
    'NetworkError',
    'NotFoundError',
    'PermissionError',
    'RateLimitError',
    'ServerError',
    'TimeoutError',
    'UnknownOutcomeError',
    'isAudioPodError',
  ],
  'server.js': server,
  'server.node.js': server,
  'i18n/labels.ar.js': ['labelsAr'],
  'i18n/labels.de.js': ['labelsDe'],
  'i18n/labels.en.js': ['labelsEn'],
  'i18n/labels.es.js': ['labelsEs'],
  'i18n/labels.fr.js': ['labelsFr'],
  'i18n/labels.ja.js': ['labelsJa'],
  'i18n/labels.zh.js': ['labelsZh'],
  'looks.js': ['looks'],
  'devtools.js': ['AudioPodDevtools'],
  'vite.js': ['audiopodLeakCheck'],
  'testing.js': ['createSimulator', 'encodeWav', 'scenarios', 'spreadWords', 'synthesizeTones'],
}

describe.each(Object.entries(entries))('%s', (entry, names) => {
  test('exports these names, and no other', async () => {
    const module: object = await import(pathToFileURL(join(dist, entry)).href)
    expect(Object.keys(module).sort()).toEqual([...names].sort())
  })
})

test('the server entry for browsers has the names of the server, and says where it belongs', async () => {
  const message = /^audiopod-react\/server holds your API key and belongs on a server/
  await expect(import(pathToFileURL(join(dist, 'server.browser.js')).href)).rejects.toMatchObject({ code: 'configuration', message: expect.stringMatching(message) })
  const [, names = ''] = /export \{([^}]+)\};/.exec(readFileSync(join(dist, 'server.browser.js'), 'utf8')) ?? []
  expect(names.trim().split(/,\s*/).sort()).toEqual([...server].sort())
})
