import { currentEdition } from '@/lib/documents/editions'
import type { PlaceState } from '@/prisma/generated/enums'

/** Where the words of a recommendation stand in the current edition of its document, if that is a later one. */
export type CurrentPlace = {
  /** The number of the current edition. */
  edition: number
  state: PlaceState
  /** Its words there, if they are others. */
  quote?: string
  /** Its paragraph there, unless its words are gone. */
  paragraph?: { label: string; ordinal: number; parent?: string }
}

/** The edition from which a recommendation is quoted, and its place in the current one. */
export type Editions = { edition: number; current?: CurrentPlace }

/** SQL: the fields of `Editions` for the recommendation `r` in the paragraph `p` of the document `d`. */
export const editionFields = `
  'edition', (select oe.number from editions oe where oe.id = p.edition_id),
  'current', (
    select json_build_object('edition', cn.number, 'state', x.state,
      'quote', case when x.quote <> r.quote then x.quote end,
      'paragraph', case when xp.id is not null then
        json_build_object('label', xp.label, 'ordinal', xp.ordinal, 'parent', xpp.label) end)
    from editions cn
    join places x on x.edition_id = cn.id and x.recommendation_id = r.id
    left join paragraphs xp on xp.id = x.paragraph_id
    left join paragraphs xpp on xpp.id = xp.parent_id
    where cn.id = ${currentEdition('d.id')} and cn.id <> p.edition_id)`
