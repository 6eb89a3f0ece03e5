/** As many plain components, of the same elements and styles as the widgets have come to: what React and the browser take by themselves. */
import '../../dist/styles.css'
import { createElement, startTransition } from 'react'
import { createRoot } from 'react-dom/client'

globalThis.began = performance.now()

const how = new URLSearchParams(location.search).get('how') ?? 'render'

/** `globalThis.trees`: for each widget its elements, `[name, attributes, children]`, or a text. */
function Plain({ tree }) {
  return build(tree)
}

function build(tree, key) {
  if (typeof tree === 'string') return tree
  const [name, attributes, children] = tree
  return createElement(name, { key, ...attributes }, ...children.map(build))
}

const widgets = globalThis.trees.map((tree, key) => createElement(Plain, { key, tree }))
const root = createRoot(document.body.appendChild(document.createElement('div')))
if (how === 'transition') startTransition(() => root.render(widgets))
else if (how === 'frames') {
  const add = (count) => {
    root.render(widgets.slice(0, count))
    if (count < widgets.length) requestAnimationFrame(() => add(count + 1))
  }
  add(1)
} else root.render(widgets)
