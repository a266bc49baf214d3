import { LinkButton } from '@/app/_ui/button'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Quiet } from '@/app/_ui/text'
import type { Dashboard } from '@/lib/overview/dashboard'
import { readsAllAudiences } from '@/lib/people/actor'
import type { SignedIn } from '@/lib/people/session'
import { words } from '@/lib/platform/i18n'
import { NamedRec } from '../named'
import { NextStep } from '../next-step'
import { listOf } from '../recommendations/_list/address'
import { addressOf } from '../recommendations/[key]/address'
import { WhyNow } from '../why-now'

type Props = { actor: SignedIn; seen: Dashboard }

/** The first few things that are on the reader, each with its next step. */
export function OnMe({ actor, seen: { work, assignments, today } }: Props) {
  const { items, total, unassigned } = work
  const open = unassigned.items.slice(0, items.length > 1 ? 1 : 3)
  const all = total + unassigned.total
  return (
    <Section
      card
      screen
      title={words('dashboard.onMe')}
      actions={
        all > 0 && (
          <small>
            <a href="/my-work">{words('dashboard.myWork', { count: all })}</a>
          </small>
        )
      }
    >
      {readsAllAudiences(actor) && <ToReview {...assignments} />}
      {all === 0 && !readsAllAudiences(actor) && <Quiet>{words('dashboard.nothingOnMe')}</Quiet>}
      <Rows>
        {items.slice(0, 3).map((item, place) => (
          <li key={item.assignment.id}>
            <Stack gap="tight">
              <WhyNow item={item} today={today} />
              <div>
                <NamedRec item={item.recommendation} light />
                {actor.organizations.length !== 1 && <small>{item.assignment.organization.name}</small>}
              </div>
              <Row>
                <NextStep item={item} main={place === 0} />
              </Row>
            </Stack>
          </li>
        ))}
        {open.map((item) => (
          <li key={item.key}>
            <Stack gap="tight">
              <b>{words('dashboard.nobody')}</b>
              <div>
                <NamedRec item={item} light />
              </div>
              <Row>
                <LinkButton href={addressOf(item.key, { assign: 'open' }, 'assignments')}>
                  {words('work.next.assign')}
                </LinkButton>
              </Row>
            </Stack>
          </li>
        ))}
      </Rows>
    </Section>
  )
}

/** For who looks after the work of all organizations: what is late, and what is to be verified. */
function ToReview({ overdue, byStatus: { implemented = 0 } }: Dashboard['assignments']) {
  if (overdue + implemented === 0) return <Quiet>{words('dashboard.nothingToReview')}</Quiet>
  return (
    <ul>
      {overdue > 0 && (
        <li>
          <a href={listOf({ view: 'assignments', due: 'overdue' })}>{words('dashboard.overdue', { count: overdue })}</a>
        </li>
      )}
      {implemented > 0 && (
        <li>
          <a href={listOf({ view: 'assignments', assignment: ['implemented'] })}>
            {words('dashboard.toVerify', { count: implemented })}
          </a>
        </li>
      )}
    </ul>
  )
}
