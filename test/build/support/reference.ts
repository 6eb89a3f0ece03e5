import type { Item } from './extract.js'

type Range = { startIndex: number; endIndex: number }

const textOf = ({ excerptTokens }: Item, { startIndex, endIndex }: Range): string =>
  excerptTokens.slice(startIndex, endIndex).map(({ text }) => text).join('').replaceAll(/\s+/g, ' ').trim()

/** A docstring in its parts. */
function docOf({ docComment = '' }: Item): { text: string; example: string | undefined; rest: string[] } {
  const lines = docComment.split('\n').map((line) => line.replace(/^\s*(?:\/\*\*|\*\/|\* ?)/, '').trimEnd())
  const [text = '', ...tags] = lines.join('\n').split(/^(?=@\w+)/m)
  const example = tags.find((tag) => tag.startsWith('@example'))?.replace(/^@example\s*/, '').trim()
  return { text: text.trim(), example, rest: tags.filter((tag) => !tag.startsWith('@example')).map((tag) => tag.trim().replaceAll(/\s+/g, ' ')) }
}

const inCell = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')

/** The members of an interface, those that it takes over included. */
function membersOf(item: Item, byName: ReadonlyMap<string, Item>): Item[] {
  const taken = (item.extendsTokenRanges ?? []).flatMap((range) => {
    const base = byName.get(/^\w+/.exec(textOf(item, range))?.[0] ?? '')
    return base ? membersOf(base, byName) : []
  })
  const own = (item.members ?? []).filter(({ kind }) => kind === 'PropertySignature' || kind === 'MethodSignature')
  return [...taken.filter(({ name }) => !own.some((each) => each.name === name)), ...own]
}

function table(item: Item, byName: ReadonlyMap<string, Item>): string {
  const rows = membersOf(item, byName).map((member) => {
    const { text, rest } = docOf(member)
    // A short docstring has its default on the same line.
    const [said = '', inline] = text.split(/\s*@default\s+/)
    const fallback = inline ?? rest.find((tag) => tag.startsWith('@default'))?.replace('@default', '').trim()
    const type = member.propertyTypeTokenRange ? textOf(member, member.propertyTypeTokenRange) : textOf(member, { startIndex: 0, endIndex: member.excerptTokens.length })
    const name = `\`${member.name}${member.isOptional ? '?' : ''}\``
    return `| ${name} | \`${inCell(type.replace(/ \| undefined$/, ''))}\` | ${inCell(said)}${fallback ? ` Default: ${inCell(fallback)}.` : ''} |`
  })
  return rows.length === 0 ? '' : ['| Name | Type | |', '| --- | --- | --- |', ...rows].join('\n')
}

const tableOf = (title: string, type: string, byName: ReadonlyMap<string, Item>): string => {
  const item = byName.get(/^\w+/.exec(type)?.[0] ?? '')
  const rows = item && (item.kind === 'Interface' ? table(item, byName) : '')
  return rows ? `**${title}**, \`${type}\`\n\n${rows}` : type ? `**${title}**: \`${type}\`` : ''
}

/** A page of all functions that `isWanted`, from their docstrings: what each is for, takes and gives. */
export function referencePage(title: string, lead: string, items: readonly Item[], isWanted: (name: string) => boolean, givesName: string | undefined): string {
  const byName = new Map(items.map((item) => [item.name, item]))
  const wanted = items.filter(({ kind, name }) => (kind === 'Function' || kind === 'Variable') && isWanted(name))
  const sections = wanted.map((item) => {
    const { text, example, rest } = docOf(item)
    const parameter = item.parameters?.[0]
    const takes = parameter ? textOf(item, parameter.parameterTypeTokenRange) : ''
    const gives = givesName && item.returnTypeTokenRange ? textOf(item, item.returnTypeTokenRange) : ''
    return [
      `## \`${item.name}\``,
      text,
      ...rest.filter((tag) => tag.startsWith('@throws')).map((tag) => `Throws ${tag.replace('@throws', '').trim()}`),
      ...(example ? [`\`\`\`jsx\n${example}\n\`\`\``] : []),
      tableOf(givesName ? 'Takes' : 'Props', takes, byName),
      givesName ? tableOf(givesName, gives, byName) : '',
    ].filter((part) => part !== '').join('\n\n')
  })
  return `# ${title}\n\n${lead}\n\n${sections.join('\n\n')}\n`
}
