import { Brief } from '@/app/_ui/quote'
import { repeatsQuote } from '@/lib/recommendations/excerpt'
import { hit } from '@/lib/recommendations/hits'
import { NamedRec, naming } from './named'
import { Marked } from './recommendations/_list/marked'

type Props = {
  item: { key: string; code: string; title: string; quote: string; language?: string }
  /** So many characters fill two lines of the column, less the first words of a quote. */
  room?: number | undefined
}

/** A recommendation in two lines: its name and title, and the beginning of its quote unless the title repeats it. */
export async function BriefRec({ item, room = 72 }: Props) {
  const nameOf = await naming()
  const { title, quote, language } = item
  const rec = (
    <NamedRec item={item}>
      <Marked text={title} />
    </NamedRec>
  )
  const short = nameOf(item).length + title.length < room && !repeatsQuote(title, quote)
  if (!short && !quote.includes(hit.start)) return rec
  return (
    <Brief rec={rec} lang={language}>
      <Marked text={quote} />
    </Brief>
  )
}
