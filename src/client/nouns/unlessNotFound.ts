import { isAudioPodError } from '../../errors/index.js'

/** What a 404 stands for, where it is an answer. */
export function unlessNotFound<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (isAudioPodError(error, 'not_found')) return value
    throw error
  }
}
