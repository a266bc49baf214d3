import { Late } from '@/app/_ui/text'
import type { MyWork } from '@/lib/overview/my-work'
import type { Queue } from '@/lib/overview/queues'
import { words } from '@/lib/platform/i18n'
import { Linked } from '../linked'
import { listOf } from '../recommendations/_list/address'

const late = { view: 'assignments', due: 'overdue' }

/** How many organizations the title says; of the others it says how many. */
const most = 3

/** Of each organization of the reader's, what is still to be done; without one, what is for the reader, or late at all. */
export function Title({ work: { own, total, unassigned }, queues }: { work: MyWork; queues: readonly Queue[] }) {
  if (own.length > 0) {
    return (
      <>
        {own.slice(0, most).map((one) => (
          <Own key={one.slug} {...one} />
        ))}
        {own.length > most && <div>{words('work.more', { count: own.length - most })}</div>}
      </>
    )
  }
  if (total > 0) return words('work.count', { count: total })
  const overdue = queues.find(({ name }) => name === 'overdue')?.total ?? 0
  if (overdue > 0) {
    return <Linked text={words('work.late', { count: overdue })} to={{ overdue: listOf(late) }} />
  }
  return unassigned.total > 0 ? words('work.toAssign', { count: unassigned.total }) : words('work.title')
}

function Own({ slug, name, pending, overdue }: MyWork['own'][number]) {
  const whose = { view: 'assignments', organization: slug }
  return (
    <div>
      {words('dashboard.own', { name })}{' '}
      {pending === 0 ? (
        words('work.nothing')
      ) : (
        <a href={listOf({ ...whose, assignment: ['pending'] })}>{words('work.pending', { count: pending })}</a>
      )}
      {overdue > 0 && (
        <>
          {', '}
          <Late>
            <a href={listOf({ ...whose, due: 'overdue' })}>{words('dashboard.overdue', { count: overdue })}</a>
          </Late>
        </>
      )}
    </div>
  )
}
