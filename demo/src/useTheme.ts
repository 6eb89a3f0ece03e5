import { useCallback, useLayoutEffect, useState } from 'react'

type Theme = 'auto' | 'light' | 'dark'

const NAME = 'demo-theme'

/** The system's theme, until the person has chosen one. */
export function useTheme(): { theme: Theme; toggleTheme: () => void } {
  const [theme, setTheme] = useState(readTheme)

  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])

  const toggleTheme = useCallback(() => {
    setTheme((last) => {
      const isDark = last === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : last === 'dark'
      const next = isDark ? 'light' : 'dark'
      localStorage.setItem(NAME, next)
      return next
    })
  }, [])
  return { theme, toggleTheme }
}

function readTheme(): Theme {
  const kept = localStorage.getItem(NAME)
  return kept === 'light' || kept === 'dark' ? kept : 'auto'
}
