/** What people write in place of ApiKeyTable. Each shows the same four columns, searches names and sorts by them. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { createElement as h, useMemo, useRef, useState } from 'react'

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' })
const { compare } = new Intl.Collator('en', { numeric: true })
const written = (time) => (time ? day.format(Date.parse(time)) : 'Never')
const cells = ({ name, hint, createdAt, lastUsedAt }) => [name, hint, written(lastUsedAt), written(createdAt)]

function useRows(keys) {
  const [query, setQuery] = useState('')
  const [isSorted, setSorted] = useState(false)
  const rows = useMemo(() => {
    const found = keys.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))
    return isSorted ? found.sort((a, b) => compare(a.name, b.name)) : found
  }, [keys, query, isSorted])
  const tools = [
    h('input', { key: 'search', type: 'search', value: query, onChange: (event) => setQuery(event.target.value) }),
    h('button', { key: 'sort', onClick: () => setSorted(true) }, 'Name'),
  ]
  return { rows, tools }
}

const Actions = ({ name }) => h('button', { 'aria-label': `Actions for ${name}` }, '…')

export function PlainTable({ keys }) {
  const { rows, tools } = useRows(keys)
  const row = (key) =>
    h('tr', { key: key.id }, ...cells(key).map((cell, index) => h('td', { key: index }, cell)), h('td', null, h(Actions, key)))
  return [...tools, h('table', { key: 'table' }, h('tbody', null, rows.map(row)))]
}

export function VirtualTable({ keys }) {
  const { rows, tools } = useRows(keys)
  const box = useRef(null)
  // oxlint-disable-next-line react/incompatible-library -- it is what is measured; nothing here is compiled
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => 44, overscan: 10 })
  const row = ({ index, start }) =>
    h(
      'div',
      { key: rows[index].id, role: 'row', style: { position: 'absolute', top: 0, transform: `translateY(${start}px)`, display: 'flex', gap: 16, height: 44 } },
      ...cells(rows[index]).map((cell, at) => h('div', { key: at, role: 'cell' }, cell)),
      h('div', { role: 'cell' }, h(Actions, rows[index])),
    )
  return [
    ...tools,
    h(
      'div',
      { key: 'box', ref: box, style: { height: 2200, overflow: 'auto' } },
      h('div', { role: 'table', style: { position: 'relative', height: virtual.getTotalSize() } }, virtual.getVirtualItems().map(row)),
    ),
  ]
}
