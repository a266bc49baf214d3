import { LinkButton } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { InlineFields } from '@/app/_ui/form-layout'
import { TextField } from '@/app/_ui/inputs'
import { Row, Stack } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Views } from '@/app/_ui/views'
import type { OrganizationList } from '@/lib/organizations/queries'
import { words } from '@/lib/platform/i18n'
import { type Asked, addressOf } from './asked'
import css from './load.module.css'
import { LoadRow } from './load-row'

type Props = { list: OrganizationList; asked: Asked; keeps: boolean }

/** The organizations that were asked for, with what they carry. */
export function OrganizationRows({ list: { items, next, total }, asked, keeps }: Props) {
  return (
    <Stack>
      <Search {...asked} />
      <Row spread>
        <b>{words('places.total', { count: total })}</b>
        <Shows asked={asked} keeps={keeps} />
      </Row>
      {items.length === 0 ? (
        <Nothing {...asked} />
      ) : (
        <ul className={css.rows} aria-label={words('places.list')} data-rows="">
          {items.map((organization) => (
            <LoadRow key={organization.slug} organization={organization} />
          ))}
        </ul>
      )}
      {next && (
        <Pager
          label={words('places.pages')}
          next={{ href: addressOf({ ...asked, after: next }), label: words('places.next') }}
        >
          {words('places.range', { first: items[0]?.name ?? '', last: items.at(-1)?.name ?? '' })}
        </Pager>
      )}
    </Stack>
  )
}

const Search = ({ q, show }: Asked) => (
  <search>
    <form action="/organizations">
      {show && <input type="hidden" name="show" value={show} />}
      <InlineFields>
        <TextField name="q" id="organizations-q" label={words('places.find')} type="search" defaultValue={q} />
        <SubmitButton variant="plain">{words('places.findSend')}</SubmitButton>
      </InlineFields>
    </form>
  </search>
)

function Shows({ asked: { q, show }, keeps }: { asked: Asked; keeps: boolean }) {
  const all = [undefined, 'assigned', 'overdue', ...(keeps ? ['archived' as const] : [])] as const
  const items = all.map((one) => ({
    href: addressOf({ q, show: one }),
    label: words(`places.show.${one ?? 'all'}`),
    current: one === show,
  }))
  return <Views label={words('places.shows')} items={items} />
}

/** Why there is nothing, and which filter to loosen. */
function Nothing({ q, show, after }: Asked) {
  const all = <LinkButton href="/organizations">{words('places.showAll')}</LinkButton>
  if (q || after) {
    return (
      <Empty title={words('places.notFound')} action={all}>
        {words('places.notFoundAbout')}
      </Empty>
    )
  }
  if (show === 'overdue') return <Empty title={words('places.nothingOverdue')} action={all} />
  if (show === 'assigned') return <Empty title={words('places.nothingAssigned')} action={all} />
  if (show === 'archived') return <Empty title={words('places.nothingArchived')} action={all} />
  return <Empty title={words('places.none')}>{words('places.noneAbout')}</Empty>
}
