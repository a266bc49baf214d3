import { Row, Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Late, Quiet, Soon } from '@/app/_ui/text'
import { distanceInWords } from '@/lib/assignments/due'
import type { Attention as Item } from '@/lib/overview/attention'
import type { Dashboard } from '@/lib/overview/dashboard'
import { dateInWords, listInWords, words } from '@/lib/platform/i18n'
import { NamedRec } from '../named'
import { listOf } from '../recommendations/_list/address'

const most = { soon: 3, unassigned: 3 }

/** What is overdue the longest, what will be next, and what nobody has. */
export function Attention({ seen: { attention, recommendations, today } }: { seen: Dashboard }) {
  const { overdue } = attention
  const soon = attention.soon.slice(0, most.soon)
  const unassigned = attention.unassigned.slice(0, most.unassigned)
  return (
    <Section title={words('dashboard.attention')} actions={<Counts recommendations={recommendations} />}>
      {overdue.length + soon.length + unassigned.length === 0 ? (
        <Quiet>{words('dashboard.calm')}</Quiet>
      ) : (
        <Rows>
          {[...overdue, ...soon].map((item) => (
            <One key={item.key} item={item}>
              {item.dueOn && <Falling dueOn={item.dueOn} today={today} />}
              {item.dueOn && words('dashboard.since', { date: dateInWords(item.dueOn), who: whoIsBehind(item) })}
            </One>
          ))}
          {unassigned.map((item) => (
            <One key={item.key} item={item}>
              {words('dashboard.nobody')}
            </One>
          ))}
        </Rows>
      )}
    </Section>
  )
}

/** How many there are of each sort: each leads to all of them. */
function Counts({ recommendations: { overdue, soon, action } }: { recommendations: Dashboard['recommendations'] }) {
  const unassigned = action.byStatus.unassigned ?? 0
  const all = [
    { count: overdue, href: listOf({ due: 'overdue' }), label: words('dashboard.late', { count: overdue }) },
    { count: soon, href: listOf({ due: 'soon' }), label: words('dashboard.soon', { count: soon }) },
    {
      count: unassigned,
      href: listOf({ status: ['unassigned'] }),
      label: words('dashboard.unassigned', { count: unassigned }),
    },
  ]
  return (
    <Row>
      {all.map(
        ({ count, href, label }) =>
          count > 0 && (
            <small key={href}>
              <a href={href}>{label}</a>
            </small>
          ),
      )}
    </Row>
  )
}

const One = ({ item, children }: { item: Item; children: React.ReactNode }) => (
  <li>
    <div>
      <NamedRec item={item} />
      <div>
        <small>{children}</small>
      </div>
    </div>
  </li>
)

function Falling({ dueOn, today }: { dueOn: string; today: string }) {
  const { note, tone } = distanceInWords(dueOn, today)
  return tone === 'late' ? <Late>{note}</Late> : <Soon>{words('list.dueSoon', { note })}</Soon>
}

/** Whose assignments these are; where it is one alone, who answers for it. */
function whoIsBehind({ behind = [], others = 0 }: Item) {
  const [first, ...more] = behind
  if (first && !first.group && more.length === 0) {
    return words('dashboard.owned', { name: first.name, owner: first.owner ?? words('dashboard.noOwner') })
  }
  const names = behind.map(({ name, count, group }) => (group ? words('dashboard.members', { name, count }) : name))
  return listInWords(others > 0 ? [...names, words('dashboard.others', { count: others })] : names)
}
