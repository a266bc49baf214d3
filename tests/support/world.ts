import { statusOf } from '@/lib/domain/statuses'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { AssignmentStatus, Kind, Progress, RecommendationStatus } from '@/prisma/generated/enums'
import { givenPeople, people } from './given'

/** The current day of these tests. */
export const day = '2026-11-24'
export const onThatDay = `${day}T09:00:00Z`

export type Duty = {
  organization: string
  group: string | null
  owner: string | null
  dueOn: string | null
  status: AssignmentStatus
}

export type Item = {
  id: string
  key: string
  document: string
  archived: boolean
  closed: boolean
  kind: Kind
  themes: string[]
  quote: string
  status: RecommendationStatus
  duties: Duty[]
}

/** Returns a generator of evenly distributed numbers, the same in every run. */
export function dice(seed: number) {
  let state = seed
  const roll = (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
  return { roll, one: <T>(of: readonly [T, ...T[]]): T => of[roll(of.length)] ?? of[0] }
}

const progresses = ['not_started', 'in_progress', 'partially_implemented', 'implemented'] as const
const words = ['capacity', 'cybercrime', 'training', 'networks', 'legislation'] as const
const themes = ['Ocean', 'Trade', 'Health'] as const
const dates = [null, '2026-10-01', '2026-11-23', '2026-11-24', '2026-12-24', '2026-12-25', '2027-06-30'] as const

/** Creates recommendations of every kind in three documents, one of them archived, with assignments. */
export async function givenWorld(seed = 7): Promise<Item[]> {
  await givenPeople()
  const { roll, one } = dice(seed)
  const organizations = await makeMany('organization', 5)
  const groups = await makeMany('group', 2)
  const items: Item[] = []
  for (const [place, code] of ['WORLD-1', 'WORLD-2', 'WORLD-3'].entries()) {
    const document = await db.document.create({
      data: { code, title: `Report ${place + 1}`, archivedAt: place === 2 ? new Date() : null },
    })
    const edition = await db.edition.create({ data: { documentId: document.id } })
    for (let ordinal = 1; ordinal <= 16; ordinal++) {
      const quote = `States should work on ${one(words)} and ${one(words)}, as point ${ordinal} says.`
      const duties = organizations
        .filter(() => roll(5) < 2)
        .map((organization) => ({
          organization,
          group: roll(3) === 0 ? one([groups[0] ?? '', groups[1] ?? '']) : null,
          owner: one([null, people.amina.id, people.chen.id]),
          dueOn: one(dates),
          progress: one(progresses),
          closed: roll(6) === 0,
          verified: roll(3) === 0,
        }))
      const made = {
        id: newId(),
        key: `${code}-${ordinal}.1`,
        kind: one(['action', 'action', 'finding'] as const),
        themes: themes.filter(() => roll(3) === 0),
        closed: roll(12) === 0,
      }
      await make({ ...made, documentId: document.id, editionId: edition.id, ordinal, quote, duties })
      const owed = duties.map(({ progress, closed, verified, ...duty }) => ({
        ...duty,
        status: standing(progress, closed, verified),
      }))
      const status = statusOf({
        kind: made.kind,
        closure: made.closed ? 'superseded' : null,
        assignments: owed.map((duty) => duty.status),
      })
      items.push({ ...made, document: code, archived: place === 2, quote, status, duties: owed })
    }
  }
  return items
}

async function makeMany(what: 'organization' | 'group', count: number): Promise<string[]> {
  const slugs = Array.from({ length: count }, (_, place) => `${what}-${place + 1}`)
  const data = slugs.map((slug) => ({ slug, name: `The ${slug}` }))
  await (what === 'organization' ? db.organization.createMany({ data }) : db.group.createMany({ data }))
  return slugs
}

function standing(progress: Progress, closed: boolean, verified: boolean): AssignmentStatus {
  if (closed) return 'closed'
  return progress === 'implemented' && verified ? 'verified' : progress
}

type Making = Omit<Item, 'document' | 'archived' | 'status' | 'duties'> & {
  documentId: string
  editionId: string
  ordinal: number
  duties: (Omit<Duty, 'status'> & { progress: Progress; closed: boolean; verified: boolean })[]
}

async function make({ documentId, editionId, ordinal, closed, duties, ...made }: Making) {
  const reason = { create: { text: 'By a later report.', authorId: people.chen.id, writtenAt: new Date() } }
  const paragraph = { create: { ordinal, label: String(ordinal), text: made.quote, editionId } }
  const end = [...made.quote].length
  await db.recommendation.create({
    data: {
      ...made,
      document: { connect: { id: documentId } },
      paragraph,
      ordinal,
      start: 0,
      end,
      title: `Point ${ordinal}`,
      ...(closed && { closure: 'superseded', closureReason: reason }),
      assignments: {
        create: duties.map(({ organization, group, owner, dueOn, progress, closed, verified }) => ({
          organization: { connect: { slug: organization } },
          ...(group && { viaGroup: { connect: { slug: group } } }),
          ...(owner && { owner: { connect: { id: owner } } }),
          dueOn: dueOn && new Date(dueOn),
          originalDueOn: dueOn && new Date(dueOn),
          progress,
          verification: progress === 'implemented' ? (verified ? 'verified' : 'submitted') : 'none',
          ...(closed && { closure: 'superseded', closureReason: reason }),
        })),
      },
    },
  })
}
