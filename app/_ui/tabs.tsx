import { SoftLink } from './soft-link'
import css from './tabs.module.css'

type View = { href: string; label: string; current?: boolean | undefined }

type Props = { label: string; items: readonly View[]; inPlace?: boolean | undefined }

/** Links to other views of a page: list or matrix, open or all. `inPlace` is for a part of the page only. */
export const Tabs = ({ label, items, inPlace }: Props) => {
  const Link = inPlace ? KeepingLink : PlainLink
  return (
    <nav className={css.views} aria-label={label}>
      {items.map(({ label, ...item }) => (
        <Link key={item.href} {...item}>
          {label}
        </Link>
      ))}
    </nav>
  )
}

const KeepingLink = (view: Omit<View, 'label'> & { children: string }) => <SoftLink {...view} keeps />

const PlainLink = ({ href, current, children }: Omit<View, 'label'> & { children: string }) => (
  <a href={href} aria-current={current || undefined}>
    {children}
  </a>
)
