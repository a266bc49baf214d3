import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { Row, Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { DueSoon, Muted, Overdue } from '@/app/_ui/text'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import { distanceInWords } from '@/lib/domain/due-dates'
import type { Attention as Item } from '@/lib/overview/attention'
import type { Dashboard } from '@/lib/overview/dashboard'
import { dateInWords, listInWords, t } from '@/lib/platform/i18n'

const most = { soon: 3, unassigned: 3 }

/** The work that has been overdue the longest, the work that is due next, and the work without an organization. */
export function Attention({ seen: { attention, recommendations, today } }: { seen: Dashboard }) {
  const { overdue } = attention
  const soon = attention.soon.slice(0, most.soon)
  const unassigned = attention.unassigned.slice(0, most.unassigned)
  return (
    <Section title={t('dashboard.attention')} actions={<Counts recommendations={recommendations} />}>
      {overdue.length + soon.length + unassigned.length === 0 ? (
        <Muted>{t('dashboard.calm')}</Muted>
      ) : (
        <Rows>
          {[...overdue, ...soon].map((item) => (
            <One key={item.key} item={item}>
              {item.dueOn && <Falling dueOn={item.dueOn} today={today} />}
              {item.dueOn && t('dashboard.since', { date: dateInWords(item.dueOn), who: whoIsBehind(item) })}
            </One>
          ))}
          {unassigned.map((item) => (
            <One key={item.key} item={item}>
              {t('dashboard.nobody')}
            </One>
          ))}
        </Rows>
      )}
    </Section>
  )
}

/** The number of each kind, with a link to all of them. */
function Counts({ recommendations: { overdue, soon, action } }: { recommendations: Dashboard['recommendations'] }) {
  const unassigned = action.byStatus.unassigned ?? 0
  const all = [
    {
      count: overdue,
      href: recommendationListAddress({ due: 'overdue' }),
      label: t('dashboard.late', { count: overdue }),
    },
    { count: soon, href: recommendationListAddress({ due: 'soon' }), label: t('dashboard.soon', { count: soon }) },
    {
      count: unassigned,
      href: recommendationListAddress({ status: ['unassigned'] }),
      label: t('dashboard.unassigned', { count: unassigned }),
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
      <NamedRecommendation item={item} />
      <div>
        <small>{children}</small>
      </div>
    </div>
  </li>
)

function Falling({ dueOn, today }: { dueOn: string; today: string }) {
  const { note, tone } = distanceInWords(dueOn, today)
  return tone === 'late' ? <Overdue>{note}</Overdue> : <DueSoon>{t('list.dueSoon', { note })}</DueSoon>
}

/** Returns the organizations of these assignments. If there is only one, returns its owner too. */
function whoIsBehind({ behind = [], others = 0 }: Item) {
  const [first, ...more] = behind
  if (first && !first.group && more.length === 0) {
    return t('dashboard.owned', { name: first.name, owner: first.owner ?? t('dashboard.noOwner') })
  }
  const names = behind.map(({ name, count, group }) => (group ? t('dashboard.members', { name, count }) : name))
  return listInWords(others > 0 ? [...names, t('dashboard.others', { count: others })] : names)
}
