import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { OverdueLink } from '@/app/(work)/_components/overdue-link'
import { TextWithLinks } from '@/app/(work)/_components/text-with-links'
import type { MyWork } from '@/lib/overview/my-work'
import type { Queue } from '@/lib/overview/queues'
import { t } from '@/lib/platform/i18n'

const late = { view: 'assignments', due: 'overdue' }

/** The number of organizations that the title names. It only counts the others. */
const most = 3

type Props = { work: MyWork; queues: readonly Queue[]; requests: number; refused: number }

/**
 * Returns the open work of each of the reader's organizations. Without an organization, returns what is for the reader,
 * or late.
 */
export function Title({ work: { own, total, unassigned }, queues, requests, refused }: Props) {
  if (own.length > 0) {
    return (
      <>
        {own.slice(0, most).map((one) => (
          <Own key={one.slug} {...one} />
        ))}
        {own.length > most && <div>{t('myWork.more', { count: own.length - most })}</div>}
      </>
    )
  }
  if (total > 0) return t('myWork.count', { count: total })
  const overdue = queues.find(({ name }) => name === 'overdue')?.total ?? 0
  if (overdue > 0) {
    return (
      <TextWithLinks text={t('myWork.late', { count: overdue })} to={{ overdue: recommendationListAddress(late) }} />
    )
  }
  if (requests > 0) return t('dates.queue', { count: requests })
  if (refused > 0) return t('answer.queue', { count: refused })
  return unassigned.total > 0 ? t('myWork.toAssign', { count: unassigned.total }) : t('myWork.title')
}

function Own({ slug, name, pending, overdue }: MyWork['own'][number]) {
  const whose = { view: 'assignments', organization: slug }
  return (
    <div>
      {t('dashboard.own', { name })}{' '}
      {pending === 0 ? (
        t('myWork.nothing')
      ) : (
        <a href={recommendationListAddress({ ...whose, assignment: ['pending'] })}>
          {t('myWork.pending', { count: pending })}
        </a>
      )}
      {overdue > 0 && (
        <>
          {', '}
          <OverdueLink count={overdue} whose={{ organization: slug }} />
        </>
      )}
    </div>
  )
}
