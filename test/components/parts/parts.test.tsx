import { act, render, renderHook, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Button, Dialog, LiveRegion, Time, useSkeleton } from '../../../src/components/parts/index.js'
import { copyText } from '../../../src/components/parts/copyText.js'
import { nextItem } from '../../../src/components/parts/Menu.js'

afterEach(() => {
  vi.useRealTimers()
  Reflect.deleteProperty(navigator, 'clipboard')
})
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

describe('a button', () => {
  it('at work keeps its label and its focus, and ignores presses', async () => {
    const onClick = vi.fn()
    const { rerender } = render(<Button onClick={onClick}>Create key</Button>)
    const button = screen.getByRole('button', { name: 'Create key' })
    await userEvent.click(button)
    rerender(
      <Button busy onClick={onClick}>
        Create key
      </Button>,
    )
    await userEvent.click(button)
    await userEvent.keyboard('{Enter} ')
    expect(onClick).toHaveBeenCalledTimes(1)
    expect(button).toHaveFocus()
    expect(button).toHaveAccessibleName('Create key')
    expect(button).toHaveAttribute('aria-disabled', 'true')
  })

  it('at work does not submit its form', async () => {
    const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
    render(
      <form onSubmit={onSubmit}>
        <Button busy type="submit">
          Create key
        </Button>
      </form>,
    )
    await userEvent.click(screen.getByRole('button'))
    expect(onSubmit).not.toHaveBeenCalled()
  })
})

describe('skeletons', () => {
  const shown = (loading: boolean) => renderHook(({ isLoading }) => useSkeleton(isLoading), { initialProps: { isLoading: loading } })

  it('go at once where the answer came before they were seen', async () => {
    vi.useFakeTimers()
    const { result, rerender } = shown(true)
    await pass(200)
    rerender({ isLoading: false })
    await pass(0)
    expect(result.current).toBe(false)
  })

  it('stay for 300 ms once they have been seen', async () => {
    vi.useFakeTimers()
    const { result, rerender } = shown(true)
    await pass(300)
    rerender({ isLoading: false })
    await pass(200)
    expect(result.current).toBe(true)
    await pass(50)
    expect(result.current).toBe(false)
  })

  it('are not shown for what is there', () => {
    expect(shown(false).result.current).toBe(false)
  })
})

it('a live region is empty before it speaks, so that it is heard', async () => {
  vi.useFakeTimers()
  const { container } = render(<LiveRegion message="Saved." />)
  expect(container).toHaveTextContent('')
  await pass(100)
  expect(container).toHaveTextContent('Saved.')
})

it('a time is relative for a week, and exact in its tooltip', () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T09:00:00Z') })
  const { rerender } = render(<Time value="2026-11-20T08:00:00Z" />)
  expect(screen.getByText('3 days ago')).toHaveAttribute('title', expect.stringContaining('November 20, 2026'))
  rerender(<Time value="2026-11-16T08:00:00Z" />)
  expect(screen.getByText('Nov 16')).toBeInTheDocument()
  rerender(<Time value="2026-11-23T08:59:59Z" />)
  expect(screen.getByText('just now')).toBeInTheDocument()
})

describe('the keys of a menu', () => {
  const items = [{ label: 'Copy key ID' }, { label: 'Revoke key' }, { label: 'Copy name' }]

  it('move round, to both ends, and to first letters', () => {
    expect(nextItem('ArrowDown', 2, items)).toBe(0)
    expect(nextItem('ArrowUp', 0, items)).toBe(2)
    expect(nextItem('Home', 2, items)).toBe(0)
    expect(nextItem('End', 0, items)).toBe(2)
    expect(nextItem('c', 0, items)).toBe(2)
    expect(nextItem('R', 0, items)).toBe(1)
  })

  it('leave the rest alone', () => {
    expect(nextItem('x', 0, items)).toBeUndefined()
    expect(nextItem('Enter', 0, items)).toBeUndefined()
    expect(nextItem(' ', 0, items)).toBeUndefined()
  })
})

describe('copying', () => {
  const clipboard = (value: Partial<Clipboard> | undefined) =>
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value })

  it('is true where the browser took the text', async () => {
    const writeText = vi.fn(() => Promise.resolve())
    clipboard({ writeText })
    expect(await copyText('text')).toBe(true)
    expect(writeText).toHaveBeenCalledWith('text')
  })

  it('is false where the browser refuses, and the text is then selected', async () => {
    clipboard({ writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) })
    const { container } = render(<code>text</code>)
    expect(await copyText('text', container)).toBe(false)
    expect(document.getSelection()?.toString()).toBe('text')
  })

  it('is false without a clipboard and without an element to select', async () => {
    clipboard(undefined)
    expect(await copyText('text')).toBe(false)
  })
})

describe('a dialog', () => {
  it('opens where the browser has no showModal, and gives the focus back', async () => {
    const { rerender } = render(<button type="button">Open</button>)
    screen.getByRole('button').focus()
    const opener = <button type="button">Open</button>
    rerender(
      <>
        {opener}
        <Dialog actions={<Button>Close</Button>} title="Title">
          Text
        </Dialog>
      </>,
    )
    expect(screen.getByRole('dialog', { name: 'Title' })).toBeInTheDocument()
  })

  it('leaves Escape without effect while it is locked, however often', async () => {
    const onClose = vi.fn()
    const { rerender } = render(
      <Dialog actions={<Button>Close</Button>} locked onClose={onClose} title="Title">
        Text
      </Dialog>,
    )
    screen.getByRole('button').focus()
    await userEvent.keyboard('{Escape}{Escape}')
    expect(onClose).not.toHaveBeenCalled()
    rerender(
      <Dialog actions={<Button>Close</Button>} onClose={onClose} title="Title">
        Text
      </Dialog>,
    )
    await userEvent.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  it('keeps Tab within', async () => {
    render(
      <Dialog
        actions={
          <>
            <Button>First</Button>
            <Button>Last</Button>
          </>
        }
        title="Title"
      >
        Text
      </Dialog>,
    )
    screen.getByRole('button', { name: 'Last' }).focus()
    await userEvent.tab()
    expect(screen.getByRole('button', { name: 'First' })).toHaveFocus()
    await userEvent.tab({ shift: true })
    expect(screen.getByRole('button', { name: 'Last' })).toHaveFocus()
  })
})
