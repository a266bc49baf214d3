import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { OverdueLink } from '@/app/(work)/_components/overdue-link'
import type { MyWork } from '@/lib/overview/my-work'
import { t } from '@/lib/platform/i18n'

/** The number of organizations that the title names. It only counts the others. */
const most = 3

type Props = { work: Pick<MyWork, 'own'>; tasks: { count: number; more: string } }

/** Returns the open work of each of the reader's organizations. Without an organization, returns how much is for the reader. */
export function Title({ work: { own }, tasks }: Props) {
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
  return t('myWork.count', tasks)
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
