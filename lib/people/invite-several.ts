import 'server-only'
import { z } from 'zod'
import { type Actor, actsByToken } from '@/lib/domain/actor'
import { ConfirmSimilar } from '@/lib/domain/name-confirmation'
import { listInWords, t } from '@/lib/platform/i18n'
import { derivedId } from '@/lib/platform/id'
import { type Failure, forbidden, invalidField, ok, type Result, unparsed } from '@/lib/platform/result'
import type { Role } from '@/prisma/generated/enums'
import { GivenRole } from './add-user'
import { inviteUser, type Linked } from './invite-user'
import { headerOf, type PastedPerson, peopleIn, roleCalled } from './pasted-people'
import { mayInvite, rolesToInvite } from './policy'

const most = 100

/** The number of invitations that are sent at the same time. Each may wait for the mail server. */
const atOnce = 5

const Several = z.strictObject({
  /** The ID of the form. If the form is sent twice, nobody is invited twice. */
  id: z.uuid('field_unreadable'),
  people: z.string('people_missing').max(40_000, 'text_too_long'),
  /** The role for lines that name none. */
  role: GivenRole,
  confirmSimilar: ConfirmSimilar,
})

export type Invited = { person: PastedPerson; result: Result<Linked> }

/** The result for each line, and the line of column names that was skipped. */
export type PeopleInvited = { all: Invited[]; header: string | undefined }

/**
 * Invites the people named by the lines of a text, each in a separate transaction. Returns the result for each line.
 */
export async function inviteSeveral(actor: Actor, input: unknown): Promise<Result<PeopleInvited>> {
  const parsed = Several.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (actsByToken(actor)) return forbidden('session_needed')

  const { people: text, ...invitation } = parsed.data
  if (!mayInvite(actor, invitation.role)) return forbidden('invite_forbidden')

  const people = peopleIn(text)
  if (people.length === 0) return invalidField('people', 'people_missing')
  if (people.length > most) return invalidField('people', 'list_too_long', { maximum: most })

  const all: Invited[] = []
  for (let first = 0; first < people.length; first += atOnce) {
    const some = people.slice(first, first + atOnce)
    all.push(...(await Promise.all(some.map((person) => invite(actor, person, invitation)))))
  }
  return ok({ all, header: headerOf(text) })
}

type Invitation = Omit<z.output<typeof Several>, 'people'>

async function invite(actor: Actor, person: PastedPerson, invitation: Invitation): Promise<Invited> {
  const { email, name, organization } = person
  const offered = rolesToInvite(actor)
  const role = person.role === undefined ? invitation.role : roleCalled(person.role, offered)
  if (!role) return { person, result: unknownRole(person.role ?? '', offered) }

  const organizations = organization === undefined ? [] : [organization]
  const { confirmSimilar } = invitation
  const id = derivedId(email.toLowerCase(), invitation.id)
  return { person, result: await inviteUser(actor, { id, email, name, role, organizations, confirmSimilar }) }
}

const unknownRole = (role: string, offered: readonly Role[]): Failure =>
  invalidField('role', 'role_unknown', { role, roles: listInWords(offered.map((one) => t(`role.${one}`))) })
