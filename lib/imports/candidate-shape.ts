import { z } from 'zod'
import { db, type Transaction } from '@/lib/platform/db'
import { suggestTitle } from '@/lib/suggestions/suggest-details'
import type { ImportCandidate as Row } from '@/prisma/generated/client'
import type { CandidateDecision, Kind } from '@/prisma/generated/enums'

export const StoredAddressee = z.object({
  name: z.string(),
  organizationId: z.string().optional(),
  groupId: z.string().optional(),
  match: z.enum(['linked', 'proposed', 'new']),
})

export type StoredAddressee = z.output<typeof StoredAddressee>

const StoredReason = z.object({ rule: z.string(), weight: z.number() })

/** Returns the title of a candidate if it is another one than its words suggest. */
export const writtenTitle = ({ title, quote }: Pick<Row, 'title' | 'quote'>) =>
  title === suggestTitle(quote) ? undefined : title

type Party = { slug: string; name: string }
type Person = { id: string; name: string }

/** A part of a paragraph that may be a recommendation. Fields without a value are left out. */
export type CandidateNow = {
  id: string
  /** The ordinal of its paragraph, counted from 1. */
  paragraph: number
  /** In code points of the paragraph's text. */
  start: number
  end: number
  quote: string
  kind: Kind
  title: string
  /** From 0 to 1. Left out if a person added it. */
  confidence?: number
  reasons: z.output<typeof StoredReason>[]
  addressees: { name: string; organization?: Party; group?: Party; match: StoredAddressee['match'] }[]
  themes: string[]
  dueOn?: string
  owner?: string
  priority?: string
  grade?: string
  decision: CandidateDecision
  /** Who accepted or rejected it. */
  decidedBy?: Person
  version: number
}

export const addresseesIn = (row: Pick<Row, 'addressees'>) => z.array(StoredAddressee).parse(row.addressees)

/** Returns candidates with the names of the organizations and groups to which their addressees are linked. */
export async function candidateShapes(rows: readonly Row[], tx: Transaction = db): Promise<CandidateNow[]> {
  const all = rows.flatMap(addresseesIn)
  const select = { id: true, slug: true, name: true } as const
  const ids = (field: 'organizationId' | 'groupId') => [...new Set(all.flatMap((one) => one[field] ?? []))]
  const organizations = await tx.organization.findMany({ where: { id: { in: ids('organizationId') } }, select })
  const groups = await tx.group.findMany({ where: { id: { in: ids('groupId') } }, select })
  const parties = new Map([...organizations, ...groups].map(({ id, ...party }) => [id, party]))
  const by = [...new Set(rows.flatMap(({ decidedById }) => decidedById ?? []))]
  const people = await tx.user.findMany({ where: { id: { in: by } }, select: { id: true, name: true } })
  const persons = new Map(people.map((person) => [person.id, person]))
  return rows.map((row) => candidateShape(row, parties, persons))
}

function candidateShape(
  row: Row,
  parties: ReadonlyMap<string, Party>,
  persons: ReadonlyMap<string, Person>,
): CandidateNow {
  const { id, paragraph, start, end, quote, kind, title, confidence, themes, dueOn, decision, version } = row
  const { owner, priority, grade } = row
  const isDecided = decision === 'accepted' || decision === 'rejected'
  const decidedBy = isDecided ? persons.get(row.decidedById ?? '') : undefined
  return {
    id,
    paragraph,
    start,
    end,
    quote,
    kind,
    title,
    ...(confidence !== null && { confidence: Math.round(confidence * 1000) / 1000 }),
    reasons: z.array(StoredReason).parse(row.reasons),
    addressees: addresseesIn(row).map(({ name, organizationId, groupId, match }) => {
      const organization = organizationId === undefined ? undefined : parties.get(organizationId)
      const group = groupId === undefined ? undefined : parties.get(groupId)
      return { name, ...(organization && { organization }), ...(group && { group }), match }
    }),
    themes,
    ...(dueOn && { dueOn: dayIn(dueOn) }),
    ...(owner && { owner }),
    ...(priority && { priority }),
    ...(grade && { grade }),
    decision,
    ...(decidedBy && { decidedBy }),
    version,
  }
}

/** Returns the day of a date column as YYYY-MM-DD. */
export const dayIn = (date: Date) => date.toISOString().slice(0, 10)
