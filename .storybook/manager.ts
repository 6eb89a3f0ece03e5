import { addons } from 'storybook/manager-api'
import { create } from 'storybook/theming'

addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: 'audiopod-react',
    colorPrimary: '#4f46e5',
    colorSecondary: '#4f46e5',
    appBg: '#f7f8fa',
    appBorderColor: '#e1e4e9',
    appBorderRadius: 8,
    barSelectedColor: '#4f46e5',
    textColor: '#14171c',
  }),
  sidebar: { showRoots: true },
})
