import type { ReactNode } from 'react'
import css from './layout.module.css'

type Children = { children: ReactNode }

/**
 * The content of a page, inside `<main>`: first a `PageHead`, then sections. With `wide`, it is as wide as the screen.
 */
export const Page = ({ wide, children }: Children & { wide?: boolean | undefined }) => (
  <div className={wide ? `${css.page} ${css.wide}` : css.page}>{children}</div>
)

type HeadProps = {
  title: ReactNode
  above?: ReactNode | undefined
  actions?: ReactNode | undefined
  children?: ReactNode | undefined
}

/** The head of a page: `above` (breadcrumb), the `title` as `h1`, `actions` at its end, and a line or two below. */
export function PageHead({ title, above, actions, children }: HeadProps) {
  return (
    <div className={css.head}>
      {above}
      {actions ? (
        <div className={css.spread}>
          <h1 dir="auto">{title}</h1>
          <div className={`${css.row} ${css.actions}`}>{actions}</div>
        </div>
      ) : (
        <h1 dir="auto">{title}</h1>
      )}
      {children}
    </div>
  )
}

type SectionProps = {
  /** Left out if a child brings its own, such as a `Reveal` with its heading. */
  title?: ReactNode | undefined
  id?: string | undefined
  actions?: ReactNode | undefined
  card?: boolean | undefined
  /** For content that only this reader needs, or only acts on. It is not printed. */
  screen?: boolean | undefined
  children: ReactNode
}

/** A section of a page with its `h2` and its actions at the far end. Use `card` if its content is a single thing. */
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

/**
 * Content on one line that may wrap. `spread` puts the last item at the far end. `screen` leaves it out of print, as
 * for navigation.
 */
export const Row = ({ spread, screen, children }: RowProps) => (
  <div className={spread ? css.spread : css.row} data-screen={screen || undefined}>
    {children}
  </div>
)

/** Content in a column. */
export const Stack = ({ gap, children }: Children & { gap?: 'tight' | 'loose' | undefined }) => (
  <div className={gap ? `${css.stack} ${css[gap]}` : css.stack}>{children}</div>
)

/** Content side by side as long as there is room. */
export const Columns = ({ children }: Children) => <div className={css.columns}>{children}</div>

/**
 * The main content, and `aside` beside it on a wide screen or below it on a narrow one. `first` is above both on a
 * narrow screen, and above `aside` on a wide one.
 */
export const Split = ({ first, aside, children }: Children & { first?: ReactNode | undefined; aside: ReactNode }) => (
  <div className={first ? `${css.split} ${css.led}` : css.split}>
    {first && <div>{first}</div>}
    <div>{children}</div>
    <div>{aside}</div>
  </div>
)
