import type { DocsContextProps } from '@storybook/addon-docs/blocks'
import type { Ref } from 'react'

interface StoryFrameProps {
  story: ReturnType<DocsContextProps['componentStories']>[number]
  globals: Readonly<Record<string, unknown>>
  ref: Ref<HTMLIFrameElement>
}

const kept = ['theme', 'locale', 'direction', 'width']

/**
 * One story in a document of its own, played to its end: what stories put into the page, their accounts and their
 * dialogs, would meet in a page of many.
 */
export function StoryFrame({ story, globals, ref }: StoryFrameProps) {
  const settings = kept.map((name) => `${name}:${String(globals[name])}`).join(';')
  return (
    <div className="states-shown">
      <iframe
        key={story.id}
        ref={ref}
        src={`iframe.html?id=${story.id}&viewMode=story&globals=${settings};a11y.manual:!true`}
        title={`${story.title}: ${story.name}`}
      />
      <a href={`./?path=/story/${story.id}`} target="_top">
        {story.name} by itself
      </a>
    </div>
  )
}
