'use client'

import { useEffect, useState } from 'react'
import { Button } from './button'
import { follow } from './keyboard-shortcuts'
import css from './shortcuts.module.css'

export type ShortcutWords = { title: string; close: string; enabled: string; keys: Record<string, string> }

const remembered = 'single-keys-off'

/**
 * Shortcuts with single keys: search, move along a list, choose, help. They do nothing while people type, and can be
 * switched off. Not available without script.
 */
export function Shortcuts({ words }: { words: ShortcutWords }) {
  const [opened, setOpened] = useState(false)
  const [enabled, setEnabled] = useState(true)

  useEffect(() => setEnabled(localStorage.getItem(remembered) === null), [])

  useEffect(() => {
    if (!enabled) return
    document.addEventListener('keydown', follow)
    return () => document.removeEventListener('keydown', follow)
  }, [enabled])

  const change = (on: boolean) => {
    setEnabled(on)
    if (on) localStorage.removeItem(remembered)
    else localStorage.setItem(remembered, '1')
  }

  // The panel is rendered when it is first opened, because few people need it.
  return (
    <div data-scripted="">
      <button type="button" className={css.opener} popoverTarget="keys">
        {words.title}
      </button>
      <section
        className={css.help}
        id="keys"
        popover="auto"
        aria-label={words.title}
        onBeforeToggle={() => setOpened(true)}
      >
        {opened && <Help words={words} enabled={enabled} change={change} />}
      </section>
    </div>
  )
}

type HelpProps = { words: ShortcutWords; enabled: boolean; change: (on: boolean) => void }

const Help = ({ words, enabled, change }: HelpProps) => (
  <>
    <h2>{words.title}</h2>
    <dl>
      {Object.entries(words.keys).map(([key, does]) => [
        <dt key={key}>
          <kbd>{key}</kbd>
        </dt>,
        <dd key={does}>{does}</dd>,
      ])}
    </dl>
    <label>
      <input type="checkbox" checked={enabled} onChange={(event) => change(event.target.checked)} />
      {words.enabled}
    </label>
    <Button popoverTarget="keys" popoverTargetAction="hide">
      {words.close}
    </Button>
  </>
)
