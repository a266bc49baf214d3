'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import css from './error-summary.module.css'

type Texts = Partial<Record<string, string>>

type Props = {
  /** The form's state, as the action gave it: what is wrong as a whole, and with which field. */
  message?: string | undefined
  errors?: Texts | undefined
  /** The label of each field, so that its link says which one it leads to. */
  labels?: Texts | undefined
  /** Before the names where the fields' ids differ from them. */
  idPrefix?: string | undefined
  /** What else one should know, below the message. */
  children?: ReactNode | undefined
}

/** Without script the browser's own autofocus leads here; React would only keep it for form controls. */
export const takesFocus = { tabIndex: -1, autoFocus: true }

/** What is wrong, first in its form: takes the focus after each try, and leads to each field. Nothing when all is well. */
export function ErrorSummary({ message, errors, labels = {}, idPrefix = '', children }: Props) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (message || errors) summary.current?.focus()
  }, [message, errors])

  // A field that holds a list says of each line what is wrong with it, on a line of its own.
  const wrong = Object.entries(errors ?? {}).flatMap(([name, text]) =>
    text ? text.split('\n').map((line) => ({ name, line })) : [],
  )
  if (!message && wrong.length === 0) return null

  return (
    <div className={css.summary} role="alert" ref={summary} {...takesFocus}>
      {message && <p>{message}</p>}
      {children}
      {wrong.length > 0 && (
        <ul>
          {wrong.map(({ name, line }) => (
            <li key={name + line}>
              <a href={`#${idPrefix}${name}`}>{labels[name] ? `${labels[name]}: ${line}` : line}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
