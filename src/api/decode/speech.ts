import type { SpeechJobData, SpeechJobStatus, SpeechJobVoice } from '../types.js'
import { compact, expectObject, id, isObject, type Json, number, own, pick, required, text, time, unwrap, url, whole, word } from './read.js'

/** `POST /voice/voices/{voice_id}/generate`: the job's id is in `job_id`. */
export function decodeAcceptedSpeech(body: unknown): SpeechJobData {
  const source = expectObject(unwrap(body, 'data', 'job'), 'an accepted speech job')
  const jobId = required(pick(source, ['job_id', 'jobId', 'id'], id), 'the id of the job')
  // A 2xx with a job's id is an accepted job, and is paid for: a word for its state that is not known here
  // ("accepted") must not lose it. The first poll tells more.
  return decodeJob(source, jobId, 'pending')
}

/** `GET /voice/tts-jobs/{job_id}/status`; `asked` is the id that was asked for. */
export function decodeSpeechJob(body: unknown, asked: string): SpeechJobData {
  const source = expectObject(unwrap(body, 'data', 'job'), 'a speech job')
  return decodeJob(source, pick(source, ['id', 'job_id', 'jobId'], id) ?? asked)
}

function decodeJob(source: Json, jobId: string, unsaid?: SpeechJobStatus): SpeechJobData {
  const inner = own(source, 'result')
  const result = isObject(inner) ? inner : {}
  const audioNames = ['output_url', 'audio_url', 'outputUrl', 'audioUrl']
  const progress = pick(source, ['progress', 'progress_percent'], number)
  return compact<SpeechJobData>({
    id: jobId,
    status: required(pick(source, ['status', 'state'], jobStatus) ?? unsaid, 'the state of the job'),
    progress: progress === undefined ? undefined : Math.min(100, Math.max(0, progress)),
    audioUrl: pick(source, audioNames, url) ?? pick(result, audioNames, url),
    timestampsUrl: pick(source, ['timestamps_url', 'timestampsUrl'], url) ?? pick(result, ['timestamps_url'], url),
    durationSeconds: pick(source, ['total_duration', 'duration', 'duration_seconds'], number) ?? pick(result, ['total_duration', 'duration'], number),
    estimatedSeconds: pick(source, ['estimated_duration', 'estimated_seconds'], number),
    creditsReserved: pick(source, ['credits_reserved', 'creditsReserved'], whole),
    voice: voiceOf(source),
    createdAt: pick(source, ['created_at', 'createdAt'], time),
    completedAt: pick(source, ['completed_at', 'completedAt'], time),
    failureReason: pick(source, ['failure_reason', 'failureReason'], text),
    failureMessage: pick(source, ['error_message', 'errorMessage', 'error'], text),
  })
}

function voiceOf(source: Json): SpeechJobVoice | undefined {
  const info = own(source, 'voice_info') ?? own(source, 'voiceInfo') ?? own(source, 'voice')
  const voice = isObject(info)
    ? compact<SpeechJobVoice>({
        id: pick(info, ['voice_id', 'id', 'uuid'], id),
        name: pick(info, ['name'], text),
        displayName: pick(info, ['display_name', 'displayName'], text),
      })
    : compact<SpeechJobVoice>({ id: pick(source, ['voice_id'], id) })
  return Object.keys(voice).length > 0 ? voice : undefined
}

function jobStatus(value: unknown): SpeechJobStatus | undefined {
  switch (word(value)) {
    case 'pending':
    case 'queued':
      return 'pending'
    case 'processing':
    case 'running':
    case 'in_progress':
      return 'processing'
    case 'completed':
    case 'succeeded':
    case 'success':
      return 'completed'
    case 'failed':
    case 'error':
      return 'failed'
    case 'cancelled':
    case 'canceled':
      return 'cancelled'
    default:
      return undefined
  }
}
