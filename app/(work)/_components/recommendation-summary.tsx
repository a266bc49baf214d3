import { BriefQuote } from '@/app/_ui/brief-quote'
import { repeatsQuote } from '@/lib/register/excerpt'
import { hit } from '@/lib/register/search-hits'
import { Highlighted } from '../recommendations/_list/highlighted'
import { NamedRecommendation, naming } from './recommendation-reference'

type Props = {
  item: { key: string; code: string; title: string; quote: string; language?: string }
  /** The URL to link to. The default is the page of the recommendation. */
  href?: string | undefined
  /** The number of characters that fit in two lines of the column, without the first words of a quote. */
  room?: number | undefined
}

/** A recommendation in two lines: its name and title, and the beginning of its quote unless the title repeats it. */
export async function RecommendationSummary({ item, href, room }: Props) {
  const name = (await naming())(item)
  const { title, language } = item
  const rec = (
    <NamedRecommendation item={item} href={href}>
      <Highlighted text={title} />
    </NamedRecommendation>
  )
  const quote = quoteBeside(item, name, room)
  if (quote === undefined) return rec
  return (
    <BriefQuote rec={rec} lang={language}>
      <Highlighted text={quote} />
    </BriefQuote>
  )
}

/**
 * Returns the quote if its beginning fits beside the name and the title and adds something to them, or if it contains
 * the search text.
 */
export function quoteBeside({ title, quote }: { title: string; quote: string }, name: string, room = 72) {
  const fits = name.length + title.length < room && !repeatsQuote(title, quote)
  return fits || quote.includes(hit.start) ? quote : undefined
}
