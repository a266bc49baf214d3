import { documentAddress, doneInWords } from '@/app/_addresses/document'
import { documentListAddress } from '@/app/_addresses/document-list'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { LinkButton } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { DoneNotice } from '@/app/_ui/done-notice'
import { PageHead, Row } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { SoftLinkButton } from '@/app/_ui/soft-link'
import { StatusChart } from '@/app/_ui/status-bar'
import { recommendationShares } from '@/app/(work)/_components/status-counts'
import type { DocumentPart } from '@/lib/documents/document-part'
import { t } from '@/lib/platform/i18n'
import { RestoreForm } from './archive-form'

type Props = { document: DocumentPart; done: string; keeps: boolean; annotates: boolean }

/** The name of a document, and the status of its recommendations. */
export function Head({ document: { code, title, counts, archivedAt, open }, done, keeps, annotates }: Props) {
  const above = [{ label: t('documents.title'), href: documentListAddress({}) }, { label: code }]
  const shares = recommendationShares(counts, (status) => recommendationListAddress({ document: code, status }))
  const count = shares.reduce((sum, share) => sum + share.count, 0)
  const unassigned = shares.find(({ status }) => status === 'unassigned')?.count ?? 0
  const doneText = doneInWords(done)
  return (
    <>
      <PageHead
        title={title}
        above={<Breadcrumb label={t('documents.path')} items={above} />}
        actions={
          <>
            {annotates && (
              <SoftLinkButton href={documentAddress(code, { edit: 'note', part: open.part })}>
                {t('document.annotate')}
              </SoftLinkButton>
            )}
            {keeps && (
              <>
                <SoftLinkButton href={documentAddress(code, { edit: 'details', part: open.part })}>
                  {t('document.editDetails')}
                </SoftLinkButton>
                <SoftLinkButton href={documentAddress(code, { edit: 'add', part: open.part })}>
                  {t('document.addOne')}
                </SoftLinkButton>
              </>
            )}
          </>
        }
      >
        {doneText && <DoneNotice>{doneText}</DoneNotice>}
        {keeps && unassigned > 0 && (
          <Row screen>
            <LinkButton variant="main" href={recommendationListAddress({ document: code, status: 'unassigned' })}>
              {t('document.assign', { count: unassigned })}
            </LinkButton>
          </Row>
        )}
        {archivedAt && (
          <Notice tone="warning">
            {t('document.archived')}
            <RestoreForm code={code} />
          </Notice>
        )}
      </PageHead>
      {count > 0 && (
        <Card>
          <StatusChart
            title={t('document.chart', { count })}
            counts={shares}
            words={{ table: t('document.table'), status: t('document.status'), count: t('document.count') }}
          />
        </Card>
      )}
    </>
  )
}
