import { listInWords, t } from '@/lib/platform/i18n'

type Row = { organization: { name: string }; outcome: string }

const shown = 12

/** Returns the result of adding a list: which organizations were added, and which existed already. */
export function additionInWords(rows: Row[]): string {
  const [made, found] = [rows.filter((row) => row.outcome !== 'found'), rows.filter((row) => row.outcome === 'found')]
  return [
    made.length > 0 && t('organizations.made', { names: namesOf(made) }),
    found.length > 0 && t('organizations.found', { names: namesOf(found) }),
  ]
    .filter(Boolean)
    .join(' ')
}

function namesOf(rows: Row[]) {
  const names = [...new Set(rows.map(({ organization }) => organization.name))]
  const more = names.length - shown
  return listInWords(more > 0 ? [...names.slice(0, shown), t('history.more', { count: more })] : names)
}
