import type { Decorator, Preview } from '@storybook/react-vite'
import { AudioPodProvider, type AudioPodProviderProps } from '../../src/index.js'
import type { Theme } from '../../src/theme/appearance.js'
import { readAccount, usualAccount } from './accounts.js'

type ProviderSettings = Pick<
  AudioPodProviderProps,
  'appearance' | 'labels' | 'locale' | 'maxRetries' | 'onError' | 'persistJobs' | 'timeout' | 'userId'
>

declare module 'storybook/internal/csf' {
  interface Parameters {
    /** What the provider is given beside the simulator's endpoint, or false where a story brings its own. */
    provider?: ProviderSettings | false
    /** The locale of a story in one language; the toolbar's wins where it is not the first. */
    locale?: string
    /** The widths a widget is looked at in; the toolbar's wins. */
    width?: number
  }
}

const widths = [240, 320, 480, 640, 1024]

export const globalTypes: NonNullable<Preview['globalTypes']> = {
  theme: {
    description: 'Theme',
    toolbar: {
      icon: 'mirror',
      items: [
        { value: 'light', title: 'Light', icon: 'sun' },
        { value: 'dark', title: 'Dark', icon: 'moon' },
        { value: 'auto', title: 'As the system', icon: 'browser' },
      ],
      dynamicTitle: true,
    },
  },
  locale: {
    description: 'Words, numbers, money and dates',
    toolbar: {
      icon: 'globe',
      items: [
        { value: 'en-US', title: 'English (US)' },
        { value: 'en-GB', title: 'English (UK)' },
        { value: 'de-DE', title: 'Deutsch' },
        { value: 'de-AT', title: 'Deutsch (Österreich)' },
        { value: 'es-ES', title: 'Español' },
        { value: 'fr-FR', title: 'Français' },
        { value: 'ja-JP', title: '日本語' },
        { value: 'ar-EG', title: 'العربية' },
        { value: 'zh-CN', title: '简体中文' },
        { value: 'hi-IN', title: 'English, with numbers of India (hi)' },
      ],
      dynamicTitle: true,
    },
  },
  direction: {
    description: 'Direction',
    toolbar: {
      icon: 'transfer',
      items: [
        { value: 'ltr', title: 'Left to right' },
        { value: 'rtl', title: 'Right to left' },
      ],
      dynamicTitle: true,
    },
  },
  width: {
    description: 'Width of the widget',
    toolbar: {
      icon: 'grow',
      items: [{ value: 'full', title: 'Full width' }, ...widths.map((width) => ({ value: String(width), title: `${width} px` }))],
      dynamicTitle: true,
    },
  },
}

export const initialGlobals = {
  theme: 'light',
  locale: 'en-US',
  direction: 'ltr',
  width: 'full',
  ...usualAccount,
} satisfies Preview['initialGlobals']

/** The page a widget stands on: a provider on the simulator, and the theme, locale, direction and width of the toolbar. */
export const withFrame: Decorator = (Story, { id, globals, parameters }) => {
  const theme: Theme = globals['theme'] === 'dark' || globals['theme'] === 'auto' ? globals['theme'] : 'light'
  const chosen = typeof globals['locale'] === 'string' ? globals['locale'] : initialGlobals['locale']
  const locale = chosen === initialGlobals['locale'] ? (parameters.locale ?? chosen) : chosen
  const isRightToLeft = globals['direction'] === 'rtl' || locale.startsWith('ar')
  const width = Number(globals['width']) || parameters.width
  // Another account is another page: nothing of the last one stays.
  const account = typeof parameters.simulator === 'function' ? JSON.stringify(readAccount(globals)) : ''
  return (
    <div className="page" data-theme={theme} dir={isRightToLeft ? 'rtl' : 'ltr'} lang={locale}>
      <div className="page-column" style={width ? { width, maxWidth: '100%' } : undefined}>
        {parameters.provider === false ? (
          <Story />
        ) : (
          <AudioPodProvider key={`${id} ${account}`} endpoint="/api/audiopod" locale={locale} appearance={{ theme }} {...parameters.provider}>
            <Story />
          </AudioPodProvider>
        )}
      </div>
    </div>
  )
}
