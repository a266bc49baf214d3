import { BriefQuote } from '@/app/_ui/brief-quote'
import { repeatsQuote } from '@/lib/register/excerpt'
import { hit } from '@/lib/register/search-hits'
import { Highlighted } from '../recommendations/_list/highlighted'
import { NamedRecommendation, naming } from './named'

type Props = {
  item: { key: string; code: string; title: string; quote: string; language?: string }
  /** Where it leads, if not to its page. */
  href?: string | undefined
  /** So many characters fill two lines of the column, less the first words of a quote. */
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

/** The quote, where its beginning fits beside name and title and adds to them, or where what was searched for is in it. */
export function quoteBeside({ title, quote }: { title: string; quote: string }, name: string, room = 72) {
  const fits = name.length + title.length < room && !repeatsQuote(title, quote)
  return fits || quote.includes(hit.start) ? quote : undefined
}
