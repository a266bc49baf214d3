import type { Actor } from '@/lib/domain/actor'
import { Event } from '@/lib/history/events'
import { verifyHistory } from '@/lib/history/verify'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Prisma } from '@/prisma/generated/client'
import type { Kind, Role } from '@/prisma/generated/enums'

const health = '018f0000-0000-7000-8000-000000000001'
const finance = '018f0000-0000-7000-8000-000000000002'

export const organizations = {
  health: { id: health, slug: 'ministry-of-health', name: 'Ministry of Health' },
  finance: { id: finance, slug: 'ministry-of-finance', name: 'Ministry of Finance' },
}

const person = (last: string, role: Role, ...organizationIds: string[]) => ({
  id: `018f0000-0000-7000-8000-0000000000${last}`,
  role,
  organizationIds,
})

/** The people of all tests. */
export const people = {
  amina: person('a1', 'focal_point', health),
  bruno: person('b1', 'focal_point', finance),
  chen: person('c1', 'coordinator'),
  dita: person('d1', 'viewer', health),
  elif: person('e1', 'reviewer'),
  faisal: person('f1', 'administrator'),
  gulnar: person('a2', 'reviewer', health),
} satisfies Record<string, Actor>

export const emailOf = (name: keyof typeof people) => `${name}@example.org`

let peopleGiven: Promise<void> | undefined

/** Creates these people and their two organizations, once for each test file. */
export function givenPeople() {
  peopleGiven ??= writePeople()
  return peopleGiven
}

async function writePeople() {
  await db.organization.createMany({ data: Object.values(organizations), skipDuplicates: true })
  await db.user.createMany({
    data: Object.entries(people).map(([name, { id, role }]) => ({ id, role, name, email: `${name}@example.org` })),
    skipDuplicates: true,
  })
  await db.membership.createMany({
    data: Object.values(people).flatMap(({ id, organizationIds }) =>
      organizationIds.map((organizationId) => ({ userId: id, organizationId })),
    ),
    skipDuplicates: true,
  })
}

type Given = { archived?: boolean; closed?: boolean; kind?: Kind; text?: string }

/** Creates a recommendation in a document of its own, whose only paragraph it is. */
export async function givenRecommendation({
  archived = false,
  closed = false,
  kind = 'action',
  text = 'States should cooperate.',
}: Given = {}) {
  await givenPeople()
  const code = `D-${newId().toUpperCase()}`
  const document = await db.document.create({
    data: {
      code,
      title: 'Report',
      archivedAt: archived ? new Date() : null,
      editions: { create: { paragraphs: { create: { ordinal: 1, label: '1', text } } } },
    },
    select: { id: true, editions: { select: { paragraphs: { select: { id: true } } } } },
  })
  const paragraphId = document.editions[0]?.paragraphs[0]?.id ?? ''
  const end = [...text].length
  return db.recommendation.create({
    data: {
      key: `${code}-1.1`,
      documentId: document.id,
      paragraphId,
      ordinal: 1,
      start: 0,
      end,
      quote: text,
      title: 'Cooperate',
      kind,
      ...(closed && (await givenClosure())),
    },
    select: { id: true, key: true, documentId: true, paragraphId: true, version: true },
  })
}

type Owed = {
  to?: { id: string }
  of?: { id: string }
  archived?: boolean
  closed?: boolean
  dueOn?: string
} & Partial<
  Pick<
    Prisma.AssignmentUncheckedCreateInput,
    'role' | 'ownerId' | 'viaGroupId' | 'position' | 'progress' | 'verification'
  >
>

/** Creates an assignment of one of the two organizations, by default for a new recommendation. */
export async function givenAssignment({
  to = organizations.health,
  of,
  archived = false,
  closed = false,
  dueOn,
  ...standing
}: Owed = {}) {
  const recommendation = of ?? (await givenRecommendation({ archived }))
  const day = dueOn === undefined ? null : new Date(dueOn)
  return db.assignment.create({
    data: {
      id: newId(),
      recommendationId: recommendation.id,
      organizationId: to.id,
      dueOn: day,
      originalDueOn: day,
      ...standing,
      ...(closed && (await givenClosure())),
    },
    select: { id: true, recommendationId: true, version: true, recommendation: { select: { key: true } } },
  })
}

/** Stores a reason. */
export const givenReason = () =>
  db.reason.create({ data: { text: 'By a later report.', authorId: people.chen.id, writtenAt: new Date() } })

const givenClosure = async () => ({ closure: 'superseded' as const, closureReasonId: (await givenReason()).id })

/** Returns everything that a command on an assignment may change, to show that a refusal changed nothing. */
export async function traceOf(id: string) {
  const assignment = await db.assignment.findUnique({
    where: { id },
    include: { reports: { select: { narrative: true, onBehalf: true }, orderBy: { id: 'asc' } } },
  })
  return { ...assignment, events: await eventsOf(id), reasons: await db.reason.count() }
}

/** Returns everything that a command on a recommendation may change, to show that a refusal changed nothing. */
export async function traceOfRecommendation(id: string) {
  const recommendation = await db.recommendation.findUnique({
    where: { id },
    include: {
      addressees: { orderBy: { position: 'asc' } },
      assignments: { orderBy: { organizationId: 'asc' } },
      annotations: { include: { revisions: true } },
    },
  })
  return { ...recommendation, events: await db.event.count(), reasons: await db.reason.count() }
}

/** Returns the events of a subject in order, parsed. */
export async function eventsOf(subjectId: string) {
  const events = await db.event.findMany({ where: { subjectId }, orderBy: { seq: 'asc' } })
  return events.map(({ kind, actorId, audience, body }) => ({
    actorId,
    audience,
    ...Event.parse({ kind, body: JSON.parse(body) }),
  }))
}

/** Returns the flaw that `history verify` finds, except for rows that tests write without an event. */
export async function flawInHistory() {
  const verified = await verifyHistory()
  return verified.ok || verified.flaw.what === 'row' ? undefined : verified.flaw
}

/** Returns the value of a result. A refusal fails the test. */
export function valueIn<T>(result: { ok: true; value: T } | { ok: false }): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result)}`)
  return result.value
}
