import { LinkButton } from '@/app/_ui/button'
import { Section, Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Quiet } from '@/app/_ui/text'
import type { MyWork } from '@/lib/overview/my-work'
import { words } from '@/lib/platform/i18n'
import { shortKey } from '@/lib/recommendations/key'
import { NextStep } from '../next-step'
import { addressOf, pathOf } from '../recommendations/[key]/address'
import { WhyNow } from '../why-now'

/** The first few things that are on the reader, each with its next step. */
export function OnMe({ work: { items, total, unassigned }, today }: { work: MyWork; today: string }) {
  const open = unassigned.items.slice(0, items.length > 1 ? 1 : 3)
  const all = total + unassigned.total
  return (
    <Section
      card
      title={words('dashboard.onMe')}
      actions={
        all > 0 && (
          <small>
            <a href="/my-work">{words('dashboard.myWork')}</a>
          </small>
        )
      }
    >
      {all === 0 && <Quiet>{words('dashboard.nothingOnMe')}</Quiet>}
      <Rows>
        {items.slice(0, 3).map((item, place) => {
          const { key, code, title } = item.recommendation
          return (
            <li key={item.assignment.id}>
              <Stack gap="tight">
                <WhyNow item={item} today={today} />
                <a href={pathOf(key)}>
                  {words('dashboard.duty', {
                    organization: item.assignment.organization.name,
                    short: shortKey(key, code),
                    title,
                  })}
                </a>
                <div>
                  <NextStep item={item} main={place === 0} />
                </div>
              </Stack>
            </li>
          )
        })}
        {open.map(({ key, code, title }) => (
          <li key={key}>
            <Stack gap="tight">
              <a href={pathOf(key)}>{words('dashboard.undone', { short: shortKey(key, code), title })}</a>
              <div>
                <LinkButton href={addressOf(key, { assign: 'open' }, 'assignments')}>
                  {words('work.next.assign')}
                </LinkButton>
              </div>
            </Stack>
          </li>
        ))}
      </Rows>
    </Section>
  )
}
