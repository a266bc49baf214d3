import css from './breadcrumb.module.css'

type Step = { label: string; href?: string | undefined }

/** Where this page stands; the last step, without `href`, is the page itself. */
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
