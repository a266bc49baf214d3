import type { CandidateNow } from '@/lib/imports/candidate-shape'
import css from './review.module.css'

type Props = { text: string; candidates: readonly CandidateNow[]; lang: string }

/** The text of a paragraph with its candidates marked by their decisions. */
export const MarkedText = ({ text, candidates, lang }: Props) => (
  <p lang={lang} dir="auto" className={css.text}>
    {piecesOf(text, candidates).map(({ start, piece, decision }) =>
      decision ? (
        <mark key={start} data-decision={decision}>
          {piece}
        </mark>
      ) : (
        piece
      ),
    )}
  </p>
)

/** Cuts a text at the ends of its candidates. Where candidates overlap, the first counts. */
function piecesOf(text: string, candidates: readonly CandidateNow[]) {
  const points = [...text]
  const cuts = new Set([0, points.length, ...candidates.flatMap(({ start, end }) => [start, end])])
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((start, at) => ({
    start,
    piece: points.slice(start, places[at + 1]).join(''),
    decision: candidates.find((one) => one.start <= start && start < one.end)?.decision,
  }))
}
