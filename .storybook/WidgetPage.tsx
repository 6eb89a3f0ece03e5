import { ArgTypes, DocsContext, Heading, Markdown, Source, Title, useOf } from '@storybook/addon-docs/blocks'
import { useContext, useState } from 'react'
import { readDocstring } from './describeProps.js'
import { exampleOf, keysOf } from './guides.js'
import { Slots } from './Slots.js'
import { StoryFrame } from './StoryFrame.js'
import './docs.css'

/** A widget's page: its states, its code to paste, its props, its keys, and what of it can be given a class. */
export function WidgetPage() {
  const { preparedMeta } = useOf('meta', ['meta'])
  const { componentStories, getStoryContext } = useContext(DocsContext)
  const stories = componentStories()
  const [id, setId] = useState(stories[0]?.id)
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null)
  const story = stories.find((each) => each.id === id) ?? stories[0]
  if (!story) return null
  const docstring = readDocstring(preparedMeta.component)
  const example = exampleOf(preparedMeta.title) ?? docstring.example
  const keys = keysOf(preparedMeta.title)
  return (
    <>
      <Title />
      <Markdown>{docstring.text}</Markdown>
      <Heading>States</Heading>
      <div className="states">
        <ul className="states-list sb-unstyled" aria-label="States">
          {stories.map((each) => (
            <li key={each.id}>
              <button type="button" aria-current={each === story} onClick={() => setId(each.id)}>
                {each.name}
              </button>
            </li>
          ))}
        </ul>
        <StoryFrame ref={setFrame} story={story} globals={getStoryContext(story).globals} />
      </div>
      {example === undefined ? null : (
        <>
          <Heading>Code</Heading>
          <Source code={example} language="tsx" />
        </>
      )}
      <Heading>Props</Heading>
      <ArgTypes />
      {keys === undefined ? null : (
        <>
          <Heading>Keys</Heading>
          <p>Tab, Enter and Space do what they do everywhere unless it is said here.</p>
          <Markdown>{keys}</Markdown>
        </>
      )}
      <Heading>Theming</Heading>
      <Slots frame={frame} />
    </>
  )
}
