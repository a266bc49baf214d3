import { documentAddress } from '@/app/_addresses/document'
import { importFormAddress } from '@/app/_addresses/import'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { Fact, Facts as List } from '@/app/_ui/facts'
import { SoftLink } from '@/app/_ui/soft-link'
import { detailsInWords } from '@/app/(work)/_components/document-details'
import type { DocumentPart } from '@/lib/documents/document-part'
import { t } from '@/lib/platform/i18n'

/** The details of a document besides its text. */
export function Facts({ document, keeps }: { document: DocumentPart; keeps: boolean }) {
  const { code, distribution = '', jobNumber = '' } = document
  const known = [
    ...detailsInWords(document),
    [t('document.distribution'), distribution],
    [t('document.jobNumber'), jobNumber],
  ]
  return (
    <List>
      {known.map(([term, text]) =>
        text ? (
          <Fact key={term} term={term}>
            {text}
          </Fact>
        ) : null,
      )}
      <Fact term={t('document.recommendations')}>
        <a href={recommendationListAddress({ document: code })}>{t('document.inList')}</a>
      </Fact>
      {keeps && (
        <Fact term={t('document.manage')} screen>
          <a href={importFormAddress({ editionOf: code })}>{t('document.newEdition')}</a>
          <br />
          <SoftLink href={documentAddress(code, { edit: 'archive' })}>{t('document.archive')}</SoftLink>
        </Fact>
      )}
    </List>
  )
}
