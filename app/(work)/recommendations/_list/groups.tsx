import { Section, Stack } from '@/app/_ui/layout'
import { StatusMark } from '@/app/_ui/status'
import { inFigures, words } from '@/lib/platform/i18n'
import { type Asked, readPage } from '@/lib/recommendations/browse'
import type { Facets } from '@/lib/recommendations/facets'
import { type Group, groupsOf } from '@/lib/recommendations/groups'
import { addressOf } from './address'
import { Onward } from './onward'
import { ListRows } from './row'

type Props = { asked: Asked; facets: Facets; choosing: { ticked: boolean } | undefined }

/** The list under headings, each with how many it has and, where these are not all, the way to all of them. */
export async function Groups({ asked, facets, choosing }: Props) {
  const { shown, scope } = asked
  const by = shown.by ?? 'status'
  const { page } = await readPage(asked, (scope) => groupsOf(scope, by, facets))
  return (
    <Stack gap="loose">
      {page.groups.map((group) => (
        <Section key={group.label} title={<Title group={group} />} actions={<All asked={asked} group={group} />}>
          <ListRows rows={group.rows} today={scope.today} choosing={choosing} label={group.label} />
        </Section>
      ))}
      <Onward shown={shown} next={page.next} />
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

function All({ asked, group }: { asked: Asked; group: Group }) {
  if (group.rows.length === group.total) return null
  return (
    <a href={addressOf(asked.shown, { ...group.filter, by: undefined })}>{words('list.all', { count: group.total })}</a>
  )
}
