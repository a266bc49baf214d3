import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import type { Erasure } from '@/lib/domain/erasure'
import { cursors } from '@/lib/platform/cursor'
import { db, pool, type Transaction } from '@/lib/platform/db'
import { KnownName, textToFind } from '@/lib/platform/text'
import type { MembershipKind, Prisma, Role } from '@/prisma/generated/client'
import { visibleTo } from './policy'

/** Returns whether there is any account. If not, the first visit creates one. */
export const anybodyYet = async () => (await db.user.findFirst({ select: { id: true } })) !== null

/** A person as the API and the pages show them. */
export type Person = {
  id: string
  email: string
  name: string
  role: Role
  organizations: { slug: string; name: string; kind: MembershipKind }[]
  /** Invited, but without a way to sign in yet. */
  invited: boolean
  disabled: boolean
  /** Whether their name and email address were erased by law. Absent if not. */
  erased?: true
  version: number
}

const personal = {
  id: true,
  email: true,
  name: true,
  role: true,
  version: true,
  passwordHash: true,
  disabledAt: true,
  erasedAt: true,
  memberships: {
    select: { kind: true, organization: { select: { slug: true, name: true } } },
    orderBy: [{ kind: 'asc' }, { organization: { name: 'asc' } }],
  },
  _count: { select: { identities: true } },
} satisfies Prisma.UserSelect

function shown(user: Prisma.UserGetPayload<{ select: typeof personal }>): Person {
  const { id, email, name, role, version, passwordHash, disabledAt, erasedAt, memberships, _count } = user
  const organizations = memberships.map(({ kind, organization }) => ({ ...organization, kind }))
  const invited = passwordHash === null && _count.identities === 0 && erasedAt === null
  return {
    id,
    email,
    name,
    role,
    organizations,
    invited,
    disabled: disabledAt !== null,
    ...(erasedAt && { erased: true }),
    version,
  }
}

/** Returns a person of whom the actor may know. */
export async function findPerson(actor: Actor, id: string): Promise<Person | null> {
  const user = await db.user.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: personal })
  return user && shown(user)
}

/** Returns when the name and the email address of a person were erased by law, by whom and why. */
export async function findErasure(erasedId: string): Promise<Erasure | undefined> {
  const found = await db.erasure.findUnique({ where: { erasedId }, include: { by: true, reason: true } })
  return found ? { at: found.at.toISOString(), by: found.by.name, reason: found.reason.text } : undefined
}

/** Returns the language that a person has chosen, if any. */
export async function localeOf(id: string): Promise<string | null> {
  const { rows } = await pool.query<{ locale: string | null }>({
    name: 'locale',
    text: 'select locale from users where id = $1',
    values: [id],
  })
  return rows[0]?.locale ?? null
}

/** Returns a person as they are in this transaction. */
export const personNow = async (tx: Transaction, id: string): Promise<Person> =>
  shown(await tx.user.findUniqueOrThrow({ where: { id }, select: personal }))

/** Returns a person and locks their row until the transaction ends. */
export async function personHeld(tx: Transaction, id: string): Promise<Person> {
  await tx.$executeRaw`select from users where id = ${id}::uuid for no key update`
  return personNow(tx, id)
}

const most = 200

/**
 * The cursors of the list, which is ordered by name. A cursor contains the name itself, because the person may have a
 * new name or may not be visible any more when the next page is requested.
 */
export const peopleCursors = cursors('people', z.tuple([KnownName, z.uuid()]))

const List = z.object({
  q: z.string().trim().catch(''),
  after: z.string().optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(most).catch(50),
})

/**
 * Returns the people of whom the actor may know, ordered by name. `q` finds part of a name, an email or an
 * organization.
 */
export async function listPeople(actor: Actor, input: unknown = {}) {
  const { q, after, limit } = List.parse(input)
  const users = await db.user.findMany({
    where: { AND: [visibleTo(actor), await called(textToFind(q)), beyond(peopleCursors.read(after))] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: personal,
    take: limit + 1,
  })
  const read = users.map((user) => ({ person: shown(user), place: placeOf(user) }))
  const { rows, next } = peopleCursors.page(read, limit)
  return { items: rows.map(({ person }) => person), next }
}

const placeOf = ({ name, id }: { name: string; id: string }): [string, string] => [name, id]

function beyond(place: [string, string] | undefined): Prisma.UserWhereInput {
  if (!place) return {}
  const [name, id] = place
  return { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] }
}

async function called(q: string): Promise<Prisma.UserWhereInput> {
  if (q === '') return {}
  // Folds the text as the database does. `contains` escapes the characters with a meaning in patterns.
  const { rows } = await pool.query<{ folded: string }>({
    name: 'people-called',
    text: 'select btrim(searchable($1)) as folded',
    values: [q],
  })
  const searchText = { contains: rows[0]?.folded ?? '' }
  return { OR: [{ searchText }, { memberships: { some: { organization: { searchText } } } }] }
}

/** Returns what others know about a person and would try first as their password: name, email and organizations. */
export async function knownOf(id: string): Promise<string[]> {
  const { name, email, memberships } = await db.user.findUniqueOrThrow({
    where: { id },
    select: { name: true, email: true, memberships: { select: { organization: { select: { name: true } } } } },
  })
  return [name, email, ...memberships.map(({ organization }) => organization.name)]
}

/** Returns the actor's own account. */
export async function findAccount({ id }: Actor) {
  const { passwordHash, ...account } = await db.user.findUniqueOrThrow({
    where: { id },
    select: { email: true, name: true, version: true, passwordHash: true },
  })
  return { ...account, hasPassword: passwordHash !== null }
}
