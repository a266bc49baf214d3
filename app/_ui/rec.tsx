import type { ReactNode } from 'react'
import css from './rec.module.css'

type Props = {
  href: string
  /** Its key, perhaps with its document before it: "17.2", "SALVADOR-2010 17.2". */
  name: string
  title: ReactNode
  light?: boolean | undefined
}

/** A recommendation in a list: its key and its title are one link. */
export const Rec = ({ href, name, title, light }: Props) => (
  <a className={light ? `${css.rec} ${css.light}` : css.rec} href={href}>
    <b>{name}</b> <span dir="auto">{title}</span>
  </a>
)
