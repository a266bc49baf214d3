import { everyOwner } from '@/lib/assignments/assignees'
import { mayAssign } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { t } from '@/lib/platform/i18n'
import { showsPresent } from '@/lib/platform/shown-day'
import { facetsOf } from '@/lib/register/facets'
import { optionsOf } from '@/lib/register/filter-options'
import { rowPageOf } from '@/lib/register/list-rows'
import { type PageQuery, readPage } from '@/lib/register/page-query'
import { Bulk } from './bulk'
import { Filtered } from './filters'
import { Groups } from './groups'
import { Head, ListHeader } from './list-header'
import { ListPager } from './list-pager'
import { NoResults } from './no-results'
import { AlsoFound } from './other-results'
import { ListRows } from './row'

type Props = { actor: Actor; query: PageQuery }

/** A list of recommendations with its filters. */
export async function ListView({ actor, query }: Props) {
  const { shown, scope } = query
  const assigns = mayAssign(actor)
  const [facets, options, list, owners] = await Promise.all([
    facetsOf(scope),
    optionsOf(scope),
    shown.by ? undefined : readRows(query),
    everyOwner(actor),
  ])
  const choosing = assigns ? { ticked: shown.choose === 'all' } : undefined
  const inside = list ? (
    <>
      <ListRows rows={list.rows} today={scope.today} choosing={choosing} label={t('list.title')} />
      <ListPager shown={shown} next={list.next} />
    </>
  ) : (
    <Groups query={query} facets={facets} choosing={choosing} />
  )
  return (
    <>
      <Head title={t('list.title')} query={query} lost={list?.lost} />
      <Filtered query={query} options={options} counts={facets}>
        <ListHeader query={query} count={t('list.count', { count: facets.total })} />
        {scope.filters.q && showsPresent() && <AlsoFound actor={actor} q={scope.filters.q} />}
        {facets.total === 0 ? (
          <NoResults query={query} />
        ) : choosing ? (
          <Bulk
            shown={shown}
            parties={[...(options.organization ?? []), ...(options.group ?? [])].map(({ label }) => label)}
            owners={owners}
          >
            {inside}
          </Bulk>
        ) : (
          inside
        )}
      </Filtered>
    </>
  )
}

async function readRows(query: PageQuery) {
  const { page, lost } = await readPage(query, rowPageOf)
  return { ...page, lost }
}
