import { shownListAddress } from '@/app/_addresses/recommendation-list'
import { Section, Stack } from '@/app/_ui/layout'
import { StatusMark } from '@/app/_ui/status'
import { inFigures, t } from '@/lib/platform/i18n'
import type { Facets } from '@/lib/register/facets'
import { type Group, groupsOf } from '@/lib/register/grouped-list'
import { type PageQuery, readPage } from '@/lib/register/page-query'
import { ListPager } from './list-pager'
import { ListRows } from './row'

type Props = { query: PageQuery; facets: Facets; choosing: { ticked: boolean } | undefined }

/** The list under headings. Each heading has its count and, if not all rows are shown, a link to all of them. */
export async function Groups({ query, facets, choosing }: Props) {
  const { shown, scope } = query
  const by = shown.by ?? 'status'
  const { page } = await readPage(query, (scope) => groupsOf(scope, by, facets))
  return (
    <Stack gap="loose">
      {page.groups.map((group) => (
        <Section key={group.label} title={<Title group={group} />} actions={<All query={query} group={group} />}>
          <ListRows rows={group.rows} today={scope.today} choosing={choosing} label={group.label} />
        </Section>
      ))}
      <ListPager shown={shown} next={page.next} />
    </Stack>
  )
}

function Title({ group: { filter, label, total } }: { group: Group }) {
  const [status] = filter.status ?? []
  return (
    <>
      {status && <StatusMark status={status} />} {label} <small>{inFigures(total)}</small>
    </>
  )
}

function All({ query, group }: { query: PageQuery; group: Group }) {
  if (group.rows.length === group.total) return null
  return (
    <a href={shownListAddress(query.shown, { ...group.filter, by: undefined })}>
      {t('list.all', { count: group.total })}
    </a>
  )
}
