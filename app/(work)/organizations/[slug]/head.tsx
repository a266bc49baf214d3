import { type OrganizationState, organizationAddress } from '@/app/_addresses/organization'
import { organizationListAddress } from '@/app/_addresses/organization-list'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { Card } from '@/app/_ui/card'
import { DoneNotice } from '@/app/_ui/done-notice'
import { PageHead } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { PrintButton } from '@/app/_ui/print-button'
import { StatusChart } from '@/app/_ui/status-bar'
import { Overdue } from '@/app/_ui/text'
import { assignmentShares } from '@/app/(work)/_components/status-counts'
import type { Organization } from '@/lib/organizations/queries'
import type { SignedIn } from '@/lib/people/session'
import { t } from '@/lib/platform/i18n'
import { EditButtons, EditForms } from './edit-forms'
import { RestoreForm } from './restore-form'

type Props = {
  actor: SignedIn
  organization: Organization
  state: OrganizationState
  /** What was done last, in words. */
  done: string | undefined
  /** The name by whose address the reader came. */
  was: string | undefined
  keeps: boolean
  /** Whether the open form was refused, so that the page must show it again. */
  refused: boolean
}

/** The name of the organization, and its assignments by status. */
export function Head({ actor, organization, state, done, was, keeps, refused }: Props) {
  const { slug, name, assignments, counts, overdue, archivedAt, mergedInto, sameName } = organization
  const above = [{ label: t('organizations.title'), href: organizationListAddress({}) }, { label: name }]
  return (
    <>
      <PageHead
        title={name}
        above={<Breadcrumb label={t('organizations.path')} items={above} />}
        actions={
          <>
            {keeps && <EditButtons slug={slug} />}
            <PrintButton label={t('print.print')} />
          </>
        }
      >
        <p>
          {t('organization.sentence', { count: assignments })}{' '}
          {overdue > 0 && <Overdue>{t('organization.late', { count: overdue })}</Overdue>}
        </p>
        {done && <DoneNotice>{done}</DoneNotice>}
        {was && <Notice tone="info">{t('organization.came', { name: was })}</Notice>}
        {keeps && sameName && (
          <Notice tone="warning">
            <a href={organizationAddress(sameName.slug, {})}>{t('organization.same_name', { other: sameName.name })}</a>
          </Notice>
        )}
        {mergedInto && (
          <Notice tone="warning">
            <a href={organizationAddress(mergedInto.slug, {})}>
              {t('organization.gone', { name, into: mergedInto.name })}
            </a>
          </Notice>
        )}
        {archivedAt && !mergedInto && (
          <Notice tone="warning">
            {t('organization.archived')}
            <RestoreForm slug={slug} />
          </Notice>
        )}
      </PageHead>
      {(keeps || refused) && state.edit && <EditForms actor={actor} organization={organization} edit={state.edit} />}
      {assignments > 0 && (
        <Card>
          <StatusChart
            title={t('organization.chart', { count: assignments })}
            counts={assignmentShares(counts)}
            words={{
              table: t('organization.table'),
              status: t('organization.status'),
              count: t('organization.count'),
            }}
          />
        </Card>
      )}
    </>
  )
}
