import type { CandidateNow } from '@/lib/imports/candidate-shape'
import type { ParagraphNow } from '@/lib/imports/contents'

/** A paragraph with its candidates, those of them for which the filter asks, and the part of its text that is shown. */
export type SectionRow = {
  paragraph: ParagraphNow
  own: readonly CandidateNow[]
  shown: readonly CandidateNow[]
  /** In code points of the text. Left out where the text is shown from its beginning, or up to its end. */
  from?: number | undefined
  to?: number | undefined
}

/** The number of candidates of one page. A few more stay together. */
const perPage = { usually: 30, most: 45 }

/**
 * Returns the rows of a page of a section, in which one paragraph may have hundreds of candidates. Such a paragraph
 * continues on the next page: its text, too, is shown from one candidate to another, so that no page gets too large.
 */
export function pageOfSection(rows: readonly SectionRow[], wanted = 1) {
  const all = rows.flatMap(({ shown }) => shown)
  const pages = all.length <= perPage.most ? 1 : Math.ceil(all.length / perPage.usually)
  const page = Math.min(wanted, pages)
  if (pages === 1) return { rows, page, pages, first: 1, last: all.length, count: all.length }

  const start = (page - 1) * perPage.usually
  const end = Math.min(page * perPage.usually, all.length)
  const [first, next] = [start === 0 ? undefined : all[start], all[end]]
  const onPage = new Set(all.slice(start, end))
  const kept = rows
    .filter(({ paragraph: { ordinal } }) => !first || ordinal >= first.paragraph)
    .filter(
      ({ paragraph: { ordinal }, shown }) => !next || ordinal < next.paragraph || shown.some((c) => onPage.has(c)),
    )
  const cut = kept.map((row): SectionRow => {
    const { ordinal } = row.paragraph
    const begins = first && all[start - 1]?.paragraph === ordinal && first.paragraph === ordinal
    return {
      ...row,
      shown: row.shown.filter((one) => onPage.has(one)),
      from: begins ? first.start : undefined,
      to: next?.paragraph === ordinal ? next.start : undefined,
    }
  })
  return { rows: cut, page, pages, first: start + 1, last: end, count: all.length }
}
