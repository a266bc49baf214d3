'use client'

import { useEffect, useRef } from 'react'
import { CopyButton } from './copy-button'
import { useForm } from './form-context'
import { Secret } from './one-time-secret'
import css from './one-time-secret.module.css'

type Props = { about: string; words: { copy: string; copied: string }; copyAll: string }

/** The secrets that the action of an `ActionForm` created, one in each row. They are shown once. */
export function OneTimeSecrets({ about, words, copyAll }: Props) {
  const { state, prefix } = useForm()
  const { links = [] } = state
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.links?.length && !state.errors) place.current?.scrollIntoView({ block: 'nearest' })
  }, [state])
  if (links.length === 0) return null

  const all = links.map(({ label, value }) => `${label}\t${value}`).join('\n')
  return (
    <div className={css.each} ref={place}>
      <p>
        {about} {links.length > 1 && <CopyButton text={all} label={copyAll} copied={words.copied} />}
      </p>
      <ul>
        {links.map(({ label, value }, row) => (
          <li key={value}>
            <Secret id={`${prefix}link-${row}`} label={label} value={value} words={words} />
          </li>
        ))}
      </ul>
    </div>
  )
}
