import type { Meta, StoryObj } from '@storybook/react-vite'
import { http, HttpResponse } from 'msw'
import { useEffect, useState } from 'react'
import { expect } from 'storybook/test'

function Placeholder() {
  const [text, setText] = useState('loading')
  useEffect(() => {
    void fetch('/api/audiopod/credits').then(async (r) => setText(await r.text()))
  }, [])
  return <p>{text}</p>
}

const meta: Meta<typeof Placeholder> = { component: Placeholder }
export default meta

export const Loaded: StoryObj<typeof Placeholder> = {
  beforeEach({ msw }) {
    msw.use(http.get('*/api/audiopod/credits', () => HttpResponse.text('11250')))
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('11250')).toBeVisible()
  },
}
