import type { ReactNode } from 'react'
import { cache } from 'react'
import { requireUser } from '@/app/_actions/require-user'
import { recommendationPath } from '@/app/_addresses/recommendation'
import { RecommendationLink } from '@/app/_ui/recommendation-link'
import { referencesFor } from '@/lib/register/reference'

/** Returns how the reader's pages name recommendations. Read once for each page. */
export const naming = cache(async () => referencesFor(await requireUser()))

type Props = {
  item: { key: string; code: string; title: string }
  /** The URL to link to. The default is the page of the recommendation. */
  href?: string | undefined
  /** Content in place of the title. */
  children?: ReactNode
  light?: boolean | undefined
}

/**
 * A recommendation in a list: its key, after the code of its document if there are several documents, and its title.
 */
export async function NamedRecommendation({ item, href = recommendationPath(item.key), children, light }: Props) {
  const nameOf = await naming()
  return <RecommendationLink href={href} name={nameOf(item)} title={children ?? item.title} light={light} />
}
