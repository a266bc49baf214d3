import css from './auth-page.module.css'

/** How the site is called, and its logo where it has one. */
export type BrandProps = { name: string; logo: { hash: string; width: number; height: number } | null }

/** The site's logo, or the product's sign, and its name; leads home. */
export const Brand = ({ name, logo }: BrandProps) => (
  <a className={css.brand} href="/">
    {logo ? (
      <img src={`/logo/${logo.hash}`} width={logo.width} height={logo.height} alt="" />
    ) : (
      <svg aria-hidden="true">
        <use href="#s-logo" />
      </svg>
    )}
    <span dir="auto">{name}</span>
  </a>
)
