import { LinkButton } from '@/app/_ui/button'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Quiet } from '@/app/_ui/text'
import type { Dashboard } from '@/lib/overview/dashboard'
import { whomToAsk } from '@/lib/overview/whom-to-ask'
import type { SignedIn } from '@/lib/people/session'
import { words } from '@/lib/platform/i18n'
import { NamedRec } from '../named'
import { NextStep } from '../next-step'
import { addressOf } from '../recommendations/[key]/address'
import { WhyNow } from '../why-now'
import { WhomToAsk } from './whom-to-ask'

type Props = { actor: SignedIn; seen: Dashboard }

/** The first few things that are on the reader, each with its next step. */
export async function OnMe({ actor, seen: { work, today } }: Props) {
  const { items, total, unassigned } = work
  const open = unassigned.items.slice(0, items.length > 1 ? 1 : 3)
  const all = total + unassigned.total
  const onlyReads = actor.role === 'viewer' && actor.organizations.length === 0
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
      {all === 0 && <Quiet>{words('dashboard.nothingOnMe')}</Quiet>}
      {onlyReads && <WhomToAsk people={await whomToAsk()}>{words('dashboard.onlyReads')}</WhomToAsk>}
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
