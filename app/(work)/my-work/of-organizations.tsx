import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { OverdueLink } from '@/app/(work)/_components/overdue-link'
import type { MyWork } from '@/lib/overview/my-work'
import { t } from '@/lib/platform/i18n'

/** How many organizations are named. The others are only counted. */
const most = 3

/** The assignments of each of the reader's organizations, with links to their lists. */
export const OfOrganizations = ({ work: { own } }: { work: Pick<MyWork, 'own'> }) => (
  <>
    {own.slice(0, most).map((one) => (
      <Own key={one.slug} {...one} />
    ))}
    {own.length > most && <div>{t('myWork.more', { count: own.length - most })}</div>}
  </>
)

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
