import 'server-only'
import { type Addressee, addresseeJoins, addresseeJson } from '@/lib/domain/answer-shapes'
import { archivedDocuments } from '@/lib/domain/visibility'
import { pool } from '@/lib/platform/db'
import type { Kind } from '@/prisma/generated/enums'

/** A recommendation that is not assigned, with its addressees. */
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

/** Returns the first 200 recommendations in the order of the text. */
export async function firstRecommendations(): Promise<Unassigned[]> {
  const { rows } = await pool.query<{ row: Unassigned }>({
    name: 'first-recommendations',
    text: firstRecommendationsSql,
  })
  return rows.map(({ row }) => row)
}

export type FirstSteps = {
  /** The first recommendation that is addressed to organizations, which one click assigns. */
  named?: { recommendation: Unassigned; organizations: string[] }
  /** The group that is addressed most often. */
  group?: { slug: string; name: string; recommendations: Unassigned[] }
  /** Recommendations for action without a recorded addressee. */
  nameless: Unassigned[]
}

/** Returns suggestions for the first assignments. */
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

/** Groups recommendations by their paragraphs, in the order of the text. */
export function byParagraph(all: Unassigned[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const one of all) {
    const last = paragraphs.at(-1)
    if (last?.code === one.code && last.paragraph.ordinal === one.paragraph.ordinal) last.recommendations.push(one)
    else paragraphs.push({ ...one, recommendations: [one] })
  }
  return paragraphs
}
