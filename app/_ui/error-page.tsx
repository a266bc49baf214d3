'use client'

// An error page runs in the browser, where the catalogue isn't: its few words stand in a file of their own.
import words from '@/lib/messages/en.failure.json'
import { Button, LinkButton } from './button'
import { useContact } from './contact-known'
import { Page, PageHead, Row } from './layout'

export type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void }

/** Something of ours went wrong: what one can do, and the reference under which the log has it. */
export function ErrorPage({ error, reset }: ErrorPageProps) {
  const contact = useContact() || words.administrator
  return (
    <Page>
      <title>{words.title}</title>
      <PageHead title={words.title}>
        <p>{words.about}</p>
        {error.digest && (
          <>
            <p dir="auto">{words.contact.replace('{contact}', () => contact)}</p>
            <p>
              {words.reference} <code>{error.digest}</code>
            </p>
          </>
        )}
      </PageHead>
      <Row>
        <Button variant="main" onClick={reset}>
          {words.again}
        </Button>
        <LinkButton href="/">{words.home}</LinkButton>
      </Row>
    </Page>
  )
}
