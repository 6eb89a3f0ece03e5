import type { Page } from 'playwright-core'

/** What the page's audio element would play: its length, and how loud it is (root mean square, 1 is full scale). */
export function measureAudio(page: Page): Promise<{ seconds: number; loudness: number }> {
  return page.locator('audio').first().evaluate(async (element) => {
    if (!(element instanceof HTMLAudioElement)) throw new Error('There is no audio element.')
    const bytes = await (await fetch(element.src)).arrayBuffer()
    const audio = await new OfflineAudioContext(1, 1, 44_100).decodeAudioData(bytes)
    const samples = audio.getChannelData(0)
    const sum = samples.reduce((total, sample) => total + sample * sample, 0)
    return { seconds: audio.duration, loudness: Math.sqrt(sum / samples.length) }
  })
}

/** Where the page's audio element is, in seconds. */
export function playedSeconds(page: Page): Promise<number> {
  return page.locator('audio').evaluate((element) => (element instanceof HTMLAudioElement ? element.currentTime : 0))
}
