import type { ReactNode } from 'react'
import css from './facts.module.css'

/** What is known of a thing: `Fact`s below each other. */
export const Facts = ({ children }: { children: ReactNode }) => <dl className={css.facts}>{children}</dl>

type FactProps = { term: ReactNode; screen?: boolean | undefined; children: ReactNode }

/** A term and what holds for it; `screen`: what one can do, which is nothing for paper. */
export const Fact = ({ term, screen, children }: FactProps) => (
  <div data-screen={screen || undefined}>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)
