import { Disclosure } from '@/app/_ui/disclosure'
import { Section } from '@/app/_ui/layout'
import { Rec } from '@/app/_ui/rec'
import { Rows } from '@/app/_ui/rows'
import { Status } from '@/app/_ui/status'
import type { MyWork } from '@/lib/overview/my-work'
import type { SignedIn } from '@/lib/people/session'
import { words } from '@/lib/platform/i18n'
import { shortKey } from '@/lib/recommendations/key'
import { listOf } from '../recommendations/_list/address'
import { pathOf } from '../recommendations/[key]/address'

type Props = { done: MyWork['done']; actor: SignedIn }

/** What waits for nothing any more, folded away. */
export function Done({ done: { items, total }, actor: { organizations } }: Props) {
  return (
    <Section>
      <Disclosure summary={words('work.done', { count: total })}>
        <Rows columns="named">
          {items.map(({ recommendation: { key, code, title }, assignment: { id, status, organization } }) => (
            <li key={id}>
              <div>
                <Rec href={pathOf(key)} short={shortKey(key, code)} title={title} light />
                {organizations.length !== 1 && <small>{organization.name}</small>}
              </div>
              <Status status={status} label={words(`status.${status}`)} />
            </li>
          ))}
        </Rows>
        {total > items.length && (
          <p>
            <small>{words('work.doneSome', { shown: items.length })}</small>
          </p>
        )}
        {organizations.map(({ slug, name }) => (
          <p key={slug}>
            <small>
              <a href={listOf({ view: 'assignments', organization: slug })}>{words('work.doneAll', { name })}</a>
            </small>
          </p>
        ))}
      </Disclosure>
    </Section>
  )
}
