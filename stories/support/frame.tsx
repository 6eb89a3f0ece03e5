import type { Decorator, Preview } from '@storybook/react-vite'

export const globalTypes: Preview['globalTypes'] = {
  theme: {
    description: 'Light or dark',
    toolbar: { icon: 'mirror', items: ['light', 'dark'], dynamicTitle: true },
  },
}

export const initialGlobals: Preview['initialGlobals'] = { theme: 'light' }

export const withFrame: Decorator = (Story, { globals }) => (
  <div data-theme={globals['theme']} style={{ padding: 16 }}>
    <Story />
  </div>
)
