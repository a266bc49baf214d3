import type { Actor } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Result } from '@/lib/platform/result'
import { givenPeople, people } from './given'

/** Creates an organization with a name that no other test uses. */
export async function givenOrganization({ name = `Agency ${newId()}`, archived = false } = {}) {
  await givenPeople()
  const slug = `agency-${newId()}`
  return db.organization.create({
    data: { id: newId(), slug, name, archivedAt: archived ? new Date() : null },
    select: { id: true, slug: true, name: true, version: true },
  })
}

/** Creates a group with these members. */
export async function givenGroup(...members: { id: string }[]) {
  await givenPeople()
  return db.group.create({
    data: {
      id: newId(),
      slug: `group-${newId()}`,
      name: `Group ${newId()}`,
      members: { create: members.map(({ id }) => ({ organizationId: id })) },
    },
    select: { id: true, slug: true, name: true, version: true },
  })
}

/**
 * Returns everything that commands on organizations, groups and documents may change, to show that a refusal changed
 * nothing.
 */
async function traceOfPlaces() {
  const [organizations, groups, members, memberships, assignments, documents, events] = await Promise.all([
    db.organization.findMany({ orderBy: { id: 'asc' } }),
    db.group.findMany({ orderBy: { id: 'asc' } }),
    db.groupMember.findMany({ orderBy: [{ groupId: 'asc' }, { organizationId: 'asc' }] }),
    db.membership.findMany({ orderBy: [{ userId: 'asc' }, { organizationId: 'asc' }] }),
    db.assignment.findMany({ orderBy: { id: 'asc' } }),
    db.document.findMany({ orderBy: { id: 'asc' } }),
    db.event.count(),
  ])
  return { organizations, groups, members, memberships, assignments, documents, events }
}

/** People who may not change organizations, groups and documents. */
export const outsiders = [people.amina, people.dita, people.elif]

type Command = (actor: Actor, input: unknown) => Promise<Result<unknown>>

/** Runs a command that must be refused. Returns the code of the refusal, and whether the database is unchanged. */
export async function refusal(command: Command, actor: Actor, input: unknown) {
  const before = await traceOfPlaces()
  const result = await command(actor, input)
  const after = await traceOfPlaces()
  if (result.ok) return { code: 'none' }
  const code =
    result.reason === 'invalid' ? result.errors.map(({ field, code }) => `${field}: ${code}`).join(', ') : result.code
  return { code, reason: result.reason, untouched: JSON.stringify(after) === JSON.stringify(before) }
}

/** Returns the value of a result. A refusal fails the test. */
export function answerOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result)}`)
  return result.value
}
