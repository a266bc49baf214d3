import css from './chips.module.css'

type Chip = { label: string; href: string; remove: string }

type Props = { label: string; items: readonly Chip[]; clear?: { href: string; label: string } | undefined }

/**
 * The filters in use. Each links to the list without it, and `remove` says so ("In progress, take this filter off").
 */
export const Chips = ({ label, items, clear }: Props) => (
  <ul className={css.chips} aria-label={label}>
    {items.map(({ label, href, remove }) => (
      <li key={href}>
        <a href={href} aria-label={remove}>
          {label}
        </a>
      </li>
    ))}
    {clear && (
      <li>
        <a href={clear.href}>{clear.label}</a>
      </li>
    )}
  </ul>
)
