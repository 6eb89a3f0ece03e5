import type { ArgTypesEnhancer } from 'storybook/internal/types'

const controls: Readonly<Record<string, 'number' | 'boolean' | 'text'>> = { boolean: 'boolean', number: 'number', string: 'text' }

/** Props as their authors wrote them: the whole type in place of “union”, and `@default` in its own column. */
export const describeProps: ArgTypesEnhancer = ({ argTypes }) => {
  const described = Object.entries(argTypes).map(([name, argType]) => {
    const raw = argType.type && 'raw' in argType.type ? argType.type.raw : undefined
    const type = (raw ?? argType.table?.type?.summary)?.replace(/ \| undefined$/, '').replace(/^\((.*\) => .*)\)$/s, '$1')
    const [description = '', usual] = (argType.description ?? '').split(/\s*@default\s+/)
    const control = type === undefined ? undefined : type.includes('=>') ? false : controls[type]
    return [
      name,
      {
        ...argType,
        description,
        ...(control === undefined ? {} : { control }),
        table: {
          ...argType.table,
          ...(type === undefined ? {} : { type: { summary: type } }),
          ...(usual === undefined ? {} : { defaultValue: { summary: usual } }),
        },
      },
    ] as const
  })
  return Object.fromEntries(described)
}

/** What a component's docstring says, and its example. */
export function readDocstring(component: unknown): { text: string; example?: string | undefined } {
  const info = component instanceof Object && '__docgenInfo' in component ? component.__docgenInfo : undefined
  const whole = info instanceof Object && 'description' in info ? String(info.description) : ''
  const [text = '', example] = whole.split(/^@example\s*/m)
  return { text: text.trim(), example: example?.trim() }
}
