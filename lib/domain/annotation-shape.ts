import { iso } from '@/lib/platform/sql'
import type { Audience } from '@/prisma/generated/enums'
import { type Party, party } from './answer-shapes'
import { type Erasure, erasureOf } from './erasure'

export type Annotation = {
  id: string
  /** Markdown. Empty after it was withdrawn or erased. */
  body: string
  /** Set if its latest text was erased by law. */
  erasure?: Erasure
  audience: Audience
  organization?: Party
  author: { id: string; name: string }
  parent?: string
  /** In code points of the paragraph. */
  start?: number
  end?: number
  /** The number of the edition with that paragraph and the words there, if the recommendation was made from another one. */
  edition?: number
  words?: string
  createdAt: string
  withdrawnAt?: string
  /** Set if a coordinator or an administrator withdrew another person's annotation. */
  withdrawal?: { by: { id: string; name: string }; reason: string }
  version: number
}

/** SQL: `field` of the paragraph `np` and its edition `ne`, if the annotation `n` is on words of another edition. */
const elsewhere = (field: string) => `(
  select ${field} from recommendations nr
  join paragraphs np on np.id = n.paragraph_id join editions ne on ne.id = np.edition_id
  where n.start is not null and nr.id = n.recommendation_id and nr.paragraph_id <> n.paragraph_id)`

/** SQL: the annotation `n`, with `annotationJoins`. */
export const annotationJson = `json_strip_nulls(json_build_object(
  'id', n.id,
  'body', case when n.withdrawn_at is null then v.body else '' end,
  'erasure', case when n.withdrawn_at is null and v.erased_at is not null then ${erasureOf('v.id')} end,
  'audience', n.audience,
  'organization', ${party('o')},
  'author', json_build_object('id', u.id, 'name', u.name),
  'parent', n.parent_id,
  'start', n.start,
  'end', n."end",
  'edition', ${elsewhere('ne.number')},
  'words', ${elsewhere('span(np.text, n.start, n."end")')},
  'createdAt', ${iso('n.created_at')},
  'withdrawnAt', ${iso('n.withdrawn_at')},
  'withdrawal', (
    select json_build_object('by', json_build_object('id', w.id, 'name', w.name), 'reason', s.text) from reasons s join users w on w.id = s.author_id where s.id = n.withdrawal_reason_id),
  'version', n.version))`

export const annotationJoins = `
  join users u on u.id = n.author_id
  left join organizations o on o.id = n.organization_id
  cross join lateral (
    select id, body, number, erased_at from annotation_revisions where annotation_id = n.id order by number desc limit 1) v`
