import type { ReactNode } from 'react'
import css from './facts.module.css'

/** The properties of a thing, as a list of `Fact`s. */
export const Facts = ({ children }: { children: ReactNode }) => <dl className={css.facts}>{children}</dl>

type FactProps = { term: ReactNode; screen?: boolean | undefined; children: ReactNode }

/** A term and its value. With `screen`, it contains actions and is not printed. */
export const Fact = ({ term, screen, children }: FactProps) => (
  <div data-screen={screen || undefined}>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)
