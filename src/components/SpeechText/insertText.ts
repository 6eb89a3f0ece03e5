/**
 * Writes into a text box at its caret, in place of what is selected, as if it had been typed: `execCommand` is the one way
 * that leaves the browser's undo whole. Where it is refused the text comes in by `setRangeText`, which undo does not know.
 * A part of what was written may stay selected, to be typed over.
 */
export function insertText(box: HTMLTextAreaElement, text: string, select?: { from: number; to: number }): void {
  box.focus()
  const { selectionStart: start, selectionEnd: end, value } = box
  const before = /\S$/u.test(value.slice(0, start)) ? ' ' : ''
  const after = /^[\p{L}\p{N}]/u.test(value.slice(end)) ? ' ' : ''
  const written = before + text + after
  // Deprecated, and with nothing in its place: https://github.com/w3c/editing/issues/404
  // oxlint-disable-next-line typescript/no-deprecated
  if (!box.ownerDocument.execCommand('insertText', false, written)) {
    box.setRangeText(written, start, end, 'end')
    box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: written }))
  }
  if (select) box.setSelectionRange(start + before.length + select.from, start + before.length + select.to)
}
