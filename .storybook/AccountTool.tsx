/** @jsxRuntime classic */
// Storybook bundles what stands around the stories without the automatic runtime.
import React, { useRef } from 'react'
import { Button } from 'storybook/internal/components'
import { useGlobals } from 'storybook/manager-api'
import { type Setting, settingNames as names, settings } from '../stories/support/accounts.js'

/** The account behind the Playground. Stands in its toolbar alone: other stories bring their own. */
export function AccountTool() {
  const [globals, updateGlobals, storyGlobals] = useGlobals()
  const popover = useRef<HTMLDivElement>(null)
  const chosen = (name: Setting) => String(globals[name] ?? Object.keys(settings[name].choices)[0])
  // Beside the button's name stands what is not as usual, so that the account is seen without opening.
  const unusual = names.flatMap((name) => {
    const choices: Readonly<Record<string, string>> = settings[name].choices
    const [usual] = Object.keys(choices)
    return chosen(name) === usual ? [] : [choices[chosen(name)] ?? chosen(name)]
  })
  return (
    <>
      <Button
        ariaLabel={false}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect()
          popover.current?.style.setProperty('inset', `${bottom + 6}px auto auto ${left}px`)
          popover.current?.togglePopover()
        }}
        padding="small"
        variant="ghost"
      >
        Account{unusual.length > 0 ? `: ${unusual.join(', ')}` : ''}
      </Button>
      <div
        aria-label="Account"
        
        popover="auto"
        ref={popover}
        role="group"
        style={{ margin: 0, padding: 16, border: '1px solid #c9ced6', borderRadius: 8, boxShadow: '0 8px 24px -6px #10121630' }}
      >
        {names.map((name) => (
          <label
            key={name}
            style={{ display: 'grid', gridTemplateColumns: '72px 176px', alignItems: 'center', minHeight: 32, fontSize: 13 }}
          >
            {settings[name].title}
            <select
              disabled={name in storyGlobals}
              value={chosen(name)}
              onChange={({ currentTarget }) => updateGlobals({ [name]: currentTarget.value })}
              style={{ font: 'inherit', minHeight: 24 }}
            >
              {Object.entries(settings[name].choices).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </>
  )
}
