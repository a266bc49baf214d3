import { type CycleState, cycleAddress } from '@/app/_addresses/cycle'
import { Section } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { Cell, RowHeader, Table, TableRow } from '@/app/_ui/table'
import type { Cycle } from '@/lib/cycles/cycle'
import type { OfOrganization, organizationsOf } from '@/lib/cycles/results'
import type { Actor } from '@/lib/domain/actor'
import { inFigures, t } from '@/lib/platform/i18n'
import type { CycleAnswer } from '@/prisma/generated/enums'

type Props = { actor: Actor; cycle: Cycle; page: Awaited<ReturnType<typeof organizationsOf>>; state: CycleState }

const answers = ['answered', 'late', 'not_answered', 'closed'] as const

/** How many assignments of each organization have answered. Each number opens the list of them. */
export function Organizations({ actor, cycle, page: { items, next, total }, state }: Props) {
  const columns = (['organization', 'asked', ...answers] as const).map((one) => t(`cycle.columns.${one}`))
  return (
    <Section id="organizations" title={t('cycle.organizations', { count: total })}>
      {total > 1 && (
        <p>
          <small>{t('cycle.order', { own: actor.organizationIds.length > 0 ? 'yes' : 'no' })}</small>
        </p>
      )}
      <Table label={t('cycle.organizations', { count: total })} columns={columns} dense>
        {items.map((row) => (
          <TableRow key={row.organization.slug}>
            <RowHeader>
              <a href={cycleAddress(cycle.id, { organization: row.organization.slug }, 'assignments')} dir="auto">
                {row.organization.name}
              </a>
            </RowHeader>
            <Cell label={t('cycle.columns.asked')}>{inFigures(row.counts.asked)}</Cell>
            {answers.map((answer) => (
              <Cell key={answer} label={t(`cycle.columns.${answer}`)}>
                <Counted cycle={cycle} row={row} answer={answer} />
              </Cell>
            ))}
          </TableRow>
        ))}
      </Table>
      {(next !== null || state.organizations !== undefined) && (
        <Pager
          label={t('cycle.pagesOrganizations')}
          previous={
            state.organizations === undefined
              ? undefined
              : { href: cycleAddress(cycle.id, {}, 'organizations'), label: t('list.first') }
          }
          next={
            next === null
              ? undefined
              : { href: cycleAddress(cycle.id, { organizations: next }, 'organizations'), label: t('list.next') }
          }
        />
      )}
    </Section>
  )
}

type CountedProps = { cycle: Cycle; row: OfOrganization; answer: CycleAnswer }

function Counted({ cycle, row: { organization, counts }, answer }: CountedProps) {
  const count = counts[answer]
  // On a phone, an empty cell takes no room.
  if (count === 0) return null
  const label = t('cycle.open', { organization: organization.name, count, answer: t(`cycle.answer.${answer}`) })
  return (
    <a href={cycleAddress(cycle.id, { organization: organization.slug, answer }, 'assignments')} aria-label={label}>
      {inFigures(count)}
    </a>
  )
}
