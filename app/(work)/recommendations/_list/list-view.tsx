import { mayAssign } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/people/actor'
import { words } from '@/lib/platform/i18n'
import { type Asked, readPage } from '@/lib/recommendations/browse'
import { facetsOf } from '@/lib/recommendations/facets'
import { pageOf } from '@/lib/recommendations/list'
import { rowsOf } from '@/lib/recommendations/list-rows'
import { optionsOf } from '@/lib/recommendations/options'
import { AlsoFound } from './also-found'
import { Bulk } from './bulk'
import { Filtered } from './filters'
import { Groups } from './groups'
import { Nothing } from './nothing'
import { Onward } from './onward'
import { ListRows } from './row'
import { Head, Top } from './top'

type Props = { actor: Actor; asked: Asked }

/** Recommendations as a list, beside the filters that made it. */
export async function ListView({ actor, asked }: Props) {
  const { shown, scope } = asked
  const [facets, options, list] = await Promise.all([
    facetsOf(scope),
    optionsOf(scope),
    shown.by ? undefined : readRows(asked),
  ])
  const choosing = mayAssign(actor) ? { ticked: shown.choose === 'all' } : undefined
  const inside = list ? (
    <>
      <ListRows rows={list.rows} today={scope.today} choosing={choosing} label={words('list.title')} />
      <Onward shown={shown} next={list.next} />
    </>
  ) : (
    <Groups asked={asked} facets={facets} choosing={choosing} />
  )
  return (
    <>
      <Head title={words('list.title')} asked={asked} lost={list?.lost} />
      <Filtered asked={asked} options={options} counts={facets}>
        <Top asked={asked} count={words('list.count', { count: facets.total })} />
        {scope.filters.q && <AlsoFound actor={actor} q={scope.filters.q} />}
        {facets.total === 0 ? (
          <Nothing asked={asked} />
        ) : choosing ? (
          <Bulk
            shown={shown}
            parties={[...(options.organization ?? []), ...(options.group ?? [])].map(({ label }) => label)}
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

async function readRows(asked: Asked) {
  const { page, lost } = await readPage(asked, pageOf)
  return { rows: await rowsOf(page.ids, asked.scope.filters.q), next: page.next, lost }
}
