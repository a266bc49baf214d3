import css from './auth-page.module.css'

/** The name of the site and its logo, if it has one. */
export type BrandProps = { name: string; logo: { hash: string; width: number; height: number } | null }

/** The logo of the site, or the product's sign, with the name of the site. Links to the home page. */
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
