// @ts-check
/**
 * What is weighed beside what. The first of each list is ours; a peer stands where it is the nearest that its package
 * has, and `note` says how near that is.
 */
const ours = '../../dist/index.js'

/**
 * @typedef {object} Import
 * @property {string} name
 * @property {string} [code] a module; its exports are what an app imports
 * @property {{ spec: string, files: RegExp }[]} [published] scripts of packages that pages load as they are
 * @property {string} [note]
 */

const clerkImport = `export { ClerkProvider, APIKeys } from '@clerk/react'`

/** @type {{ title: string, imports: Import[] }[]} */
export const comparisons = [
  {
    title: 'A client, without React',
    imports: [
      { name: '`createAudioPodClient`', code: `export { createAudioPodClient } from '${ours}'` },
      { name: '@fal-ai/client: `createFalClient`', code: `export { createFalClient } from '@fal-ai/client'` },
      { name: 'swr: `useSWR`', code: `export { default } from 'swr'`, note: 'a cache, without a client' },
    ],
  },
  {
    title: 'A provider and the hook of a balance',
    imports: [
      { name: '`useCredits`', code: `export { AudioPodProvider, useCredits } from '${ours}'` },
      { name: 'autumn-js: `useCustomer`', code: `export { AutumnProvider, useCustomer } from 'autumn-js/react'` },
    ],
  },
  {
    title: 'A provider and the widget of API keys',
    imports: [
      { name: '`ApiKeys`', code: `export { AudioPodProvider, ApiKeys } from '${ours}'` },
      { name: '@workos-inc/widgets: `ApiKeys`', code: `export { WorkOsWidgets, ApiKeys } from '@workos-inc/widgets'` },
      { name: '@clerk/react: `APIKeys`, the import', code: clerkImport, note: 'fetches its widget from Clerk at run time' },
      {
        name: '… and the scripts it then fetches',
        code: clerkImport,
        published: [
          { spec: '@clerk/clerk-js@6.40.0', files: /^clerk\.browser\.js$/ },
          { spec: '@clerk/ui@1.36.0', files: /^(?:ui\.browser|(?:vendors|ui-common|apiKeys)_ui_58d0c7_[\d.]+)\.js$/ },
        ],
        note: 'without its chunk `framework`, which holds React',
      },
    ],
  },
  {
    title: 'Speech',
    imports: [
      { name: '`SpeechGenerator`', code: `export { AudioPodProvider, SpeechGenerator } from '${ours}'` },
      { name: '`AudioPlayer`', code: `export { AudioPlayer } from '${ours}'` },
      {
        name: '@elevenlabs/react: `useConversation`',
        code: `export { ConversationProvider, useConversation } from '@elevenlabs/react'`,
        note: 'talks with an agent; the package has no text to speech and no widget',
      },
      {
        name: '@elevenlabs/convai-widget-embed',
        published: [{ spec: '@elevenlabs/convai-widget-embed@0.5.4', files: /^index\.js$/ }],
        note: 'an agent’s widget for any page, its renderer inside',
      },
    ],
  },
  {
    title: 'Stylesheets',
    imports: [
      { name: '`audiopod-react/styles.css`', code: `@import '../../dist/styles.css';`, note: 'of all widgets' },
      { name: '@workos-inc/widgets: styles.css', code: `@import '@workos-inc/widgets/styles.css';` },
      { name: '@radix-ui/themes: styles.css', code: `@import '@radix-ui/themes/styles.css';`, note: 'which WorkOS’s widgets need beside theirs' },
    ],
  },
]
