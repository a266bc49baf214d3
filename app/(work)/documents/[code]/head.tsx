import { Arrival } from '@/app/_ui/arrival'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { LinkButton } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { InPlaceButton } from '@/app/_ui/in-place'
import { PageHead, Row } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { StatusChart } from '@/app/_ui/status-bar'
import type { Document } from '@/lib/documents/queries'
import { words } from '@/lib/platform/i18n'
import { recommendationShares } from '../../shares'
import { addressOf, doneInWords } from './address'
import { RestoreForm } from './archive-form'

type Props = { document: Document; done: string; keeps: boolean }

/** What it is called, and how its recommendations stand. */
export function Head({ document: { code, title, counts, archivedAt }, done, keeps }: Props) {
  const above = [{ label: words('documents.title'), href: '/documents' }, { label: code }]
  const shares = recommendationShares(counts, (status) => `/recommendations?document=${code}&status=${status}`)
  const count = shares.reduce((sum, share) => sum + share.count, 0)
  const unassigned = shares.find(({ status }) => status === 'unassigned')?.count ?? 0
  const said = doneInWords(done)
  return (
    <>
      <PageHead
        title={title}
        above={<Breadcrumb label={words('documents.path')} items={above} />}
        actions={
          keeps && (
            <>
              <InPlaceButton href={addressOf(code, { edit: 'details' })}>{words('document.editDetails')}</InPlaceButton>
              <InPlaceButton href={addressOf(code, { edit: 'add' })}>{words('document.addOne')}</InPlaceButton>
            </>
          )
        }
      >
        {said && <Arrival>{said}</Arrival>}
        {keeps && unassigned > 0 && (
          <Row screen>
            <LinkButton variant="main" href={`/recommendations?document=${code}&status=unassigned`}>
              {words('document.assign', { count: unassigned })}
            </LinkButton>
          </Row>
        )}
        {archivedAt && (
          <Notice tone="warning">
            {words('document.archived')}
            <RestoreForm code={code} />
          </Notice>
        )}
      </PageHead>
      {count > 0 && (
        <Card>
          <StatusChart
            title={words('document.chart', { count })}
            counts={shares}
            words={{ table: words('document.table'), status: words('document.status'), count: words('document.count') }}
          />
        </Card>
      )}
    </>
  )
}
