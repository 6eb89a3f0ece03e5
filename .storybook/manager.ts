import { addons, types } from 'storybook/manager-api'
import { create } from 'storybook/theming'
import { AccountTool } from './AccountTool.js'

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

addons.register('audiopod/account', () => {
  addons.add('audiopod/account/tool', {
    type: types.TOOL,
    title: 'Account',
    match: ({ storyId, viewMode }) => viewMode === 'story' && storyId?.startsWith('playground--') === true,
    render: AccountTool,
  })
})
