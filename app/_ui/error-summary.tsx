'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import css from './error-summary.module.css'

type Texts = Partial<Record<string, string>>

type Props = {
  /** The state that the action returned: the error of the whole form, and the errors of its fields. */
  message?: string | undefined
  errors?: Texts | undefined
  /** The labels of the fields, so that each link says which field it leads to. */
  labels?: Texts | undefined
  /** The prefix of the fields' IDs, if they differ from the names. */
  idPrefix?: string | undefined
  /** Further content below the message. */
  children?: ReactNode | undefined
}

/** Without script, the browser's autofocus moves the focus here. React keeps that attribute for form controls only. */
export const takesFocus = { tabIndex: -1, autoFocus: true }

/**
 * The errors of a form, shown at its start. Takes the focus after each attempt and links to each field. Renders nothing
 * if there is no error.
 */
export function ErrorSummary({ message, errors, labels = {}, idPrefix = '', children }: Props) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (message || errors) summary.current?.focus()
  }, [message, errors])

  // The error of a field that holds a list has a line for each line of the list.
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
