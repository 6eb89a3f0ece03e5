import type { Preview } from '@storybook/react-vite'
import { mswLoader } from 'msw-storybook-addon/csf3'
import { configure } from 'storybook/test'
import { globalTypes, initialGlobals, withFrame } from '../stories/support/frame.js'
import { startWorker } from '../stories/support/startWorker.js'
import { untilStill } from '../stories/support/still.js'
import { withSimulator } from '../stories/support/withSimulator.js'
import '../src/styles.css'
import './preview.css'
import { describeProps } from './describeProps.js'
import { WidgetPage } from './WidgetPage.js'

// As in test/support/setup.react.ts: a busy machine takes its time over what is fetched when it is needed.
configure({ asyncUtilTimeout: 5000 })

const preview: Preview = {
  loaders: [mswLoader(startWorker)],
  beforeEach: withSimulator,
  // Before the check of accessibility, whose own comes after this.
  afterEach: untilStill,
  decorators: [withFrame],
  globalTypes,
  initialGlobals,
  argTypesEnhancers: [describeProps],
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    // A story that axe finds fault with fails, in the catalogue and in `npm test`.
    a11y: { test: 'error' },
    backgrounds: { disable: true },
    docs: { page: WidgetPage },
    controls: { expanded: true, sort: 'requiredFirst' },
    options: { storySort: { order: ['Start', 'Playground', 'Guides', 'Widgets', 'Hosts', 'Notices', 'Parts', 'Development'] } },
  },
}

export default preview
