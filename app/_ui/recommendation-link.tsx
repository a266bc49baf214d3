import type { ReactNode } from 'react'
import css from './recommendation-link.module.css'

type Props = {
  href: string
  /** The key, after its document if given: "17.2", "SALVADOR-2010 17.2". */
  name: string
  title: ReactNode
  light?: boolean | undefined
}

/** A recommendation in a list. Its key and its title are one link. A key with its document has its own line. */
export const RecommendationLink = ({ href, name, title, light }: Props) => (
  <a
    className={[css.rec, light && css.light, name.includes(' ') ? css.long : css.short].filter(Boolean).join(' ')}
    href={href}
  >
    <b>{name}</b> <span dir="auto">{title}</span>
  </a>
)
