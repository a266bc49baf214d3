import { shownListAddress } from '@/app/_addresses/recommendation-list'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Muted } from '@/app/_ui/text'
import { t } from '@/lib/platform/i18n'
import { filtersOf } from '@/lib/register/active-filters'
import { filterInWords } from '@/lib/register/filter-words'
import type { FilterName } from '@/lib/register/filters'
import type { PageQuery } from '@/lib/register/page-query'
import { suggestionsFor } from '@/lib/register/suggestions'

/** Says that nothing was found, which filter to remove, and how many rows that would give. */
export async function NoResults({ query }: { query: PageQuery }) {
  const used = filtersOf(query.scope)
  if (used.length === 0) return <EmptyState title={t('list.empty')}>{t('list.emptyAbout')}</EmptyState>

  const { taken, found } = await suggestionsFor(query.scope)
  const filters = used.map((name) => filterInWords(name, query)).join(', ')
  const leaving = (name: FilterName) =>
    Object.fromEntries(used.filter((one) => one !== name).map((one) => [one, undefined]))
  const changes = (name: FilterName) => (taken === 'off' ? { [name]: undefined } : leaving(name))
  return (
    <Stack gap="tight">
      <b>{t('list.noMatch', { view: query.shown.view, filters })}</b>
      {query.scope.filters.q && <Muted>{`${t('list.searched')} ${t('list.commonWords')}`}</Muted>}
      <Muted>{t(found.length === 0 ? 'list.nothingAtAll' : taken === 'off' ? 'list.loosen' : 'list.loosenAll')}</Muted>
      <Rows columns="work">
        {found.map(({ filter, total }, place) => {
          const name = filterInWords(filter, query)
          return (
            <li key={filter}>
              <b>{t('list.count', { count: total })}</b>
              <span>{t(`list.with.${taken}`, { name })}</span>
              <LinkButton
                href={shownListAddress(query.shown, changes(filter))}
                variant={place === 0 ? 'main' : 'plain'}
              >
                {t(`list.drop.${taken}`, { name })}
              </LinkButton>
            </li>
          )
        })}
      </Rows>
    </Stack>
  )
}
