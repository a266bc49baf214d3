import { Arrival } from '@/app/_ui/arrival'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { Card } from '@/app/_ui/card'
import { PageHead } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { StatusChart } from '@/app/_ui/status-bar'
import { Late } from '@/app/_ui/text'
import type { Organization } from '@/lib/organizations/queries'
import { words } from '@/lib/platform/i18n'
import { assignmentShares } from '../../shares'
import { doneInWords, type State } from './address'
import { Keep, KeepButtons } from './keep'
import { RestoreForm } from './restore-form'

type Props = {
  organization: Organization
  state: State
  /** The name by whose address the reader came. */
  was: string | undefined
  keeps: boolean
}

/** What it is called, and how it stands with what it carries. */
export function Head({ organization, state, was, keeps }: Props) {
  const { slug, name, assignments, counts, overdue, archivedAt } = organization
  const above = [{ label: words('places.title'), href: '/organizations' }, { label: name }]
  const done = doneInWords(state)
  return (
    <>
      <PageHead
        title={name}
        above={<Breadcrumb label={words('places.path')} items={above} />}
        actions={keeps && <KeepButtons slug={slug} />}
      >
        <p>
          {words('organization.sentence', { count: assignments })}{' '}
          {overdue > 0 && <Late>{words('organization.late', { count: overdue })}</Late>}
        </p>
        {done && <Arrival>{done}</Arrival>}
        {was && <Notice tone="info">{words('organization.came', { name: was })}</Notice>}
        {archivedAt && (
          <Notice tone="warning">
            {words('organization.archived')}
            <RestoreForm slug={slug} />
          </Notice>
        )}
      </PageHead>
      {keeps && state.edit && <Keep organization={organization} edit={state.edit} />}
      {assignments > 0 && (
        <Card>
          <StatusChart
            title={words('organization.chart', { count: assignments })}
            counts={assignmentShares(counts)}
            words={{
              table: words('organization.table'),
              status: words('organization.status'),
              count: words('organization.count'),
            }}
          />
        </Card>
      )}
    </>
  )
}
