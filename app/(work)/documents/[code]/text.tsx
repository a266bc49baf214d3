import { type Chosen, documentAddress } from '@/app/_addresses/document'
import { LongList } from '@/app/_ui/long-list'
import type { NoteInText } from '@/lib/annotations/in-text'
import type { DocumentPart } from '@/lib/documents/document-part'
import type { Paragraph } from '@/lib/documents/paragraphs'
import type { KnownPeople } from '@/lib/mentions/find-typed'
import type { SignedIn } from '@/lib/people/session'
import { t } from '@/lib/platform/i18n'
import { grouped } from '@/lib/reading/group-by-key'
import { AddForm } from './add-form'
import type { Mode } from './mode'
import { NoteForm } from './note-form'
import { ParagraphText } from './paragraph-text'
import css from './text.module.css'
import { TextNotes } from './text-notes'

type Props = {
  actor: SignedIn
  document: DocumentPart
  mode: Mode
  chosen: Chosen | undefined
  notes: readonly NoteInText[]
  known: KnownPeople
}

/**
 * The open part of the text of a document. Each recommendation links to its page and has its status in the margin. In
 * the mode for adding, every other sentence links to the form that makes it a recommendation. In the mode for annotating,
 * the sentences of paragraphs with recommendations link to the form for an annotation.
 */
export function Text({ actor, document, mode, chosen, notes, known }: Props) {
  const { code, language, edition, paragraphs, outline, open } = document
  const leads = (span: Chosen) => mode && documentAddress(code, { edit: mode, chosen: span })
  const form = { code, part: open.part, language }
  const notesOf = grouped(notes, ({ ordinal }) => ordinal)
  return (
    <article id="text" className={css.text} lang={language} dir="auto" aria-label={t('document.text')}>
      <LongList rows={paragraphs} weigh={weightOf}>
        {(paragraph, place) => {
          const { ordinal, text } = paragraph
          const anchor = outline.anchors[ordinal - 1] ?? `p${ordinal}`
          const own = notesOf.get(ordinal)
          const about = chosen?.paragraph === ordinal ? chosen : undefined
          const annotated = about && recommendationAt(paragraph, about)
          return (
            <section key={ordinal} id={anchor} style={{ '--depth': outline.depths[ordinal - 1] }}>
              <Above paragraph={paragraph} before={paragraphs[place - 1]} />
              <ParagraphText
                paragraph={paragraph}
                anchor={anchor}
                code={code}
                mode={mode}
                noted={own?.flatMap(spanOf)}
                leads={leads}
              />
              {own && <TextNotes notes={own} text={text} code={code} known={known} />}
              {mode === 'add' && about && <AddForm {...form} paragraph={paragraph} chosen={about} />}
              {mode === 'note' && about && annotated && (
                <NoteForm {...form} {...{ actor, edition, text }} recommendation={annotated} chosen={about} />
              )}
            </section>
          )
        }}
      </LongList>
    </article>
  )
}

const weightOf = ({ recommendations }: Paragraph) => 1 + recommendations.length

const spanOf = ({ annotation: { start, end } }: NoteInText) =>
  start === undefined || end === undefined ? [] : [{ start, end }]

/** Returns the key of the recommendation of which these words are, or else of the first one of the paragraph. */
const recommendationAt = ({ recommendations }: Paragraph, { start, end }: Chosen) =>
  (recommendations.find((one) => one.start < end && start < one.end) ?? recommendations[0])?.key

/** The page of the source, the section and the heading, where they are new. */
function Above({ paragraph, before }: { paragraph: Paragraph; before: Paragraph | undefined }) {
  const { page, section, heading } = paragraph
  const newSection = section !== undefined && section !== before?.section
  const newHeading = heading !== undefined && heading !== section && (newSection || heading !== before?.heading)
  const Heading = section === undefined ? 'h2' : 'h3'
  return (
    <>
      {page !== undefined && page !== before?.page && (
        <small className={css.page}>{t('document.page', { page })}</small>
      )}
      {newSection && <h2>{section}</h2>}
      {newHeading && <Heading>{heading}</Heading>}
    </>
  )
}
