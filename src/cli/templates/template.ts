import type { Project } from '../init/project.js'

export interface NewFile {
  /** Below the app's folder. */
  path: string
  text: string
  /** Half a sentence on what it is. */
  about: string
}

/** What `init` writes for a framework, and what it leaves to the person. */
export interface Template {
  title: string
  files: (project: Project) => NewFile[]
  /** What is left to do in files that are the app's own, in order. */
  steps: (project: Project) => string[]
  /** The file that `AUDIOPOD_API_KEY` goes into, which the framework or the command of its step reads. */
  envFile: '.env' | '.env.local'
}
