import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { type Annotation, annotationJoins, annotationJson } from '@/lib/domain/annotation-shape'
import { audiencesOf, mayReadRow } from '@/lib/domain/audience'
import { readNamed } from '@/lib/platform/db'
import { standingAnnotations } from './standing-annotations'

/** An annotation beside the text that it is about. */
export type NoteInText = {
  annotation: Annotation
  /** The ordinal of its paragraph, and the key of its recommendation. */
  ordinal: number
  key: string
  /** The number of its answers. */
  answers: number
}

/** The most annotations beside one paragraph. The page of the recommendation has them all. */
const mostBeside = 10

const mayRead = mayReadRow('n', '$4', '$5')

/** SQL: the latest annotations of each paragraph of the edition $1 from the ordinal $2 to $3, the first one first. */
const notesInTextSql = `
  select ordinal, key, answers, annotation from (
    select p.ordinal, r.key, n.created_at, n.id,
      row_number() over (partition by p.id order by n.created_at desc, n.id desc) as place,
      (select count(*)::int from annotations answer
        where answer.parent_id = n.id and answer.withdrawn_at is null and ${mayReadRow('answer', '$4', '$5')}) as answers,
      ${annotationJson}::jsonb || jsonb_strip_nulls(jsonb_build_object('start', s.start, 'end', s."end")) as annotation
    from paragraphs p
    join ${standingAnnotations} s on s.paragraph_id = p.id
    join annotations n on n.id = s.id
    join recommendations r on r.id = n.recommendation_id
    ${annotationJoins}
    where p.edition_id = $1 and p.ordinal between $2 and $3
      and n.parent_id is null and n.withdrawn_at is null and ${mayRead}) notes
  where place <= ${mostBeside}
  order by ordinal, created_at, id`

/** Returns the annotations that the actor may read of some paragraphs, without withdrawn ones and without answers. */
export async function notesInText(actor: Actor, edition: string, from: number, to: number): Promise<NoteInText[]> {
  const values = [edition, from, to, ...audiencesOf(actor)]
  const rows = await readNamed<NoteInText>({ name: 'notes-in-text', text: notesInTextSql, values })
  return rows
}
