import { Row, Section } from '@/app/_ui/layout'
import { Rec } from '@/app/_ui/rec'
import { Rows } from '@/app/_ui/rows'
import { Late, Quiet } from '@/app/_ui/text'
import { distanceInWords } from '@/lib/assignments/due'
import type { Dashboard } from '@/lib/overview/dashboard'
import { dateInWords, words } from '@/lib/platform/i18n'
import { shortKey } from '@/lib/recommendations/key'
import { listOf } from '../recommendations/_list/address'
import { pathOf } from '../recommendations/[key]/address'

/** What is overdue the longest, and what nobody has. */
export function Attention({ seen: { late, work, assignments, recommendations, today } }: { seen: Dashboard }) {
  const unassigned = work.unassigned.items.slice(0, 3)
  const withNobody = recommendations.byStatus.unassigned ?? 0
  return (
    <Section
      title={words('dashboard.attention')}
      actions={
        <Row>
          {assignments.overdue > 0 && (
            <small>
              <a href={listOf({ view: 'assignments', due: 'overdue' })}>
                {words('dashboard.allOverdue', { count: assignments.overdue })}
              </a>
            </small>
          )}
          {withNobody > 0 && (
            <small>
              <a href={listOf({ status: ['unassigned'] })}>{words('dashboard.allUnassigned', { count: withNobody })}</a>
            </small>
          )}
        </Row>
      }
    >
      {late.length + unassigned.length === 0 ? (
        <Quiet>{words('dashboard.calm')}</Quiet>
      ) : (
        <Rows>
          {late.map(({ recommendation: { key, code, title }, assignment: { id, dueOn, organization, owner } }) => (
            <li key={id}>
              <div>
                <Rec href={pathOf(key)} short={shortKey(key, code)} title={title} />
                <div>
                  <small>
                    <Late>{distanceInWords(dueOn, today).note}</Late>
                    {words('dashboard.since', {
                      date: dateInWords(dueOn),
                      organization: organization.name,
                      owner: owner ?? words('dashboard.noOwner'),
                    })}
                  </small>
                </div>
              </div>
            </li>
          ))}
          {unassigned.map(({ key, code, title }) => (
            <li key={key}>
              <div>
                <Rec href={pathOf(key)} short={shortKey(key, code)} title={title} />
                <div>
                  <small>{words('dashboard.nobody')}</small>
                </div>
              </div>
            </li>
          ))}
        </Rows>
      )}
    </Section>
  )
}
