import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { beforeAll, type EventPlace, lastEventPlace } from '@/lib/history/event-place'
import { dayOf, now } from '@/lib/platform/clock'
import { read } from '@/lib/platform/db'
import { t } from '@/lib/platform/i18n'
import { origin } from '@/lib/platform/origin'
import { shownPast } from '@/lib/platform/shown-day'
import { raw, sql } from '@/lib/platform/sql'
import { filtersOf } from './active-filters'
import { dayParam } from './as-of-parameter'
import { filterInWords } from './filter-words'
import { paramsOf } from './filters'
import type { Scope } from './scope'

/** What an exported file contains, and the last event of the history that it shows. */
export type ExportAbout = {
  /** The address of the list with its filters. */
  address: string
  /** The filters in words. */
  scope: string
  /** The day whose state is shown: today or, at its end, a past one. */
  asOf: string
  madeAt: string
  madeBy: { id: string; name: string }
} & EventPlace

/** Describes the file that is being read. Only within `atOneMoment`, so that the event is that of its rows. */
export async function aboutExport(actor: Actor, scope: Scope): Promise<ExportAbout> {
  const { filters } = scope
  const past = shownPast()
  const params = paramsOf({ ...filters, after: undefined, limit: undefined })
  if (past) params.set(dayParam, past.day)
  const made = now()
  return {
    address: `${origin}/recommendations${params.size > 0 ? `?${params}` : ''}`,
    scope: scopeInWords(scope),
    asOf: past?.day ?? dayOf(made),
    madeAt: made.toISOString(),
    ...(await lastEventFor(actor)),
  }
}

/** Returns the filters in words. */
export const scopeInWords = (scope: Scope) =>
  filtersOf(scope)
    .map((name) => filterInWords(name, { shown: scope.filters, scope }))
    .join('; ') || t('export.about.everything')

const lastEventFor = async (actor: Actor) => {
  const [row] = await read<Pick<ExportAbout, 'madeBy' | 'seq' | 'hash'>>(
    'export-event',
    sql`
      select json_build_object('id', u.id, 'name', u.name) as "madeBy",
        coalesce(e.seq, ${beforeAll.seq}) as seq, coalesce(e.hash, ${beforeAll.hash}) as hash
      from users u
      left join (${raw(lastEventPlace)}) e on true
      where u.id = ${actor.id}::uuid`,
  )
  if (!row) throw new Error('The person who exports is not there.')
  return row
}

/** What the header of a file says about it. */
export type HeaderAbout = Omit<ExportAbout, 'scope' | 'madeBy'> & { madeBy: Pick<ExportAbout['madeBy'], 'id'> }

/** Returns what the header of a file says about it. All values are ASCII. */
export const exportHeader = ({ seq, hash, asOf, madeAt, madeBy, address }: HeaderAbout) =>
  Object.entries({ seq, hash, 'as-of': asOf, 'made-at': madeAt, 'made-by': madeBy.id, address })
    .map(([name, value]) => `${name}=${String(value).replaceAll(';', '%3B')}`)
    .join('; ')

/** Returns the same in words, a name and a value in each row. */
export const aboutInWords = ({ seq, hash, asOf, madeAt, madeBy, address, scope }: ExportAbout) => [
  [t('export.about.scope'), scope],
  [t('export.about.asOf'), asOf],
  [t('export.about.madeAt'), madeAt],
  [t('export.about.madeBy'), madeBy.name],
  [t('export.about.address'), address],
  [t('export.about.seq'), seq],
  [t('export.about.hash'), hash],
]
