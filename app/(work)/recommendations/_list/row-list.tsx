'use client'

import { BriefQuote } from '@/app/_ui/brief-quote'
import { FormCheck } from '@/app/_ui/form-fields'
import { RecommendationLink } from '@/app/_ui/recommendation-link'
import { Rows } from '@/app/_ui/rows'
import { type Share, ShareBar } from '@/app/_ui/share-bar'
import { Status, type StatusName } from '@/app/_ui/status'
import { DueSoon, Muted, Overdue } from '@/app/_ui/text'
import { Highlighted } from './highlighted'
import type { AroundName } from './name-in-text'
import css from './row.module.css'

/** The texts of a row, with hits marked in the title and the quote. */
export type ShownRow = {
  key: string
  href: string
  name: string
  /** The label of its checkbox. */
  choose: string
  title: string
  quote?: string | undefined
  progress: { status: StatusName; label: string } | { whose: AroundName; shares: Share[]; text: string }
  next?: { text: string; tone?: 'late' | 'soon' | 'none' | undefined; whose?: AroundName | undefined } | undefined
  /** Says that something was reported late. */
  late?: string | undefined
}

type Props = { rows: readonly ShownRow[]; label: string; choosing?: { ticked: boolean } | undefined }

/**
 * The rows, rendered from their texts. It is a client component, although only the checkboxes need one: the page then
 * contains the texts once, without a description of their markup, which takes longer to make than the rows.
 */
export const RowList = ({ rows, label, choosing }: Props) => (
  <Rows columns={choosing ? 'chosen' : 'found'} ordered label={label}>
    {rows.map((row) => (
      <li key={row.key}>
        {choosing && <FormCheck name="key" value={row.key} defaultChecked={choosing.ticked} aria-label={row.choose} />}
        <div>
          <Words row={row} />
        </div>
        <div>
          <Progress progress={row.progress} />
        </div>
        <div>
          <Next row={row} />
        </div>
      </li>
    ))}
  </Rows>
)

function Words({ row: { href, name, title, quote } }: { row: ShownRow }) {
  const rec = <RecommendationLink href={href} name={name} title={<Highlighted text={title} />} />
  if (quote === undefined) return rec
  return (
    <BriefQuote rec={rec}>
      <Highlighted text={quote} />
    </BriefQuote>
  )
}

function Progress({ progress }: { progress: ShownRow['progress'] }) {
  if ('status' in progress) return <Status {...progress} />
  const { whose, shares, text } = progress
  return (
    <small className={css.small}>
      <span className={css.responsible}>
        <WhoseLine whose={whose} />
        <ShareBar shares={shares} />
      </span>
      {text}
    </small>
  )
}

function Next({ row: { next, late } }: { row: ShownRow }) {
  const reported = late && (
    <small className={css.small}>
      <Overdue>{late}</Overdue>
    </small>
  )
  if (!next) return reported
  const { text, tone, whose } = next
  if (tone === 'none') return <Muted>{text}</Muted>
  return (
    <small className={css.small}>
      {tone === 'late' && <Overdue>{text}</Overdue>}
      {tone === 'soon' && <DueSoon>{text}</DueSoon>}
      {!tone && text}
      {whose && <WhoseLine whose={whose} />}
      {reported}
    </small>
  )
}

const WhoseLine = ({ whose: { before, name, after } }: { whose: AroundName }) => (
  <span className={css.line} title={[before, name, after].join('')}>
    {before && <span>{before}</span>}
    <span className={css.name} dir="auto">
      {name}
    </span>
    {after && <span>{after}</span>}
  </span>
)
