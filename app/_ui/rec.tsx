import type { ReactNode } from 'react'
import css from './rec.module.css'

type Props = { href: string; short: string; title: ReactNode; light?: boolean | undefined }

/** A recommendation in a list: its short form and its title, one link; siblings after it stand under the title. */
export const Rec = ({ href, short, title, light }: Props) => (
  <a className={light ? `${css.rec} ${css.light}` : css.rec} href={href}>
    <b>{short}</b>
    <span dir="auto">{title}</span>
  </a>
)
