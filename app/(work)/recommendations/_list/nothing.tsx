import { LinkButton } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Quiet } from '@/app/_ui/text'
import { words } from '@/lib/platform/i18n'
import type { Asked } from '@/lib/recommendations/browse'
import type { FilterName } from '@/lib/recommendations/filters'
import { filtersOf } from '@/lib/recommendations/in-use'
import { loosenings } from '@/lib/recommendations/loosen'
import { addressOf } from './address'
import { filterInWords } from './filter-words'

/** Nothing was found: which filter to take off, and what that would give. */
export async function Nothing({ asked }: { asked: Asked }) {
  const used = filtersOf(asked.scope)
  if (used.length === 0) return <Empty title={words('list.empty')}>{words('list.emptyAbout')}</Empty>

  const { taken, found } = await loosenings(asked.scope)
  const leaving = (name: FilterName) =>
    Object.fromEntries(used.filter((one) => one !== name).map((one) => [one, undefined]))
  const changes = (name: FilterName) => (taken === 'off' ? { [name]: undefined } : leaving(name))
  return (
    <Stack gap="tight">
      <b>{words('list.nothing', { filters: used.map((name) => filterInWords(name, asked)).join(', ') })}</b>
      <Quiet>
        {words(found.length === 0 ? 'list.nothingAtAll' : taken === 'off' ? 'list.loosen' : 'list.loosenAll')}
      </Quiet>
      {asked.scope.filters.q && <Quiet>{words('list.commonWords')}</Quiet>}
      <Rows columns="work">
        {found.map(({ filter, total }, place) => {
          const name = filterInWords(filter, asked)
          return (
            <li key={filter}>
              <b>{words('list.count', { count: total })}</b>
              <span>{words(`list.with.${taken}`, { name })}</span>
              <LinkButton href={addressOf(asked.shown, changes(filter))} variant={place === 0 ? 'main' : 'plain'}>
                {words(`list.drop.${taken}`, { name })}
              </LinkButton>
            </li>
          )
        })}
      </Rows>
    </Stack>
  )
}
