import type { Cycle } from '@/lib/cycles/cycle'
import type { CycleCounts } from '@/lib/cycles/kept-counts'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords, listInWords, t } from '@/lib/platform/i18n'

/** Returns the state of a cycle and its days. Of a closed cycle, the days on which it was closed and was to close. */
export const whenInWords = (cycle: Cycle): [string, string] =>
  cycle.closedAt === undefined
    ? [t(`cycle.state.${cycle.state}`), daysInWords(cycle)]
    : [
        t('cycle.closedOn', { date: dateInWords(dayOf(new Date(cycle.closedAt))) }),
        t('cycle.closingDay', { date: dateInWords(cycle.closesOn) }),
      ]

/** Returns from when to when a cycle runs: "1 June 2026 to 30 June 2026". */
const daysInWords = ({ opensOn, closesOn }: Cycle) =>
  t('cycle.days', { opens: dateInWords(opensOn), closes: dateInWords(closesOn) })

/** The number of groups and organizations that are named. Of the others, the number is told. */
const mostNamed = 12

/** Returns whom a cycle asks: organizations, the members of groups, or all organizations. */
export function partiesInWords({ organizations, groups }: Cycle): string {
  const named = [
    ...groups.map(({ name }) => t('cycle.membersOf', { group: name })),
    ...organizations.map(({ name }) => name),
  ]
  if (named.length === 0) return t('cycle.allOrganizations')
  const more = named.length - mostNamed
  return listInWords([...named.slice(0, mostNamed), ...(more > 0 ? [t('cycle.partiesMore', { count: more })] : [])])
}

/** Returns how many assignments have answered, how many of them late, and how many have not. */
export function countsInWords({ asked, answered, late, not_answered, closed }: CycleCounts): string[] {
  return [
    t('cycle.summary', { answered: answered + late, asked }),
    ...(late > 0 ? [t('cycle.summaryLate', { late })] : []),
    ...(not_answered > 0 ? [t('cycle.summaryRest', { count: not_answered })] : []),
    ...(closed > 0 ? [t('cycle.summaryEnded', { count: closed })] : []),
  ]
}
