import { detail, invalidParam, isoSeconds, json, unprocessable } from './answers.js'
import { notEnoughCredits, reserve } from './credits.js'
import { signedUrl } from './files/signedUrl.js'
import { estimateSeconds } from './audio/words.js'
import { startJob } from './jobs.js'
import type { Call } from './routes.js'
import { readSpeechForm } from './speechForm.js'
import type { SimulatedJob, SimulatedVoice } from './types.js'
import { findVoice } from './voices.js'
import { notEnoughMoney, speechCents } from './wallet.js'
import type { World } from './world.js'

const CREDITS_A_CHARACTER = 0.5

export function createSpeech(world: World, call: Call): Response {
  const key = call.headers.get('idempotency-key') ?? undefined
  const isRepeatable = world.settings.idempotency && key !== undefined
  const asked = JSON.stringify([call.params['voice_id'], call.body])
  const earlier = isRepeatable ? world.replies.get(key) : undefined
  if (earlier) {
    return earlier.asked === asked
      ? json(earlier.answer)
      : detail(409, 'This Idempotency-Key was used for another request')
  }

  const form = readSpeechForm(call.headers.get('content-type'), call.body)
  if (Array.isArray(form)) return unprocessable(form)
  const voice = findVoice(world, call.params['voice_id'] ?? '')
  if (!voice) return detail(404, 'Voice not found')
  if (voice.status !== 'completed') return invalidParam('Voice is not ready yet', 'voice')

  const held = hold(world, form.inputText, form.speed)
  if (held instanceof Response) return held
  const job: SimulatedJob = {
    ...form,
    id: world.nextJobId++,
    voiceId: voice.id,
    idempotencyKey: key,
    createdAt: isoSeconds(world.now()),
    creditsReserved: held.subscription + held.payAsYouGo,
    status: 'pending',
    progress: 0,
  }
  const seconds = startJob(world, job, voice, held)
  const answer = {
    job_id: wireId(world, job),
    status: 'pending',
    message: 'accepted',
    voice_id: voice.id,
    estimated_duration: Math.ceil(seconds),
    credits_reserved: job.creditsReserved,
  }
  if (isRepeatable) world.replies.set(key, { asked, answer })
  return json(answer)
}

/** Sets aside what a text costs, from whatever pays; the 402 if that does not suffice. */
function hold(world: World, text: string, speed: number) {
  const { wallet, settings } = world
  if (settings.billing === 'wallet') {
    const cents = speechCents(estimateSeconds(text, speed))
    if (cents > wallet.balanceCents) return notEnoughMoney(world, cents)
    wallet.balanceCents -= cents
    wallet.reservedCents += cents
    return { subscription: 0, payAsYouGo: 0, cents }
  }
  const needed = Math.ceil(Array.from(text).length * CREDITS_A_CHARACTER)
  const held = reserve(world, needed)
  return held ? { ...held, cents: 0 } : notEnoughCredits(world, needed)
}

export function getSpeech(world: World, { params, origin }: Call): Response {
  const job = world.jobs.find(({ id }) => String(id) === params['job_id'])
  if (!job) return detail(404, 'Job not found or access denied')
  const isOver = job.status !== 'pending' && job.status !== 'processing'
  return json({
    id: wireId(world, job),
    job_type: 'single',
    status: isOver && world.dialect.jobEnd === 'upper' ? job.status.toUpperCase() : job.status,
    progress: job.progress,
    created_at: job.createdAt,
    updated_at: job.completedAt ?? isoSeconds(world.now()),
    completed_at: job.status === 'completed' ? job.completedAt : undefined,
    ...(job.status === 'completed' ? urls(world, job, origin) : {}),
    total_duration: job.durationSeconds,
    input_text: job.inputText,
    target_language: job.language,
    voice_info: voiceInfo(world.voices.find(({ id }) => id === job.voiceId)),
    estimated_duration: isOver ? undefined : Math.ceil(world.work.get(job.id)?.seconds ?? 0),
    credits_reserved: job.creditsReserved,
    failure_reason: job.failureReason,
    error_message: job.failureMessage,
  })
}

const wireId = ({ dialect }: World, { id }: SimulatedJob) => (dialect.jobIds === 'string' ? String(id) : id)

const voiceInfo = (voice: SimulatedVoice | undefined) =>
  voice && { id: voice.id, name: voice.name, display_name: voice.displayName }

function urls(world: World, job: SimulatedJob, origin: string) {
  const audio = signedUrl(world, origin, 'audio', `${job.id}.${world.work.get(job.id)?.extension ?? 'wav'}`)
  const timestamps = job.timestamps
    ? { timestamps_url: signedUrl(world, origin, 'timestamps', `${job.id}.json`) }
    : {}
  if (world.dialect.audioUrl === 'result.output_url') return { result: { output_url: audio }, ...timestamps }
  return { [world.dialect.audioUrl]: audio, ...timestamps }
}
