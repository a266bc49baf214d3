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
import { administrators, type Deed, type Doer, everybody, keepers } from './deed'

const { health, finance } = organizations

/**
 * Creates a member of the actor's own organization, so that a refusal shows a missing permission and not an unknown
 * person.
 */
const colleague = (more: { role?: Role; invited?: boolean } = {}) =>
  givenPerson({ organizationIds: [health.id], ...more })

const inviting = (role: Role) => (doer: Doer) =>
  inviteUser(doer, { email: `${newId()}@example.org`, name: `Oskar Lind ${newId()}`, role })

async function tokenOf(owner: Doer) {
  const made = await makeToken(owner, { name: 'Spreadsheet' })
  if (!made.ok) throw new Error('No token was made.')
  return made.value
}

async function sessionOf(owner: Doer) {
  const session = await findSession(await beginSession(owner.id, null))
  return { id: session?.sessionId ?? '' }
}

const toOneself: Deed[] = [
  {
    command: 'renameSelf',
    relation: 'oneself',
    allowed: everybody,
    attempt: (doer) => renameSelf(doer, { version: 1, name: `Oskar Lindgren ${newId()}` }),
  },
  {
    command: 'changePassword',
    relation: 'oneself',
    allowed: everybody,
    attempt: (doer) => changePassword(doer, { current: password, password: 'nine blue kites' }),
  },
  {
    command: 'makeToken',
    relation: 'oneself',
    allowed: everybody,
    attempt: (doer) => makeToken(doer, { name: 'Spreadsheet' }),
  },
  {
    command: 'revokeToken',
    relation: 'oneself',
    allowed: everybody,
    attempt: async (doer) => revokeToken(doer, { id: (await tokenOf(doer)).id }),
  },
  {
    command: 'endSession',
    relation: 'oneself',
    allowed: everybody,
    attempt: async (doer) => endSession(doer, await sessionOf(doer)),
  },
  {
    command: 'endSessions',
    relation: 'oneself',
    allowed: everybody,
    attempt: async (doer) => {
      await sessionOf(doer)
      return endSessions(doer, { id: doer.id })
    },
  },
  {
    command: 'setOrganizations',
    relation: 'oneself',
    allowed: administrators,
    attempt: (doer) => setOrganizations(doer, { id: doer.id, version: 1, organizations: [] }),
  },
  {
    command: 'disableUser',
    relation: 'oneself',
    allowed: [],
    attempt: (doer) => disableUser(doer, { id: doer.id, version: 1 }),
  },
]

const toOthers: Deed[] = [
  { command: 'inviteUser', relation: 'anything', allowed: keepers, attempt: inviting('viewer') },
  { command: 'inviteUser', relation: 'anything', allowed: keepers, attempt: inviting('focal_point') },
  { command: 'inviteUser', relation: 'anything', allowed: administrators, attempt: inviting('coordinator') },
  { command: 'inviteUser', relation: 'anything', allowed: administrators, attempt: inviting('administrator') },
  {
    command: 'inviteSeveral',
    relation: 'anything',
    allowed: keepers,
    attempt: (doer) => inviteSeveral(doer, { id: newId(), people: `${newId()}@example.org`, role: 'focal_point' }),
  },
  {
    command: 'correctPerson',
    relation: 'somebody else',
    allowed: administrators,
    attempt: async (doer) => {
      const { id, email } = await colleague()
      return correctPerson(doer, { id, version: 1, name: `Nadia Karim ${newId()}`, email })
    },
  },
  {
    command: 'inviteAgain',
    relation: 'somebody else',
    allowed: keepers,
    attempt: async (doer) => inviteAgain(doer, { id: (await colleague({ invited: true })).id }),
  },
  {
    command: 'inviteAgain',
    relation: 'somebody else',
    allowed: administrators,
    attempt: async (doer) => inviteAgain(doer, { id: (await colleague({ role: 'reviewer', invited: true })).id }),
  },
  {
    command: 'setOrganizations',
    relation: 'somebody else',
    allowed: keepers,
    attempt: async (doer) => {
      const { id } = await colleague()
      return setOrganizations(doer, { id, version: 1, organizations: [{ organization: finance.slug }] })
    },
  },
  {
    command: 'changeRole',
    relation: 'somebody else',
    allowed: administrators,
    attempt: async (doer) => changeRole(doer, { id: (await colleague()).id, version: 1, role: 'administrator' }),
  },
  {
    command: 'disableUser',
    relation: 'somebody else',
    allowed: administrators,
    attempt: async (doer) => disableUser(doer, { id: (await colleague()).id, version: 1 }),
  },
  {
    command: 'enableUser',
    relation: 'somebody else',
    allowed: administrators,
    attempt: async (doer) => {
      const { id } = await colleague()
      await db.user.update({ where: { id }, data: { disabledAt: new Date() } })
      return enableUser(doer, { id, version: 1 })
    },
  },
  {
    command: 'makeResetLink',
    relation: 'somebody else',
    allowed: administrators,
    attempt: async (doer) => makeResetLink(doer, { id: (await colleague()).id }),
  },
  {
    command: 'endSessions',
    relation: 'somebody else',
    allowed: administrators,
    attempt: async (doer) => {
      const other = await colleague()
      await sessionOf(other)
      return endSessions(doer, { id: other.id })
    },
  },
  {
    command: 'endSession',
    relation: 'somebody else',
    allowed: [],
    attempt: async (doer) => endSession(doer, await sessionOf(await colleague())),
  },
  {
    command: 'revokeToken',
    relation: 'somebody else',
    allowed: administrators,
    attempt: async (doer) => revokeToken(doer, { id: (await tokenOf(await colleague())).id }),
  },
]

export const deedsOnPeople: Deed[] = [...toOneself, ...toOthers]
