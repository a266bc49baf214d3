import type { ReactNode } from 'react'
import css from './facts.module.css'

/** What is known of a thing: `Fact`s below each other. */
export const Facts = ({ children }: { children: ReactNode }) => <dl className={css.facts}>{children}</dl>

/** A term and what holds for it. */
export const Fact = ({ term, children }: { term: ReactNode; children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)
