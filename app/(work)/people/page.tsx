import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { peopleAddress } from '@/app/_addresses/person'
import { Page, PageHead, Stack } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { TogglePanels } from '@/app/_ui/toggle-panel'
import { organizationsToChoose } from '@/lib/organizations/queries'
import { mayAdminister, rolesToInvite } from '@/lib/people/policy'
import { listPeople } from '@/lib/people/queries'
import { lastSignInsOf } from '@/lib/people/sign-in-log'
import { t } from '@/lib/platform/i18n'
import { InviteForm } from './invite-form'
import { InviteSeveralForm } from './invite-several-form'
import { PeopleSearch } from './people-search'
import { PeopleTable } from './people-table'

export const generateMetadata = pageTitle('people.title')

export default async function PeoplePage({ searchParams }: PageProps<'/people'>) {
  const actor = await requireUser()
  const { q = '', after } = await searchParams
  const { items, next } = await listPeople(actor, { q, after })
  const roles = rolesToInvite(actor)
  const ids = items.map(({ id }) => id)
  const lastSignIns = mayAdminister(actor) ? await lastSignInsOf(actor, ids) : null

  return (
    <Page>
      <PageHead title={t('people.title')}>
        <p>{t(roles.length > 0 ? 'people.aboutAll' : 'people.aboutSome')}</p>
      </PageHead>
      {roles.length > 0 && (
        <TogglePanels
          items={[
            {
              label: t('people.invite.open'),
              variant: 'main',
              children: <InviteForm roles={roles} organizations={await organizationsToChoose(actor)} />,
            },
            { label: t('people.several.open'), children: <InviteSeveralForm roles={roles} /> },
          ]}
        />
      )}
      <Stack>
        <PeopleSearch q={String(q)} />
        <PeopleTable people={items} self={actor.id} lastSignIns={lastSignIns} />
        {next && (
          <Pager
            label={t('people.pages')}
            next={{ href: peopleAddress({ q: String(q), after: next }), label: t('people.next') }}
          />
        )}
      </Stack>
    </Page>
  )
}
