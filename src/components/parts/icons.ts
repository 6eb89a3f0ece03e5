/** A name, as `data-icon` says it, and a path on 16 by 16; the stroke's width where it is not 1.5. */
export type IconDrawing = readonly [name: string, path: string, strokeWidth?: number]

// A constant each: a widget brings those that it shows.
export const alertIcon: IconDrawing = ['alert', 'M8 2.2 14.4 13.3H1.6ZM8 6.4v3M8 11.4v.1']
export const ascendingIcon: IconDrawing = ['ascending', 'm4.5 9.8 3.5-3.5 3.5 3.5']
export const checkIcon: IconDrawing = ['check', 'm3 8.5 3.4 3.4L13 4.6']
export const chevronIcon: IconDrawing = ['chevron', 'm4.5 6.3 3.5 3.5 3.5-3.5']
export const clockIcon: IconDrawing = ['clock', 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 5v3.2l2 1.3']
export const closeIcon: IconDrawing = ['close', 'm4 4 8 8M12 4l-8 8']
export const copyIcon: IconDrawing = [
  'copy',
  'M5.8 5.8V3.4c0-.5.4-.9.9-.9h5.9c.5 0 .9.4.9.9v5.9c0 .5-.4.9-.9.9h-2.4M3.4 5.8h5.9c.5 0 .9.4.9.9v5.9c0 .5-.4.9-.9.9H3.4a.9.9 0 0 1-.9-.9V6.7c0-.5.4-.9.9-.9Z',
]
export const descendingIcon: IconDrawing = ['descending', 'm4.5 6.3 3.5 3.5 3.5-3.5']
export const dotsIcon: IconDrawing = ['dots', 'M3.5 8h.01M8 8h.01M12.5 8h.01', 2.25]
export const downloadIcon: IconDrawing = ['download', 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.25h10']
export const infoIcon: IconDrawing = ['info', 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.4V11M8 5.1v.1']
export const pauseIcon: IconDrawing = ['pause', 'M5.2 3.5v9M10.8 3.5v9']
export const playIcon: IconDrawing = ['play', 'M5 3.2v9.6L12.6 8Z']
export const plusIcon: IconDrawing = ['plus', 'M8 3.2v9.6M3.2 8h9.6']
export const refreshIcon: IconDrawing = ['refresh', 'M13.25 8A5.25 5.25 0 1 1 11.7 4.3L13.25 5.8M13.25 2.75v3.05H10.2']
export const searchIcon: IconDrawing = ['search', 'M7.1 12A4.9 4.9 0 1 0 7.1 2.2a4.9 4.9 0 0 0 0 9.8ZM10.7 10.7l3 3']
export const sortIcon: IconDrawing = ['sort', 'm5 6.5 3-3 3 3m-6 3 3 3 3-3']
