export function rowsOf(list: HTMLElement | null): HTMLElement[] {
  return list ? [...list.querySelectorAll<HTMLElement>('[data-key-id]')] : []
}

/** What a row's last cell has for the focus. */
export function actionsOf(row: HTMLElement | undefined): HTMLElement | null | undefined {
  return row?.querySelector<HTMLElement>('[data-column=menu] :is(button, a, input, [tabindex])')
}
