import { Disclosure } from '@/app/_ui/disclosure'
import { Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Status } from '@/app/_ui/status'
import type { MyWork } from '@/lib/overview/my-work'
import type { SignedIn } from '@/lib/people/session'
import { words } from '@/lib/platform/i18n'
import { NamedRec } from '../named'
import { listOf } from '../recommendations/_list/address'
import { ReportedLate } from '../reported-late'

type Props = { done: MyWork['done']; actor: SignedIn }

/** What waits for nothing any more, folded away. */
export function Done({ done: { items, total }, actor: { organizations } }: Props) {
  return (
    <Section>
      <Disclosure summary={words('work.done', { count: total })}>
        <Rows columns="named">
          {items.map(({ recommendation, assignment }) => (
            <li key={assignment.id}>
              <div>
                <NamedRec item={recommendation} light />{' '}
                {organizations.length !== 1 && <small>{assignment.organization.name}</small>}
              </div>
              <div>
                <Status status={assignment.status} label={words(`status.${assignment.status}`)} />
                <ReportedLate assignment={assignment} />
              </div>
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
