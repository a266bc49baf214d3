import css from './views.module.css'

type View = { href: string; label: string; current?: boolean | undefined }

/** The same things seen another way: a list or a matrix, open or all. */
export const Views = ({ label, items }: { label: string; items: readonly View[] }) => (
  <nav className={css.views} aria-label={label}>
    {items.map(({ href, label, current }) => (
      <a key={href} href={href} aria-current={current || undefined}>
        {label}
      </a>
    ))}
  </nav>
)
