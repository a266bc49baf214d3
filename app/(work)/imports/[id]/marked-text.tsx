import type { CandidateNow } from '@/lib/imports/candidate-shape'
import css from './review.module.css'

type Props = {
  text: string
  candidates: readonly CandidateNow[]
  lang: string
  /** The part of the text that is shown, in code points. */
  from?: number | undefined
  to?: number | undefined
}

/** The text of a paragraph with its candidates marked by their decisions. */
export const MarkedText = ({ text, candidates, lang, from, to }: Props) => (
  <p lang={lang} dir="auto" className={css.text}>
    {from !== undefined && '… '}
    {piecesOf(text, candidates, { from, to }).map(({ start, piece, decision }) =>
      decision ? (
        <mark key={start} data-decision={decision}>
          {piece}
        </mark>
      ) : (
        piece
      ),
    )}
    {to !== undefined && ' …'}
  </p>
)

type Part = Pick<Props, 'from' | 'to'>

/** Cuts a part of a text at the ends of its candidates. Where candidates overlap, the first counts. */
function piecesOf(text: string, candidates: readonly CandidateNow[], { from = 0, to }: Part) {
  const points = [...text]
  const last = to ?? points.length
  const within = candidates.filter(({ start, end }) => start < last && from < end)
  const ends = within.flatMap(({ start, end }) => [Math.max(start, from), Math.min(end, last)])
  const places = [...new Set([from, last, ...ends])].sort((a, b) => a - b)
  return places.slice(0, -1).map((start, at) => ({
    start,
    piece: points.slice(start, places[at + 1]).join(''),
    decision: within.find((one) => one.start <= start && start < one.end)?.decision,
  }))
}
