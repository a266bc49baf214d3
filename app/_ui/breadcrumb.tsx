import css from './breadcrumb.module.css'

type Step = { label: string; href?: string | undefined }

/** The path to this page. The last step has no `href`, because it is the page itself. */
export const Breadcrumb = ({ label, items }: { label: string; items: readonly Step[] }) => (
  <nav className={css.breadcrumb} aria-label={label}>
    <ol>
      {items.map(({ label, href }) => (
        <li key={label}>
          {href ? (
            <a href={href} dir="auto">
              {label}
            </a>
          ) : (
            <span aria-current="page" dir="auto">
              {label}
            </span>
          )}
        </li>
      ))}
    </ol>
  </nav>
)
