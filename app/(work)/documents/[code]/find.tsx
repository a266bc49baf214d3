import { documentAddress, documentPath } from '@/app/_addresses/document'
import { EmptyState } from '@/app/_ui/empty-state'
import { InlineFields } from '@/app/_ui/form-layout'
import { TextField } from '@/app/_ui/inputs'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ShownDayField } from '@/app/(work)/_components/shown-day-field'
import type { DocumentPart } from '@/lib/documents/document-part'
import { findInText } from '@/lib/documents/find-in-text'
import { t } from '@/lib/platform/i18n'
import css from './contents.module.css'
import { earlierEdition } from './editions'
import { excerptOf } from './excerpt'

type Props = { document: DocumentPart; words: string; after: number | undefined }

/** A field that finds words in the whole text, or opens a paragraph by its number, with what it found. */
export function Find(props: Props) {
  const { document, words } = props
  const edition = earlierEdition(document)
  return (
    <search className={css.find} data-screen="">
      <form action={documentPath(document.code)}>
        <ShownDayField />
        {edition !== undefined && <input type="hidden" name="edition" value={edition} />}
        <InlineFields>
          <TextField name="find" label={t('document.find')} type="search" defaultValue={words} />
          <SubmitButton variant="plain">{t('document.findSend')}</SubmitButton>
        </InlineFields>
      </form>
      {words !== '' && <Found {...props} />}
    </search>
  )
}

async function Found({ document, words, after }: Props) {
  const { code, language, outline, editionId } = document
  const edition = earlierEdition(document)
  const { items, next } = await findInText(editionId, words, after)
  if (items.length === 0) {
    return <EmptyState title={t('document.notFound', { words })}>{t('document.notFoundAbout')}</EmptyState>
  }
  return (
    <Section title={t('document.found', { words })} card>
      <ol className={css.found}>
        {items.map(({ ordinal, text }) => {
          const anchor = outline.anchors[ordinal - 1] ?? `p${ordinal}`
          const { before, marked, behind } = excerptOf(text, words)
          return (
            <li key={ordinal}>
              <a href={documentAddress(code, { edition, to: anchor })}>
                <b dir="ltr">{anchor}</b>{' '}
                <span lang={language} dir="auto">
                  {before}
                  {marked && <mark>{marked}</mark>}
                  {behind}
                </span>
              </a>
            </li>
          )
        })}
      </ol>
      {next !== undefined && (
        <Row>
          <a href={documentAddress(code, { edition, find: words, from: next })}>{t('document.foundMore')}</a>
        </Row>
      )}
    </Section>
  )
}
