import type { ReactNode } from 'react'
import { cache } from 'react'
import { requireUser } from '@/app/_actions/require-user'
import { recommendationPath } from '@/app/_addresses/recommendation'
import { RecommendationLink } from '@/app/_ui/recommendation-link'
import { referencesFor } from '@/lib/register/reference'

/** How the reader's pages call recommendations; asked once a page. */
export const naming = cache(async () => referencesFor(await requireUser()))

type Props = {
  item: { key: string; code: string; title: string }
  /** Where it leads, if not to its page. */
  href?: string | undefined
  /** In place of its title as it is. */
  children?: ReactNode
  light?: boolean | undefined
}

/** A recommendation in a list, by its document where there are several, its key and its title. */
export async function NamedRecommendation({ item, href = recommendationPath(item.key), children, light }: Props) {
  const nameOf = await naming()
  return <RecommendationLink href={href} name={nameOf(item)} title={children ?? item.title} light={light} />
}
