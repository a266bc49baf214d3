import { recommendationPath } from '@/app/_addresses/recommendation'
import { naming } from '@/app/(work)/_components/recommendation-reference'
import { quoteBeside } from '@/app/(work)/_components/recommendation-summary'
import { progressShares } from '@/app/(work)/_components/status-counts'
import { distanceInWords } from '@/lib/domain/due-dates'
import { dateInWords, listInWords, t } from '@/lib/platform/i18n'
import type { ListRow } from '@/lib/register/list-rows'
import { aroundName } from './name-in-text'
import { RowList, type ShownRow } from './row-list'

type Props = {
  rows: readonly ListRow[]
  label: string
  today: string
  /** The checkbox of each row: checked or not. */
  choosing?: { ticked: boolean } | undefined
}

/** A list of recommendations. Each row has a checkbox if the reader may change several at once. */
export async function ListRows({ rows, today, ...rest }: Props) {
  const nameOf = await naming()
  return <RowList rows={rows.map((row) => shownRow(row, nameOf(row), today))} {...rest} />
}

/** Returns the texts of a row: the recommendation, the progress of its assignments, and what is due. */
const shownRow = (row: ListRow, name: string, today: string): ShownRow => ({
  key: row.key,
  href: recommendationPath(row.key),
  name,
  choose: t('list.choose', { short: name }),
  title: row.title,
  quote: quoteBeside(row, name),
  progress: progressOf(row),
  next: nextOf(row, today),
  late: row.reportedLate > 0 ? t('list.reportedLate', { count: row.reportedLate }) : undefined,
})

/**
 * Returns the share of assignments with progress. Without assignments, and for a closed recommendation, returns a word.
 */
function progressOf({ counts, responsible: organizations, status }: ListRow): ShownRow['progress'] {
  if (counts.open === 0 || status === 'closed') return { status, label: t(`status.${status}`) }

  const [first = '', ...others] = organizations
  const more = counts.open - organizations.length
  return {
    whose:
      more > 0
        ? aroundName(first, (name) => t('list.andOthers', { first: name, count: more + others.length }))
        : { name: listInWords([...organizations]) },
    shares: progressShares(counts).filter(({ count }) => count > 0),
    text: t('list.progress', { ...counts, underWay: counts.begun - counts.implemented }),
  }
}

function nextOf({ next, undone, counts, reportedLate }: ListRow, today: string): ShownRow['next'] {
  if (!next) return undone && reportedLate === 0 ? { text: t('list.noDate'), tone: 'none' } : undefined

  const { note, tone } = distanceInWords(next.dueOn, today)
  const texts = {
    late: () => note,
    soon: () => t('list.dueSoon', { note }),
    later: () => t('list.due', { date: dateInWords(next.dueOn) }),
  }
  return {
    text: texts[tone ?? 'later'](),
    tone,
    whose:
      counts.open > 1
        ? aroundName(next.organization, (organization) => t('list.whose', { organization, others: next.others }))
        : undefined,
  }
}
