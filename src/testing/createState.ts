import { cancelJob, failJob, isRunning, settleJobs } from './jobs.js'
import { arrangeWindow } from './rateWindow.js'
import { payCheckout } from './topUps.js'
import type { SimulatedJob, SimulatorState } from './types.js'
import type { World } from './world.js'

/** The account as tests see it: of whichever world is current, with its jobs where the clock has them. */
export function createState(current: () => World): SimulatorState {
  const settled = () => {
    const world = current()
    settleJobs(world)
    return world
  }
  const running = (world: World, id: number | string): SimulatedJob => {
    const job = world.jobs.find((one) => String(one.id) === String(id))
    if (!job) throw new Error(`The simulator has no job ${id}.`)
    if (!isRunning(job)) throw new Error(`Job ${id} is over: it is ${job.status}.`)
    return job
  }
  return {
    get account() {
      return current().account
    },
    get credits() {
      return settled().credits
    },
    get wallet() {
      return settled().wallet
    },
    get keys() {
      return current().keys
    },
    get voices() {
      return current().voices
    },
    get jobs() {
      return settled().jobs
    },
    get usage() {
      return settled().usage
    },
    get walletUsage() {
      return settled().walletUsage
    },
    get checkouts() {
      return current().checkouts
    },
    get requests() {
      return current().requests
    },
    failJob(id, reason = 'voice_unavailable') {
      const world = settled()
      failJob(world, running(world, id), reason)
    },
    cancelJob(id) {
      const world = settled()
      cancelJob(world, running(world, id))
    },
    completeJob(id) {
      const world = settled()
      const work = world.work.get(running(world, id).id)
      if (work) Object.assign(work, { startedAt: world.now(), seconds: 0 })
      settleJobs(world)
    },
    payCheckout(sessionId) {
      if (!payCheckout(current(), sessionId)) throw new Error(`The simulator has no checkout ${sessionId}.`)
    },
    setRateLimit(window) {
      arrangeWindow(current(), window)
    },
  }
}
