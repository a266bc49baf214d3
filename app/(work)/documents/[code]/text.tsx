import { StatusMark } from '@/app/_ui/status'
import type { Document, Paragraph, Placed } from '@/lib/documents/queries'
import { words } from '@/lib/platform/i18n'
import { shortKey } from '@/lib/recommendations/key'
import { type Stretch, stretchesIn } from '@/lib/recommendations/stretches'
import css from './text.module.css'

/** The text as it was agreed, whole; each recommendation in its place leads to its page, with its status in the margin. */
export function Text({ document: { code, language, paragraphs } }: { document: Document }) {
  const depths = depthsOf(paragraphs)
  return (
    <article className={css.text} lang={language} dir="auto" aria-label={words('document.text')}>
      {paragraphs.map((paragraph, place) => {
        const heading = paragraph.heading !== paragraphs[place - 1]?.heading && paragraph.heading
        return (
          <section key={paragraph.ordinal} id={`p${paragraph.ordinal}`} style={{ '--depth': depths[place] }}>
            {heading && <h2>{heading}</h2>}
            <Whole paragraph={paragraph} code={code} />
          </section>
        )
      })}
    </article>
  )
}

function Whole({ paragraph: { label, text, recommendations }, code }: { paragraph: Paragraph; code: string }) {
  let end = 0
  return (
    <p>
      {label && <Label>{label}</Label>}
      {stretchesIn(text, recommendations).map((stretch) => {
        const start = end
        end += stretch.text.length
        return <Part key={start} stretch={stretch} code={code} />
      })}
    </p>
  )
}

/** A number runs with the words that it counts; letters run their own way. */
const Label = ({ children: label }: { children: string }) => (
  <>
    <span className={css.label} dir={/\p{L}/u.test(label) ? 'auto' : undefined}>
      {/^\p{Nd}/u.test(label) ? `${label}.` : label}
    </span>{' '}
  </>
)

function Part({ stretch: { text, other, first }, code }: { stretch: Stretch<Placed>; code: string }) {
  if (!other) return text
  const short = shortKey(other.key, code)
  return (
    <a
      className={css.sentence}
      href={`/recommendations/${encodeURIComponent(other.key)}`}
      {...(first && { id: short })}
    >
      {first && (
        <span className={css.pin}>
          <b dir="ltr">{short}</b> <span dir="auto">{words(`status.${other.status}`)}</span>
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
