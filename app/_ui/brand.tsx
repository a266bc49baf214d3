import css from './door.module.css'

/** The product's sign and name; leads home. */
export const Brand = ({ name }: { name: string }) => (
  <a className={css.brand} href="/">
    <svg aria-hidden="true">
      <use href="#s-logo" />
    </svg>
    {name}
  </a>
)
