import { changePassword } from '@/lib/people/change-password'
import { changeRole } from '@/lib/people/change-role'
import { correctPerson } from '@/lib/people/correct-person'
import { disableUser } from '@/lib/people/disable-user'
import { enableUser } from '@/lib/people/enable-user'
import { endSession, endSessions } from '@/lib/people/end-sessions'
import { inviteAgain } from '@/lib/people/invite-again'
import { inviteSeveral } from '@/lib/people/invite-several'
import { inviteUser } from '@/lib/people/invite-user'
import { makeResetLink } from '@/lib/people/make-reset-link'
import { makeToken } from '@/lib/people/make-token'
import { renameSelf } from '@/lib/people/rename-self'
import { revokeToken } from '@/lib/people/revoke-token'
import { beginSession, findSession } from '@/lib/people/sessions'
import { setOrganizations } from '@/lib/people/set-organizations'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Role } from '@/prisma/generated/enums'
import { organizations } from '../given'
import { givenPerson, password } from '../given-person'
import { administrators, everybody, keepers, type Permission, type Person } from './permission'

const { health, finance } = organizations

/**
 * Creates a member of the actor's own organization, so that a refusal shows a missing permission and not an unknown
 * person.
 */
const colleague = (more: { role?: Role; invited?: boolean } = {}) =>
  givenPerson({ organizationIds: [health.id], ...more })

const inviting = (role: Role) => (person: Person) =>
  inviteUser(person, { email: `${newId()}@example.org`, name: `Oskar Lind ${newId()}`, role })

async function tokenOf(owner: Person) {
  const made = await makeToken(owner, { name: 'Spreadsheet' })
  if (!made.ok) throw new Error('No token was made.')
  return made.value
}

async function sessionOf(owner: Person) {
  const session = await findSession(await beginSession(owner.id, null))
  return { id: session?.sessionId ?? '' }
}

const toOneself: Permission[] = [
  {
    command: 'renameSelf',
    relation: 'oneself',
    allowed: everybody,
    attempt: (person) => renameSelf(person, { version: 1, name: `Oskar Lindgren ${newId()}` }),
  },
  {
    command: 'changePassword',
    relation: 'oneself',
    allowed: everybody,
    attempt: (person) => changePassword(person, { current: password, password: 'nine blue kites' }),
  },
  {
    command: 'makeToken',
    relation: 'oneself',
    allowed: everybody,
    attempt: (person) => makeToken(person, { name: 'Spreadsheet' }),
  },
  {
    command: 'revokeToken',
    relation: 'oneself',
    allowed: everybody,
    attempt: async (person) => revokeToken(person, { id: (await tokenOf(person)).id }),
  },
  {
    command: 'endSession',
    relation: 'oneself',
    allowed: everybody,
    attempt: async (person) => endSession(person, await sessionOf(person)),
  },
  {
    command: 'endSessions',
    relation: 'oneself',
    allowed: everybody,
    attempt: async (person) => {
      await sessionOf(person)
      return endSessions(person, { id: person.id })
    },
  },
  {
    command: 'setOrganizations',
    relation: 'oneself',
    allowed: administrators,
    attempt: (person) => setOrganizations(person, { id: person.id, version: 1, organizations: [] }),
  },
  {
    command: 'disableUser',
    relation: 'oneself',
    allowed: [],
    attempt: (person) => disableUser(person, { id: person.id, version: 1 }),
  },
]

const toOthers: Permission[] = [
  { command: 'inviteUser', relation: 'anything', allowed: keepers, attempt: inviting('viewer') },
  { command: 'inviteUser', relation: 'anything', allowed: keepers, attempt: inviting('focal_point') },
  { command: 'inviteUser', relation: 'anything', allowed: administrators, attempt: inviting('coordinator') },
  { command: 'inviteUser', relation: 'anything', allowed: administrators, attempt: inviting('administrator') },
  {
    command: 'inviteSeveral',
    relation: 'anything',
    allowed: keepers,
    attempt: (person) => inviteSeveral(person, { id: newId(), people: `${newId()}@example.org`, role: 'focal_point' }),
  },
  {
    command: 'correctPerson',
    relation: 'somebody else',
    allowed: administrators,
    attempt: async (person) => {
      const { id, email } = await colleague()
      return correctPerson(person, { id, version: 1, name: `Nadia Karim ${newId()}`, email })
    },
  },
  {
    command: 'inviteAgain',
    relation: 'somebody else',
    allowed: keepers,
    attempt: async (person) => inviteAgain(person, { id: (await colleague({ invited: true })).id }),
  },
  {
    command: 'inviteAgain',
    relation: 'somebody else',
    allowed: administrators,
    attempt: async (person) => inviteAgain(person, { id: (await colleague({ role: 'reviewer', invited: true })).id }),
  },
  {
    command: 'setOrganizations',
    relation: 'somebody else',
    allowed: keepers,
    attempt: async (person) => {
      const { id } = await colleague()
      return setOrganizations(person, { id, version: 1, organizations: [{ organization: finance.slug }] })
    },
  },
  {
    command: 'changeRole',
    relation: 'somebody else',
    allowed: administrators,
    attempt: async (person) => changeRole(person, { id: (await colleague()).id, version: 1, role: 'administrator' }),
  },
  {
    command: 'disableUser',
    relation: 'somebody else',
    allowed: administrators,
    attempt: async (person) => disableUser(person, { id: (await colleague()).id, version: 1 }),
  },
  {
    command: 'enableUser',
    relation: 'somebody else',
    allowed: administrators,
    attempt: async (person) => {
      const { id } = await colleague()
      await db.user.update({ where: { id }, data: { disabledAt: new Date() } })
      return enableUser(person, { id, version: 1 })
    },
  },
  {
    command: 'makeResetLink',
    relation: 'somebody else',
    allowed: administrators,
    attempt: async (person) => makeResetLink(person, { id: (await colleague()).id }),
  },
  {
    command: 'endSessions',
    relation: 'somebody else',
    allowed: administrators,
    attempt: async (person) => {
      const other = await colleague()
      await sessionOf(other)
      return endSessions(person, { id: other.id })
    },
  },
  {
    command: 'endSession',
    relation: 'somebody else',
    allowed: [],
    attempt: async (person) => endSession(person, await sessionOf(await colleague())),
  },
  {
    command: 'revokeToken',
    relation: 'somebody else',
    allowed: administrators,
    attempt: async (person) => revokeToken(person, { id: (await tokenOf(await colleague())).id }),
  },
]

export const onPeople: Permission[] = [...toOneself, ...toOthers]
