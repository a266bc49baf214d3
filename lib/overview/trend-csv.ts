import 'server-only'
import { byteOrderMark, csvRow, type Separator } from '@/lib/platform/csv'
import { t } from '@/lib/platform/i18n'
import { AssignmentStatus } from '@/prisma/generated/enums'
import type { Trend } from './trend'

const statuses = Object.values(AssignmentStatus)

/** Returns the counts of a trend, one line for each day, the earliest first. Written in the language of the request. */
export function trendCsv({ points }: Trend, separator: Separator): AsyncGenerator<string> {
  const header = [
    t('trend.day'),
    ...statuses.map((status) => t(`status.${status}`)),
    t('trend.all'),
    t('trend.overdue'),
  ]
  const rows = points.map(({ day, byStatus, overdue }) => {
    const counts = statuses.map((status) => byStatus[status] ?? 0)
    return [day, ...counts, counts.reduce((sum, n) => sum + n, 0), overdue]
  })
  return inOnePart(byteOrderMark + [header, ...rows].map((row) => csvRow(row, separator)).join(''))
}

async function* inOnePart(text: string) {
  yield text
}
