import type { Metadata } from 'next'
import { requireUser } from '@/app/_actions/require-user'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { Fact, Facts } from '@/app/_ui/facts'
import { Page, PageHead, Split } from '@/app/_ui/layout'
import { MailAddress } from '@/app/_ui/text'
import { erasureInWords } from '@/app/(work)/_components/erasure-words'
import { NotFoundPage } from '@/app/not-found-page'
import { countOwned } from '@/lib/assignments/owned'
import { mayAssign } from '@/lib/assignments/policy'
import type { Erasure } from '@/lib/domain/erasure'
import { organizationsToChoose } from '@/lib/organizations/queries'
import { mayErase } from '@/lib/people/erasure-fields'
import { mayAdminister, mayInvite, maySetOrganizations } from '@/lib/people/policy'
import { findErasure, findPerson, type Person } from '@/lib/people/queries'
import { t } from '@/lib/platform/i18n'
import { ExistingId } from '@/lib/platform/id'
import { wasRefused } from '@/lib/platform/request-scope'
import { organizationsOf } from '../organizations-of'
import { Access } from './access'
import { CorrectForm } from './correct-form'
import { EraseForm } from './erase-form'
import { handedOver } from './handed-over'
import { OrganizationsForm } from './organizations-form'
import { OwnedAssignments } from './owned-assignments'
import { RoleForm } from './role-form'
import { SignIns } from './sign-ins'
import { TokensOfOthers } from './tokens-of-others'

type Props = PageProps<'/people/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const person = await findPerson(await requireUser(), ExistingId.parse((await params).id))
  return { title: person?.name ?? t('shell.not_found.title') }
}

export default async function PersonPage({ params, searchParams }: Props) {
  const search = await searchParams
  const { done } = search
  const actor = await requireUser()
  const person = await findPerson(actor, ExistingId.parse((await params).id))
  if (!person) return <NotFoundPage />

  const administers = mayAdminister(actor)
  const assigns = mayAssign(actor)
  const owns = assigns ? await countOwned(person.id) : 0
  const handed = assigns ? await handedOver(actor, { id: person.id, owns }, search) : undefined
  const self = person.id === actor.id
  const above = { label: t('people.title'), href: '/people' }
  return (
    <Page>
      <PageHead
        title={person.name}
        above={<Breadcrumb label={t('people.path')} items={[above, { label: person.name }]} />}
      />
      <Split first={<About person={person} erasure={person.erased && (await findErasure(person.id))} />} aside={null}>
        {self && <a href="/settings">{t('people.ownSettings')}</a>}
        {(maySetOrganizations(actor, person) || wasRefused('organizations-')) && (
          <OrganizationsForm person={person} done={done} organizations={await organizationsToChoose(actor)} />
        )}
        {((administers && !person.erased) || wasRefused('details-')) && <CorrectForm person={person} done={done} />}
        {(administers || wasRefused('role-')) && <RoleForm person={person} done={done} />}
        {(administers || (person.invited && mayInvite(actor, person.role))) && (
          <Access person={person} owns={owns} done={done} administers={administers} self={self} />
        )}
        {mayErase(actor) && (!self || wasRefused('erase-')) && !person.erased && <EraseForm person={person} />}
        {assigns && (owns > 0 || handed) && (
          <OwnedAssignments actor={actor} person={person} count={owns} handed={handed} />
        )}
        {administers && <TokensOfOthers actor={actor} person={person} done={done} />}
        {administers && <SignIns actor={actor} person={person} />}
      </Split>
    </Page>
  )
}

const About = ({ person, erasure }: { person: Person; erasure: Erasure | undefined }) => (
  <Facts>
    <Fact term={t('people.email')}>
      {erasure ? erasureInWords(erasure) : <MailAddress>{person.email}</MailAddress>}
    </Fact>
    <Fact term={t('people.role')}>{t(`role.${person.role}`)}</Fact>
    <Fact term={t('people.organizations')}>{organizationsOf(person)}</Fact>
    <Fact term={t('people.account')}>{t(`people.accountState.${accountState(person)}`)}</Fact>
  </Facts>
)

function accountState({ disabled, invited }: { disabled: boolean; invited: boolean }) {
  if (disabled) return 'closed'
  return invited ? 'invited' : 'open'
}
