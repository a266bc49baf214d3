import { type Chosen, documentAddress } from '@/app/_addresses/document'
import { LongList } from '@/app/_ui/long-list'
import type { DocumentPart } from '@/lib/documents/document-part'
import type { Paragraph } from '@/lib/documents/paragraphs'
import { t } from '@/lib/platform/i18n'
import { AddForm } from './add-form'
import { ParagraphText } from './paragraph-text'
import css from './text.module.css'

type Props = { document: DocumentPart; adding: boolean; chosen: Chosen | undefined }

/**
 * The open part of the text of a document. Each recommendation links to its page and has its status in the margin. In
 * the mode for adding, every other sentence links to the form that makes it a recommendation.
 */
export function Text({ document, adding, chosen }: Props) {
  const { code, language, paragraphs, outline, open } = document
  const leads = (span: Chosen) => (adding ? documentAddress(code, { chosen: span }) : undefined)
  return (
    <article id="text" className={css.text} lang={language} dir="auto" aria-label={t('document.text')}>
      <LongList rows={paragraphs} weigh={weightOf}>
        {(paragraph, place) => {
          const { ordinal } = paragraph
          const anchor = outline.anchors[ordinal - 1] ?? `p${ordinal}`
          return (
            <section key={ordinal} id={anchor} style={{ '--depth': outline.depths[ordinal - 1] }}>
              <Above paragraph={paragraph} before={paragraphs[place - 1]} />
              <ParagraphText paragraph={paragraph} anchor={anchor} code={code} leads={leads} />
              {chosen?.paragraph === ordinal && (
                <AddForm code={code} part={open.part} language={language} paragraph={paragraph} chosen={chosen} />
              )}
            </section>
          )
        }}
      </LongList>
    </article>
  )
}

const weightOf = ({ recommendations }: Paragraph) => 1 + recommendations.length

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
