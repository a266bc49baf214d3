import { type Chosen, documentAddress } from '@/app/_addresses/document'
import { LongList } from '@/app/_ui/long-list'
import { StatusMark } from '@/app/_ui/status'
import type { Document, Paragraph, Placed } from '@/lib/documents/queries'
import { type Span, sentencesOf } from '@/lib/documents/sentences'
import { shortKey } from '@/lib/domain/citation'
import { t } from '@/lib/platform/i18n'
import { type TextSegment, textSegmentsIn } from '@/lib/register/text-segments'
import { AddForm } from './add-form'
import css from './text.module.css'

type Props = { document: Document; adding: boolean; chosen: Chosen | undefined }

/**
 * The text as it was agreed, whole; each recommendation in its place leads to its page, with its status in the margin.
 * While adding, each sentence that is none leads to the form that makes one of it.
 */
export function Text({ document: { code, language, paragraphs }, adding, chosen }: Props) {
  const depths = depthsOf(paragraphs)
  return (
    <article className={css.text} lang={language} dir="auto" aria-label={t('document.text')}>
      <LongList rows={paragraphs} weigh={weightOf}>
        {(paragraph, place) => {
          const heading = paragraph.heading !== paragraphs[place - 1]?.heading && paragraph.heading
          return (
            <section key={paragraph.ordinal} id={`p${paragraph.ordinal}`} style={{ '--depth': depths[place] }}>
              {heading && <h2>{heading}</h2>}
              <Whole paragraph={paragraph} code={code} adding={adding} />
              {chosen?.paragraph === paragraph.ordinal && (
                <AddForm code={code} language={language} paragraph={paragraph} chosen={chosen} />
              )}
            </section>
          )
        }}
      </LongList>
    </article>
  )
}

const weightOf = ({ recommendations }: Paragraph) => 1 + recommendations.length

type Candidate = Span & { candidate: true }

function Whole({ paragraph, code, adding }: { paragraph: Paragraph; code: string; adding: boolean }) {
  const { label, text, ordinal, recommendations } = paragraph
  const candidates = adding ? candidatesIn(paragraph) : []
  return (
    <p>
      {label && <Label>{label}</Label>}
      <LongList rows={textSegmentsIn<Placed | Candidate>(text, [...recommendations, ...candidates])}>
        {(stretch, place) => <Part key={place} stretch={stretch} code={code} ordinal={ordinal} />}
      </LongList>
    </p>
  )
}

/** The sentences of a paragraph that no recommendation reaches into. */
const candidatesIn = ({ text, recommendations }: Paragraph): Candidate[] =>
  sentencesOf(text)
    .filter(({ start, end }) => !recommendations.some((one) => one.start < end && start < one.end))
    .map((span) => ({ ...span, candidate: true }))

/** A number runs with the words that it counts; letters run their own way. */
const Label = ({ children: label }: { children: string }) => (
  <>
    <span className={css.label} dir={/\p{L}/u.test(label) ? 'auto' : undefined}>
      {/^\p{Nd}/u.test(label) ? `${label}.` : label}
    </span>{' '}
  </>
)

type PartProps = { stretch: TextSegment<Placed | Candidate>; code: string; ordinal: number }

function Part({ stretch: { text, other, first }, code, ordinal }: PartProps) {
  if (!other) return text
  if ('candidate' in other) {
    const href = documentAddress(code, { chosen: { paragraph: ordinal, start: other.start, end: other.end } })
    return (
      <a className={css.candidate} href={href}>
        {text}
      </a>
    )
  }
  const short = shortKey(other.key, code)
  return (
    <a
      className={css.sentence}
      href={`/recommendations/${encodeURIComponent(other.key)}`}
      {...(first && { id: short })}
    >
      {first && (
        <span className={css.pin}>
          <b dir="ltr">{short}</b> <span dir="auto">{t(`status.${other.status}`)}</span>
          <StatusMark status={other.status} />
        </span>
      )}
      {text}
    </a>
  )
}

/** How deep each paragraph lies within others. */
function depthsOf(paragraphs: Paragraph[]): number[] {
  const depths: number[] = []
  for (const { parentOrdinal } of paragraphs) {
    depths.push(parentOrdinal === undefined ? 0 : (depths[parentOrdinal - 1] ?? 0) + 1)
  }
  return depths
}
