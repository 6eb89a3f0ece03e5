/**
 * The page or the shadow root that an element is in: who has the focus, and what is selected, is known there. Told by what it
 * has, since an element within an `<iframe>` is of classes of its own.
 */
export function rootOf(element: Element): DocumentOrShadowRoot {
  const root: Node & Partial<DocumentOrShadowRoot> = element.getRootNode()
  return isRoot(root) ? root : element.ownerDocument
}

function isRoot(node: Node & Partial<DocumentOrShadowRoot>): node is Node & DocumentOrShadowRoot {
  return 'activeElement' in node
}

/** For what is known as an element alone. */
export function focusOn(element: (Element & Partial<HTMLOrSVGElement>) | null | undefined): void {
  element?.focus?.()
}

/** What the person has selected around an element. Browsers differ in whether the page knows of it, or the shadow root. */
export function selectedText(element: Element): string {
  const root: DocumentOrShadowRoot & { getSelection?: Document['getSelection'] } = rootOf(element)
  return (root.getSelection?.() ?? element.ownerDocument.getSelection())?.toString().trim() ?? ''
}
