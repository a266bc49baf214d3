import type { ReactNode } from 'react'
import { Row } from './layout'

type Leads = { href: string; label: string } | undefined

type Props = { label: string; children?: ReactNode | undefined; previous?: Leads; next?: Leads }

/** The position in a long list (`children`: "1 to 50 of 320") and the links to other pages. */
export const Pager = ({ label, children, previous, next }: Props) => (
  <nav aria-label={label} data-screen="">
    <Row>
      <small>{children}</small>
      {previous && (
        <a href={previous.href} rel="prev">
          {previous.label}
        </a>
      )}
      {next && (
        <a href={next.href} rel="next">
          {next.label}
        </a>
      )}
    </Row>
  </nav>
)
