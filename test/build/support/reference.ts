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

interface Member {
  item: Item
  type: string
  isOptional: boolean
}

const UTILITY = /^(Partial|Omit|Pick)<(.+?)(?:, ([^<>]+))?>$/

/** The members of a type as it is written: of an interface, an alias, an intersection or a union of such, those that it takes over included. */
function membersOf(type: string, byName: ReadonlyMap<string, Item>): Member[] {
  const [, utility, of = '', names = ''] = UTILITY.exec(type) ?? []
  if (utility) {
    const isNamed = ({ item }: Member) => names.includes(`'${item.name}'`)
    const members = membersOf(of, byName)
    if (utility === 'Partial') return members.map((member) => ({ ...member, isOptional: true }))
    return members.filter((member) => isNamed(member) === (utility === 'Pick'))
  }
  const [, name = '', argument] = /^(\w+)(?:<(.+)>)?$/.exec(type) ?? []
  if (name === '') return unique(type.split(/[&|()]+/).map((part) => part.trim()).filter((part) => part !== '' && part !== type).flatMap((part) => membersOf(part, byName)))
  const item = byName.get(name)
  if (item?.kind === 'TypeAlias' && item.typeTokenRange) return membersOf(textOf(item, item.typeTokenRange), byName)
  if (item?.kind !== 'Interface') return []
  const parameter = item.typeParameters?.[0]?.typeParameterName
  const filled = (text: string) => (parameter && argument ? text.replaceAll(new RegExp(`\\b${parameter}\\b`, 'g'), argument) : text)
  const own = (item.members ?? []).filter(({ kind }) => kind === 'PropertySignature' || kind === 'MethodSignature').map((member): Member => {
    const range = member.propertyTypeTokenRange ?? { startIndex: 0, endIndex: member.excerptTokens.length }
    return { item: member, type: filled(textOf(member, range)), isOptional: member.isOptional === true }
  })
  const taken = (item.extendsTokenRanges ?? []).flatMap((range) => membersOf(filled(textOf(item, range)), byName))
  return unique([...taken.filter(({ item: base }) => !own.some((each) => each.item.name === base.name)), ...own])
}

/** Of a name that comes twice, the one that is not only there to be ruled out. */
function unique(members: readonly Member[]): Member[] {
  const said = members.filter(({ type }) => type !== 'undefined')
  return said.filter(({ item }, at) => said.findIndex((each) => each.item.name === item.name) === at)
}

function table(members: readonly Member[]): string {
  const rows = members.map(({ item, type, isOptional }) => {
    const { text, rest } = docOf(item)
    // A short docstring has its default on the same line.
    const [said = '', inline] = text.split(/\s*@default\s+/)
    const fallback = inline ?? rest.find((tag) => tag.startsWith('@default'))?.replace('@default', '').trim()
    const name = `\`${item.name}${isOptional ? '?' : ''}\``
    return `| ${name} | \`${inCell(type.replace(/ \| undefined$/, ''))}\` | ${inCell(said)}${fallback ? ` Default: ${inCell(fallback)}.` : ''} |`
  })
  return ['| Name | Type | |', '| --- | --- | --- |', ...rows].join('\n')
}

const tableOf = (title: string, type: string, byName: ReadonlyMap<string, Item>): string => {
  const members = membersOf(type, byName)
  return members.length > 0 ? `**${title}**, \`${type}\`\n\n${table(members)}` : type ? `**${title}**: \`${type}\`` : ''
}

/** A page of all functions that `isWanted`, from their docstrings: what each is for, takes and gives. */
export function referencePage(title: string, lead: string, items: readonly Item[], isWanted: (name: string) => boolean, givesName: string | undefined): string {
  const byName = new Map(items.map((item) => [item.name, item]))
  const wanted = items.filter(({ kind, name }) => (kind === 'Function' || kind === 'Variable') && isWanted(name))
  const sections = wanted.map((item) => {
    const { text, example, rest } = docOf(item)
    const { parameters = [] } = item
    // A parameter that is taken apart in its place comes as several, of which the extractor knows no type: it has the function's name.
    const named = givesName ? `U${item.name.slice(1)}Options` : `${item.name}Props`
    const types = parameters.map((parameter) => textOf(item, parameter.parameterTypeTokenRange) || named)
    const takes = [...new Set(types)].filter((type) => type !== named || byName.has(named))
    const gives = givesName && item.returnTypeTokenRange ? textOf(item, item.returnTypeTokenRange) : ''
    return [
      `## \`${item.name}\``,
      text,
      ...rest.filter((tag) => tag.startsWith('@throws')).map((tag) => `Throws ${tag.replace('@throws', '').trim()}`),
      ...(example ? [`\`\`\`jsx\n${example}\n\`\`\``] : []),
      ...takes.map((type, at) => tableOf(at > 0 ? 'And' : givesName ? 'Takes' : 'Props', type, byName)),
      givesName ? tableOf(givesName, gives, byName) : '',
    ].filter((part) => part !== '').join('\n\n')
  })
  return `# ${title}\n\n${lead}\n\n${sections.join('\n\n')}\n`
}
