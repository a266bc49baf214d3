import { distanceInWords } from '@/lib/assignments/due'
import { dateInWords, listInWords, words } from '@/lib/platform/i18n'
import type { ListRow } from '@/lib/recommendations/list-rows'
import { quoteBeside } from '../../brief-rec'
import { naming } from '../../named'
import { progressShares } from '../../shares'
import { pathOf } from '../[key]/address'
import { RowList, type ShownRow } from './row-list'

type Props = {
  rows: readonly ListRow[]
  label: string
  today: string
  /** A box to choose each by: ticked or not. */
  choosing?: { ticked: boolean } | undefined
}

/** Recommendations in order; where one may do the same to several, each with a box. */
export async function ListRows({ rows, today, ...rest }: Props) {
  const nameOf = await naming()
  return <RowList rows={rows.map((row) => shownRow(row, nameOf(row), today))} {...rest} />
}

/** A recommendation by its words, how far its assignments have come, what is due. */
const shownRow = (row: ListRow, name: string, today: string): ShownRow => ({
  key: row.key,
  href: pathOf(row.key),
  name,
  choose: words('list.choose', { short: name }),
  title: row.title,
  quote: quoteBeside(row, name),
  progress: progressOf(row),
  next: nextOf(row, today),
  late: row.reportedLate > 0 ? words('list.reportedLate', { count: row.reportedLate }) : undefined,
})

/** By how many of its assignments something was done; without any, and once it is closed, in a word. */
function progressOf({ counts, owing, status }: ListRow): ShownRow['progress'] {
  if (counts.open === 0 || status === 'closed') return { status, label: words(`status.${status}`) }

  const [first = '', ...others] = owing
  const more = counts.open - owing.length
  return {
    whose: more > 0 ? words('list.andOthers', { first, count: more + others.length }) : listInWords([...owing]),
    shares: progressShares(counts).filter(({ count }) => count > 0),
    said: words('list.progress', { ...counts, underWay: counts.begun - counts.implemented }),
  }
}

const undone: readonly string[] = ['unassigned', 'not_started', 'in_progress']

function nextOf({ next, status, counts, reportedLate }: ListRow, today: string): ShownRow['next'] {
  if (!next)
    return undone.includes(status) && reportedLate === 0 ? { said: words('list.noDate'), tone: 'none' } : undefined

  const { note, tone } = distanceInWords(next.dueOn, today)
  const said = {
    late: () => note,
    soon: () => words('list.dueSoon', { note }),
    later: () => words('list.due', { date: dateInWords(next.dueOn) }),
  }
  return {
    said: said[tone ?? 'later'](),
    tone,
    whose: counts.open > 1 ? words('list.whose', { organization: next.organization, others: next.others }) : undefined,
  }
}
