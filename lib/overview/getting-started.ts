import 'server-only'
import { type Addressee, addresseeJoins, addresseeJson } from '@/lib/domain/answer-shapes'
import { archivedDocuments } from '@/lib/domain/visibility'
import { pool } from '@/lib/platform/db'
import type { Kind } from '@/prisma/generated/enums'

/** A recommendation that nobody has yet, and to whom the text speaks. */
export type Unassigned = {
  key: string
  code: string
  title: string
  kind: Kind
  document: string
  paragraph: { label: string; ordinal: number; parent?: string }
  addressees: Addressee[]
  namesNobody?: true
}

const most = 200

const firstRecommendationsSql = `
  select json_strip_nulls(json_build_object('key', r.key, 'code', d.code, 'title', r.title, 'kind', r.kind,
    'document', d.title, 'namesNobody', case when r.names_nobody then true end,
    'paragraph', json_build_object('label', p.label, 'ordinal', p.ordinal, 'parent', pp.label),
    'addressees', coalesce((
      select json_agg(${addresseeJson} order by ad.position)
      from addressees ad ${addresseeJoins} where ad.recommendation_id = r.id), '[]'))) as row
  from (
    select r.* from recommendations r
    where r.document_id not in ${archivedDocuments}
    order by r.document_id, r.ordinal, r.start, r.id limit ${most}) r
  join documents d on d.id = r.document_id
  join paragraphs p on p.id = r.paragraph_id
  left join paragraphs pp on pp.id = p.parent_id
  order by r.document_id, r.ordinal, r.start, r.id`

/** What there is to begin with, in the order of the text: the first two hundred. */
export async function firstRecommendations(): Promise<Unassigned[]> {
  const { rows } = await pool.query<{ row: Unassigned }>({ name: 'day-one', text: firstRecommendationsSql })
  return rows.map(({ row }) => row)
}

export type FirstSteps = {
  /** The first that the text addresses to organizations, which one click assigns. */
  named?: { recommendation: Unassigned; organizations: string[] }
  /** The group to which it speaks most often. */
  group?: { slug: string; name: string; recommendations: Unassigned[] }
  /** What asks for action, and of which nobody has recorded to whom it speaks. */
  nameless: Unassigned[]
}

/** Where one could begin. */
export function firstSteps(all: Unassigned[]): FirstSteps {
  const actions = all.filter(({ kind }) => kind === 'action')
  const organizations = (one: Unassigned) => one.addressees.flatMap(({ organization }) => organization?.name ?? [])
  const groups = (one: Unassigned) => one.addressees.flatMap(({ group }) => group ?? [])
  const named = actions.find((one) => organizations(one).length > 0)
  const most = mostFrequent(actions.flatMap(groups))
  return {
    ...(named && { named: { recommendation: named, organizations: organizations(named) } }),
    ...(most && {
      group: { ...most, recommendations: actions.filter((one) => groups(one).some(({ slug }) => slug === most.slug)) },
    }),
    nameless: actions.filter((one) => !one.namesNobody && organizations(one).length + groups(one).length === 0),
  }
}

function mostFrequent<T extends { slug: string }>(items: T[]): T | undefined {
  const count = (item: T) => items.filter(({ slug }) => slug === item.slug).length
  return items.toSorted((a, b) => count(b) - count(a))[0]
}

export type Paragraph = Pick<Unassigned, 'code' | 'document' | 'paragraph'> & { recommendations: Unassigned[] }

/** By the paragraphs in which they stand, in the order of the text. */
export function byParagraph(all: Unassigned[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const one of all) {
    const last = paragraphs.at(-1)
    if (last?.code === one.code && last.paragraph.ordinal === one.paragraph.ordinal) last.recommendations.push(one)
    else paragraphs.push({ ...one, recommendations: [one] })
  }
  return paragraphs
}
