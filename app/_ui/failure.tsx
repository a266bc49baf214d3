'use client'

import { createContext, type ReactNode, use } from 'react'
import { Button, LinkButton } from './button'
import { Row, Stack } from './layout'

type Words = { title: string; about: string; reference: string; again: string; home: string }

const Failure = createContext<Words | null>(null)

/** An error page runs in the browser, where the catalogue isn't: the root layout hands its words down. */
export const FailureWords = ({ words, children }: { words: Words; children: ReactNode }) => (
  <Failure value={words}>{children}</Failure>
)

type Props = { digest?: string | undefined; again: () => void }

/** Something of ours went wrong: what one can do, and the reference under which the log has it. */
export function FailureNotice({ digest, again }: Props) {
  const words = use(Failure)
  if (!words) return null
  return (
    <Stack>
      <h1>{words.title}</h1>
      <p>{words.about}</p>
      {digest && (
        <p>
          {words.reference} <code>{digest}</code>
        </p>
      )}
      <Row>
        <Button variant="main" onClick={again}>
          {words.again}
        </Button>
        <LinkButton href="/">{words.home}</LinkButton>
      </Row>
    </Stack>
  )
}
