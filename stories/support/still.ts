import type { Preview } from '@storybook/react-vite'

/** What moves in a document and in the open shadow roots of it, but what never ends or stands still: under test the catalogue pauses all. */
function moving(root: Document | ShadowRoot): Animation[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? moving(shadowRoot) : []))
  const here = root.getAnimations().filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
  return [...here, ...inside]
}

/** Waits until all is drawn as it stays: half faded in, a menu has not the contrast that a person will see. */
export const untilStill: NonNullable<Preview['afterEach']> = async ({ canvasElement }) => {
  await Promise.allSettled(moving(canvasElement.ownerDocument).map(({ finished }) => finished))
}
