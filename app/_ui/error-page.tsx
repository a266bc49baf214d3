'use client'

import { Button, LinkButton } from './button'
import { Page, PageHead, Row } from './layout'
import { useWords, type Words } from './page-words'

export type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void }

type Props = ErrorPageProps & { words: Words['failure']; contact?: string }

/** A page for an error in the product: what people can do, and the reference of the error in the log. */
export function ErrorPage({ error, reset, words, contact }: Props) {
  return (
    <Page>
      <title>{words.title}</title>
      <PageHead title={words.title}>
        <p>{words.about}</p>
        {error.digest && (
          <>
            <p dir="auto">{words.contact.replace('{contact}', () => contact || words.administrator)}</p>
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

/** Shows an error with the texts of the page around it. */
export function RouteErrorPage(props: ErrorPageProps) {
  const { failure, contact } = useWords()
  return <ErrorPage {...props} words={failure} contact={contact} />
}
