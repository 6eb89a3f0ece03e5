import { parseArgs } from 'node:util'
import { type Command, UsageError } from './command.js'
import { apply, type Change, planEnvExample, planFile, planGitignore } from './init/changes.js'
import { detect } from './init/detect.js'
import { NoProjectError, type Project, readProject } from './init/project.js'
import { type Framework, isFramework, templates } from './templates/index.js'
import type { Template } from './templates/template.js'

const names = Object.keys(templates).join(', ')

const usage = `Usage: audiopod-react init [--framework <name>] [--dry-run]

Writes what an app needs to show AudioPod's widgets, into the folder it is run in: the proxy, which refuses everybody
until its \`authorize\` is filled in; the provider with a first widget; .env.example, and what keeps .env files out of
the repository. It never changes or replaces a file that is there: .env.example and .gitignore are added to.

  --framework <name>  one of ${names};
                      found by package.json where it is not given
  --dry-run           shows what it would do, and writes nothing

Exit codes: 0 all is there; 1 it could not be done; 2 a call that is wrong.`

const recipes = 'node_modules/audiopod-react/docs/recipes/frameworks.md'

/** `audiopod-react init`: the first files of an app with AudioPod. */
export const init: Command = {
  name: 'init',
  summary: 'writes the proxy, which refuses everybody as yet, and the provider',
  usage,
  run(args, { cwd, out, err }) {
    const { values } = parseArgs({ args, options: { framework: { type: 'string' }, 'dry-run': { type: 'boolean' } } })
    const wanted = values.framework
    if (wanted !== undefined && !isFramework(wanted)) {
      throw new UsageError(`There is no template ${JSON.stringify(wanted)}: there are ${names}.`)
    }
    const isDry = values['dry-run'] === true
    try {
      const project = readProject(cwd)
      const found = wanted === undefined ? detect(project) : { framework: wanted }
      if ('other' in found) {
        err(`This is an app of ${found.other}, for which there is no template. How the proxy is served there stands in
${recipes}. \`--framework <name>\` writes another's files: ${names}.`)
        return 1
      }
      const template = templates[found.framework]
      const changes = [
        ...template.files(project).map((file) => planFile(file, project)),
        planEnvExample(project),
        planGitignore(project),
      ]
      if (!isDry) apply(changes, cwd)
      out(report(template, found.framework, project, changes, isDry))
      return 0
    } catch (error) {
      if (!(error instanceof NoProjectError) && !isOfFiles(error)) throw error
      err(error.message)
      return 1
    }
  },
}

/** A folder that cannot be written to, a file in the place of a folder. */
function isOfFiles(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error
}

const words = { write: 'wrote', append: 'added to', leave: 'left' } as const
const dryWords = { write: 'would write', append: 'would add to', leave: 'would leave' } as const

function report(template: Template, name: Framework, project: Project, changes: readonly Change[], isDry: boolean): string {
  const said = isDry ? dryWords : words
  const width = Math.max(...changes.map(({ does }) => said[does].length))
  const list = changes.map(({ does, path, about }) => `  ${said[does].padEnd(width)}  ${path}\n  ${' '.repeat(width)}  ${about}`)
  const proxy = changes[0]?.path ?? ''
  const steps = [
    ...(project.uses('audiopod-react') ? [] : [`Install the package: \`${project.install} audiopod-react\`.`]),
    `Fill in \`authorize\` in ${proxy}: who is signed in, and what they may do. Until then everybody is refused (401).`,
    `Put your key into ${template.envFile}, which is not committed: \`AUDIOPOD_API_KEY=\` and the key. Only the server may read it.`,
    ...template.steps(project),
  ]
  const title = `${template.title} (${name}), ${project.typescript ? 'TypeScript' : 'JavaScript'}`
  const last = isDry ? '\n\nNothing was written: this was a dry run.' : ''
  const numbered = steps.map((step, index) => `  ${index + 1}. ${step}`).join('\n')
  return `${title}\n\n${list.join('\n')}\n\nWhat is left to you:\n\n${numbered}${last}`
}
