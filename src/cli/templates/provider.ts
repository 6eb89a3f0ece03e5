import type { Project } from '../init/project.js'
import type { NewFile } from './template.js'

/** The widgets, for the app to show where it likes. */
export function provider({ typescript }: Project, folder: string): NewFile {
  const type = typescript ? ': { userId?: string | undefined }' : ''
  return {
    path: `${folder}AudioPod.${typescript ? 'tsx' : 'jsx'}`,
    about: 'the provider and the first widget',
    text: `import { AudioPodProvider, CreditBalance } from 'audiopod-react'
import 'audiopod-react/styles.css'

/** Give it the id of who is signed in: what is cached for one user is then never shown to another. */
export function AudioPod({ userId }${type}) {
  return (
    <AudioPodProvider endpoint="/api/audiopod" userId={userId}>
      <CreditBalance />
    </AudioPodProvider>
  )
}
`,
  }
}
