import { config } from '@/lib/platform/config'
import { dateInWords, t } from '@/lib/platform/i18n'
import { shortened } from '@/lib/platform/text'
import { type FilterName, type Filters, none } from './filters'
import type { Scope } from './scope'
import { answerWithin } from './timing'

/** Returns the code of a document and the beginning of its title. */
export const documentInWords = ({ code, title }: { code: string; title: string }) => `${code}: ${shortened(title, 60)}`

/** Returns a quarter such as 2027-Q1 as people say it. */
export function quarterInWords(quarter: string) {
  const [year = '', number = ''] = quarter.split('-Q')
  return t('list.quarter', { year, number })
}

/** Returns a filter as people say it: "with Council of Europe", "overdue". */
export function filterInWords(name: FilterName, { shown, scope }: { shown: Filters; scope: Scope }): string {
  if (isTiming(name)) return timingInWords(name, shown)
  switch (name) {
    case 'q':
      return t('list.filtered.q', { q: shown.q ?? '' })
    case 'status':
      return shown.status.map((one) => t(`status.${one}`)).join(', ')
    case 'assignment':
      return shown.assignment.map((one) => (one === 'pending' ? t('list.pending') : t(`status.${one}`))).join(', ')
    case 'organization':
      return scope.organization?.name ?? ''
    case 'group':
      return scope.group?.name ?? ''
    case 'owner':
      if (shown.owner === 'me') return t('list.filtered.mine')
      return shown.owner === none
        ? t('list.filtered.nobody')
        : t('list.filtered.owner', { name: scope.owner?.name ?? '' })
    case 'document':
      return scope.document ? documentInWords(scope.document) : ''
    case 'theme':
      return shown.theme === none ? t('list.noTheme') : (shown.theme ?? '')
    case 'cycle':
      return t('list.filtered.cycle', { name: scope.cycle?.name ?? '' })
    case 'kind':
      return shown.kind ? t(`kind.${shown.kind}`) : ''
    case 'due':
      return shown.due ? t(`list.filtered.${shown.due}`) : ''
    case 'verification':
      return t('list.filtered.verification', {
        states: shown.verification.map((one) => t(`list.verifications.${one}`)).join(', '),
      })
    case 'original':
    case 'followed':
      return t(`list.filtered.${name}`)
    case 'silent':
      return t('list.filter.silent', { days: config.SILENT_AFTER })
    case 'position':
      return t('list.filtered.position', { positions: shown.position.map((one) => t(`position.${one}`)).join(', ') })
    case 'added':
    case 'begun':
    case 'implemented':
    case 'verified':
    case 'slipped':
      return t(`list.filtered.${name}`, { day: dateInWords(shown[name] ?? '') })
    case 'archived':
      return t('list.filter.archived')
  }
}

const timings = ['age', 'evidence', 'assigned', 'answered', 'met'] as const
type Timing = (typeof timings)[number]

const isTiming = (name: FilterName): name is Timing => timings.some((one) => one === name)

/** Returns a filter for when work was assigned, answered or done as people say it. */
function timingInWords(name: Timing, { age, assigned = '' }: Filters) {
  if (name === 'age') return age ? t(`list.ages.${age}`) : ''
  if (name === 'assigned') return t('list.filtered.assigned', { quarter: quarterInWords(assigned) })
  return name === 'answered' ? t('list.filtered.answered', { days: answerWithin }) : t(`list.filtered.${name}`)
}
