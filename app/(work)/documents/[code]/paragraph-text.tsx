import type { Chosen } from '@/app/_addresses/document'
import { recommendationPath } from '@/app/_addresses/recommendation'
import { LongList } from '@/app/_ui/long-list'
import { StatusMark } from '@/app/_ui/status'
import type { Paragraph, Placed } from '@/lib/documents/paragraphs'
import { shortKey } from '@/lib/domain/citation'
import { t } from '@/lib/platform/i18n'
import type { Span } from '@/lib/reading/sentences'
import type { Mode } from './mode'
import { type Piece, piecesOf } from './pieces'
import css from './text.module.css'

type Props = {
  paragraph: Paragraph
  anchor: string
  code: string
  mode: Mode
  /** The words that annotations are about. */
  noted: readonly Span[] | undefined
  /** Returns where a sentence leads in this mode. */
  leads: (span: Chosen) => string | undefined
}

/** A paragraph with its recommendations marked. It and each of its sentences can be linked to. */
export function ParagraphText({ paragraph, anchor, code, mode, noted, leads }: Props) {
  const { label, ordinal, recommendations, notes = [] } = paragraph
  const { pieces, within } = piecesOf(paragraph, noted)
  const chooses = mode === 'add' || (mode === 'note' && recommendations.length > 0)
  const keys = new Set(recommendations.map(({ key }) => shortKey(key, code)))
  const idOf = (sentence: number) => {
    const id = `${anchor}.${sentence}`
    return keys.has(id) ? undefined : id
  }
  return (
    <>
      <p>
        {within.map((sentence) => idOf(sentence) && <span key={sentence} id={idOf(sentence)} />)}
        {label && <Label anchor={anchor}>{label}</Label>}
        <LongList rows={pieces}>
          {(piece) => {
            const { start, other } = piece
            if (!other) return <Parts key={start} piece={piece} />
            const href = chooses ? leads({ paragraph: ordinal, start: other.start, end: other.end }) : undefined
            if ('key' in other) {
              const own = mode === 'note' ? href : undefined
              return <Recommendation key={start} piece={piece} code={code} recommendation={other} href={own} />
            }
            return <Other key={start} piece={piece} id={idOf(other.sentence)} href={href} />
          }}
        </LongList>
      </p>
      {notes.length > 0 && <SourceNotes notes={notes} />}
    </>
  )
}

/** A number has the direction of the text that it counts. A letter has its own. */
const Label = ({ anchor, children: label }: { anchor: string; children: string }) => (
  <>
    <a className={css.label} href={`#${encodeURIComponent(anchor)}`} dir={/\p{L}/u.test(label) ? 'auto' : undefined}>
      {/^\p{Nd}/u.test(label) ? `${label}.` : label}
    </a>{' '}
  </>
)

/** Marks of notes are not selected, so that what is copied is the exact text. */
const Parts = ({ piece: { parts } }: { piece: Piece }) =>
  parts.map(({ start, text, marks, noted }) =>
    marks.length === 0 && !noted ? (
      text
    ) : (
      <span key={start} className={noted ? css.noted : undefined}>
        {text}
        {marks.length > 0 && <sup className={css.mark}>{marks.join(', ')}</sup>}
      </span>
    ),
  )

type RecommendationProps = { piece: Piece; code: string; recommendation: Placed; href: string | undefined }

function Recommendation({ piece, code, recommendation, href }: RecommendationProps) {
  const { key, status } = recommendation
  const short = shortKey(key, code)
  return (
    <a className={css.sentence} href={href ?? recommendationPath(key)} {...(piece.first && { id: short })}>
      {piece.first && (
        <span className={css.pin}>
          <b dir="ltr">{short}</b> <span dir="auto">{t(`status.${status}`)}</span>
          <StatusMark status={status} />
        </span>
      )}
      <Parts piece={piece} />
    </a>
  )
}

type OtherProps = { piece: Piece; id: string | undefined; href: string | undefined }

const Other = ({ piece, id, href }: OtherProps) =>
  href === undefined ? (
    <span id={id}>
      <Parts piece={piece} />
    </span>
  ) : (
    <a id={id} className={css.candidate} href={href}>
      <Parts piece={piece} />
    </a>
  )

/** The notes of the source whose marks are in the paragraph. */
const SourceNotes = ({ notes }: { notes: NonNullable<Paragraph['notes']> }) => (
  <ul className={css.notes} aria-label={t('document.notes')}>
    {notes.map(({ at, mark, text }) => (
      <li key={`${at} ${mark}`}>
        <sup>{mark}</sup> {text ?? t('document.noteWithoutText')}
      </li>
    ))}
  </ul>
)
