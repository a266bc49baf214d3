import type { ReactNode } from 'react'
import css from './layout.module.css'

type Children = { children: ReactNode }

/** A page's content, inside the shell's `<main>`: `PageHead` first, then sections. `wide`: as wide as the screen. */
export const Page = ({ wide, children }: Children & { wide?: boolean | undefined }) => (
  <div className={wide ? `${css.page} ${css.wide}` : css.page}>{children}</div>
)

type HeadProps = {
  title: ReactNode
  above?: ReactNode | undefined
  actions?: ReactNode | undefined
  children?: ReactNode | undefined
}

/** The page's head: `above` (breadcrumb), the `title` as `h1`, `actions` at its end, and a line or two below. */
export function PageHead({ title, above, actions, children }: HeadProps) {
  return (
    <div className={css.head}>
      {above}
      {actions ? (
        <div className={css.spread}>
          <h1 dir="auto">{title}</h1>
          <div className={css.row}>{actions}</div>
        </div>
      ) : (
        <h1 dir="auto">{title}</h1>
      )}
      {children}
    </div>
  )
}

type SectionProps = {
  /** Left out when a child brings its own, such as a `Reveal` with its heading. */
  title?: ReactNode | undefined
  id?: string | undefined
  actions?: ReactNode | undefined
  card?: boolean | undefined
  /** The reader's own, or only to act on: nothing for paper. */
  screen?: boolean | undefined
  children: ReactNode
}

/** A part of a page under its `h2`, with what one can do there at the far end; `card` when it is one thing. */
export function Section({ title, id, actions, card, screen, children }: SectionProps) {
  const heading = title && <h2>{title}</h2>
  return (
    <section id={id} className={card ? `${css.section} ${css.card}` : css.section} data-screen={screen || undefined}>
      {actions ? (
        <div className={css.spread}>
          {heading}
          {actions}
        </div>
      ) : (
        heading
      )}
      {children}
    </section>
  )
}

type RowProps = Children & { spread?: boolean | undefined; screen?: boolean | undefined }

/** Things on one line that may wrap; `spread`: the last at the far end; `screen`: nothing for paper, such as the way on. */
export const Row = ({ spread, screen, children }: RowProps) => (
  <div className={spread ? css.spread : css.row} data-screen={screen || undefined}>
    {children}
  </div>
)

/** Things below each other. */
export const Stack = ({ gap, children }: Children & { gap?: 'tight' | 'loose' | undefined }) => (
  <div className={gap ? `${css.stack} ${css[gap]}` : css.stack}>{children}</div>
)

/**
 * The work, and `aside` what goes with it: beside it on a wide screen, below on a narrow one. `first` stands above both on
 * a narrow one, and above `aside` on a wide one.
 */
export const Split = ({ first, aside, children }: Children & { first?: ReactNode | undefined; aside: ReactNode }) => (
  <div className={first ? `${css.split} ${css.led}` : css.split}>
    {first && <div>{first}</div>}
    <div>{children}</div>
    <div>{aside}</div>
  </div>
)
