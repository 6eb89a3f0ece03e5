import type { Preview } from '@storybook/react-vite'
import { mswLoader } from 'msw-storybook-addon/csf3'
import { globalTypes, initialGlobals, withFrame } from '../stories/support/frame.js'
import { startWorker } from '../stories/support/startWorker.js'
import './preview.css'

const preview: Preview = {
  loaders: [mswLoader(startWorker)],
  decorators: [withFrame],
  globalTypes,
  initialGlobals,
  parameters: {
    layout: 'fullscreen',
    // A story that axe finds fault with fails, in the catalogue and in `npm test`.
    a11y: { test: 'error' },
    backgrounds: { disable: true },
    controls: { expanded: true, sort: 'requiredFirst' },
    options: { storySort: { order: ['Start here', 'Widgets', 'Notices', 'Parts'] } },
  },
}

export default preview
