import type { ReactNode } from 'react'
import { cache } from 'react'
import { Rec } from '@/app/_ui/rec'
import { signedIn } from '@/app/signed-in'
import { namingFor } from '@/lib/recommendations/naming'
import { pathOf } from './recommendations/[key]/address'

/** How the reader's pages call recommendations; asked once a page. */
export const naming = cache(async () => namingFor(await signedIn()))

type Props = {
  item: { key: string; code: string; title: string }
  /** Where it leads, if not to its page. */
  href?: string | undefined
  /** In place of its title as it is. */
  children?: ReactNode
  light?: boolean | undefined
}

/** A recommendation in a list, by its document where there are several, its key and its title. */
export async function NamedRec({ item, href = pathOf(item.key), children, light }: Props) {
  const nameOf = await naming()
  return <Rec href={href} name={nameOf(item)} title={children ?? item.title} light={light} />
}
