import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { EmptyState } from '@/app/_ui/empty-state'
import { Stack } from '@/app/_ui/layout'
import { Contacts } from '@/app/(work)/_components/contacts'
import { contactsFor } from '@/lib/overview/contacts'
import type { SignedIn } from '@/lib/people/session'
import { t } from '@/lib/platform/i18n'

/** For people without an organization: says that nothing is assigned to them, what they can read, and whom to ask. */
export async function EmptyQueue({ actor }: { actor: SignedIn }) {
  if (actor.role === 'focal_point') {
    return <Contacts people={await contactsFor(actor)}>{t('dashboard.noOrganization')}</Contacts>
  }
  return (
    <Stack>
      <EmptyState title={t('myWork.readOnly')}>{t('myWork.readOnlyAbout')}</EmptyState>
      <ul>
        <li>
          <a href="/">{t('myWork.read.dashboard')}</a>
        </li>
        <li>
          <a href={recommendationListAddress({ view: 'assignments', due: 'overdue' })}>{t('myWork.read.overdue')}</a>
        </li>
        <li>
          <a href="/history">{t('myWork.read.changes')}</a>
        </li>
      </ul>
      <Contacts people={await contactsFor(actor)}>{t('dashboard.onlyReads')}</Contacts>
    </Stack>
  )
}
