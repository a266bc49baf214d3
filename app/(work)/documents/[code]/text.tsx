import { type Chosen, documentAddress } from '@/app/_addresses/document'
import { LongList } from '@/app/_ui/long-list'
import { StatusMark } from '@/app/_ui/status'
import type { Document, Paragraph, Placed } from '@/lib/documents/queries'
import { shortKey } from '@/lib/domain/citation'
import { t } from '@/lib/platform/i18n'
import { type Span, sentencesOf } from '@/lib/reading/sentences'
import { type TextSegment, textSegmentsIn } from '@/lib/register/text-segments'
import { AddForm } from './add-form'
import css from './text.module.css'

type Props = { document: Document; adding: boolean; chosen: Chosen | undefined }

/**
 * The whole text of a document. Each recommendation links to its page and has its status in the margin. In the mode for
 * adding, every other sentence links to the form that makes it a recommendation.
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

/** Returns the sentences of a paragraph that do not overlap any recommendation. */
const candidatesIn = ({ text, recommendations }: Paragraph): Candidate[] =>
  sentencesOf(text)
    .filter(({ start, end }) => !recommendations.some((one) => one.start < end && start < one.end))
    .map((span) => ({ ...span, candidate: true }))

/** A number has the direction of the text that it counts. A letter has its own. */
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

/** Returns how many paragraphs each paragraph is nested in. */
function depthsOf(paragraphs: Paragraph[]): number[] {
  const depths: number[] = []
  for (const { parentOrdinal } of paragraphs) {
    depths.push(parentOrdinal === undefined ? 0 : (depths[parentOrdinal - 1] ?? 0) + 1)
  }
  return depths
}
