import type { Metadata } from 'next'
import { Page, PageHead, Stack } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { Reveals } from '@/app/_ui/reveal'
import { signedIn } from '@/app/signed-in'
import { organizationsToChoose } from '@/lib/people/organizations'
import { mayAdminister, rolesToInvite } from '@/lib/people/policy'
import { listPeople } from '@/lib/people/queries'
import { lastSignInsOf } from '@/lib/people/sign-ins'
import { words } from '@/lib/platform/i18n'
import { InviteForm } from './invite-form'
import { InviteSeveralForm } from './invite-several-form'
import { PeopleSearch } from './people-search'
import { PeopleTable } from './people-table'

export const metadata: Metadata = { title: words('people.title') }

export default async function PeoplePage({ searchParams }: PageProps<'/people'>) {
  const actor = await signedIn()
  const { q = '', after } = await searchParams
  const { items, next } = await listPeople(actor, { q, after })
  const roles = rolesToInvite(actor)
  const ids = items.map(({ id }) => id)
  const lastSignIns = mayAdminister(actor) ? await lastSignInsOf(actor, ids) : null
  const further = new URLSearchParams({ q: String(q), after: next ?? '' })

  return (
    <Page>
      <PageHead title={words('people.title')}>
        <p>{words(roles.length > 0 ? 'people.aboutAll' : 'people.aboutSome')}</p>
      </PageHead>
      {roles.length > 0 && (
        <Reveals
          items={[
            {
              label: words('people.invite.open'),
              variant: 'main',
              children: <InviteForm roles={roles} organizations={await organizationsToChoose()} />,
            },
            { label: words('people.several.open'), children: <InviteSeveralForm roles={roles} /> },
          ]}
        />
      )}
      <Stack>
        <PeopleSearch q={String(q)} />
        <PeopleTable people={items} self={actor.id} lastSignIns={lastSignIns} />
        {next && (
          <Pager label={words('people.pages')} next={{ href: `/people?${further}`, label: words('people.next') }} />
        )}
      </Stack>
    </Page>
  )
}
