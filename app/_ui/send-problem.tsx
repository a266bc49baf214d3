'use client'

import { useEffect, useRef } from 'react'
import { Button, LinkButton } from './button'
import { Row } from './layout'
import css from './notice.module.css'
import { useWords } from './page-words'
import type { Lost } from './send-attempt'
import { SubmitButton } from './submit-button'

type Props = {
  problem: Lost | 'signedOut'
  /** Whether the browser stores the text during a reload. */
  kept: boolean
  /** The button that sent the form. */
  button: { name: string; value: string }
  reload: () => void
}

const signIn = '/sign-in?callbackUrl=%2Fsigned-in'

/** Says in a form why there is no answer, and what to do. Takes the focus after each attempt. */
export function SendProblem({ problem, kept, button: { name, value }, reload }: Props) {
  const { form: words } = useWords()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])

  return (
    <div ref={place} role="alert" tabIndex={-1} className={`${css.warning} ${css.problem}`}>
      <p>{words[problem === 'newVersion' && !kept ? 'newVersionUnkept' : problem]}</p>
      <Row>
        {problem === 'signedOut' && (
          <LinkButton href={signIn} target="_blank">
            {words.signIn}
          </LinkButton>
        )}
        {problem === 'newVersion' && <Button onClick={reload}>{words.reload}</Button>}
        {problem !== 'newVersion' && problem !== 'tooLarge' && (
          <SubmitButton variant="plain" {...(name && { name, value })}>
            {words.again}
          </SubmitButton>
        )}
      </Row>
    </div>
  )
}
