import { expectTypeOf } from 'vitest'
import {
  type ApiKey,
  type AudioPodError,
  type AudioPodProviderProps,
  createAudioPodClient,
  type CreatedApiKey,
  type ErrorCode,
  type InsufficientCreditsError,
  type InvalidRequestError,
  isAudioPodError,
  type JobFailedError,
  type RateLimitError,
  type SpeechJob,
  type SpeechStatus,
  TopUp,
  type TopUpLimits,
  type TopUpProps,
  type UnknownOutcomeError,
  useApiKeys,
  useCredits,
  useGenerateSpeech,
  useTopUp,
  useVoices,
  type Voice,
} from '../../src/index.js'

// Compiled, never run: `npm run typecheck` fails where one of these no longer holds.

/** `code` alone tells the errors apart. */
export function narrows(error: AudioPodError): unknown {
  expectTypeOf<AudioPodError['code']>().toEqualTypeOf<ErrorCode>()
  switch (error.code) {
    case 'rate_limit_exceeded':
      expectTypeOf(error).toExtend<RateLimitError>()
      return error.retryAfter
    case 'insufficient_credits':
      expectTypeOf(error).toExtend<InsufficientCreditsError>()
      return error.creditsNeeded ?? error.centsNeeded
    case 'invalid_request':
      expectTypeOf(error).toExtend<InvalidRequestError>()
      return error.fields
    case 'job_failed':
      expectTypeOf(error).toExtend<JobFailedError>()
      return error.jobId
    case 'unknown_outcome':
      expectTypeOf(error).toExtend<UnknownOutcomeError>()
      return error.retry
    default:
      expectTypeOf(error).not.toExtend<RateLimitError>()
      return error.userMessage
  }
}

/** A `switch` over all codes leaves nothing over. */
export function exhausts(error: AudioPodError): string {
  switch (error.code) {
    case 'unauthorized':
    case 'forbidden':
    case 'rate_limit_exceeded':
    case 'insufficient_credits':
    case 'invalid_request':
    case 'not_found':
    case 'server_error':
    case 'network_error':
    case 'timeout':
    case 'aborted':
    case 'unknown_outcome':
    case 'invalid_response':
    case 'job_failed':
    case 'configuration':
      return error.message
    default:
      expectTypeOf(error).toBeNever()
      return error
  }
}

/** A guard narrows what was caught, with and without a code. */
export function guards(caught: unknown): void {
  if (isAudioPodError(caught)) expectTypeOf(caught.retryAt).toEqualTypeOf<string | undefined>()
  if (isAudioPodError(caught, 'rate_limit_exceeded')) expectTypeOf(caught).toExtend<RateLimitError>()
}

/** The provider takes an endpoint or a client, never a key. */
export function provider(): void {
  const client = createAudioPodClient({ endpoint: '/api/audiopod' })
  expectTypeOf<{ endpoint: string }>().toExtend<AudioPodProviderProps>()
  expectTypeOf({ client }).toExtend<AudioPodProviderProps>()
  expectTypeOf({ endpoint: '/api', client }).not.toExtend<AudioPodProviderProps>()
  expectTypeOf<object>().not.toExtend<AudioPodProviderProps>()
  expectTypeOf<AudioPodProviderProps>().not.toHaveProperty('apiKey')
}

/** A key's secret is in what `create` resolves with, and in no list. */
export function useSecrets(): void {
  const { data, create, rotate, revoke } = useApiKeys({ status: 'active' })
  expectTypeOf(data).toEqualTypeOf<ApiKey[] | undefined>()
  expectTypeOf<ApiKey>().not.toHaveProperty('secret')
  expectTypeOf(create).returns.resolves.toEqualTypeOf<CreatedApiKey>()
  expectTypeOf(rotate).returns.resolves.toEqualTypeOf<CreatedApiKey>()
  expectTypeOf<CreatedApiKey['secret']>().toEqualTypeOf<string>()
  expectTypeOf(revoke).returns.resolves.toEqualTypeOf<void>()
}

/** What an account may leave unsaid is possibly undefined. */
export function useUnsaid(): void {
  const { data: credits, error, retry } = useCredits()
  expectTypeOf(credits?.totalAvailable).toEqualTypeOf<number | undefined>()
  expectTypeOf(error).toEqualTypeOf<AudioPodError | undefined>()
  expectTypeOf(retry?.now).toEqualTypeOf<(() => void) | undefined>()
  expectTypeOf(useVoices().data?.items).toEqualTypeOf<Voice[] | undefined>()
}

export function useSpeech(): void {
  const { status, job, generate, audioUrl } = useGenerateSpeech()
  expectTypeOf(status).toEqualTypeOf<SpeechStatus>()
  expectTypeOf(job).toEqualTypeOf<SpeechJob | undefined>()
  expectTypeOf(audioUrl).toEqualTypeOf<string | undefined>()
  expectTypeOf<{ text: string }>().not.toExtend<Parameters<typeof generate>[0]>()
  expectTypeOf<{ voiceId: string; text: string }>().toExtend<Parameters<typeof generate>[0]>()
}

/** `TopUp` is a widget, and the checkout that it opens. */
export function useCheckout(): void {
  const { data, topUp, growth, failure } = useTopUp({ of: 'wallet' })
  expectTypeOf(data).toEqualTypeOf<TopUpLimits | undefined>()
  expectTypeOf(topUp).parameters.toEqualTypeOf<[amountCents: number]>()
  expectTypeOf(topUp).returns.resolves.toEqualTypeOf<TopUp | undefined>()
  expectTypeOf<TopUp['url']>().toEqualTypeOf<string | undefined>()
  expectTypeOf(growth?.after).toEqualTypeOf<number | undefined>()
  expectTypeOf(failure).toEqualTypeOf<AudioPodError | undefined>()
  expectTypeOf(TopUp).parameter(0).toEqualTypeOf<TopUpProps>()
  expectTypeOf<{ of: 'keys' }>().not.toExtend<TopUpProps>()
}
