import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { paramsIn, recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { Page, PageHead, Section } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { Rows } from '@/app/_ui/rows'
import { waitingDateRequests } from '@/lib/overview/date-requests'
import { firstWork, type MyWork, myWork } from '@/lib/overview/my-work'
import { workNotAccepted } from '@/lib/overview/not-accepted'
import { overdueSteps } from '@/lib/overview/overdue-steps'
import { type Queue, queuesFor } from '@/lib/overview/queues'
import { claimsToReview } from '@/lib/overview/review-queue'
import type { SignedIn } from '@/lib/people/session'
import { today } from '@/lib/platform/clock'
import { t } from '@/lib/platform/i18n'
import { Claims } from './claims'
import { DateRequests } from './date-requests'
import { EmptyQueue } from './empty-queue'
import { Done } from './finished'
import { WorkNotAccepted } from './not-accepted'
import { OverdueSteps } from './overdue-steps'
import { Queues } from './queues'
import { Title } from './title'
import { UnassignedRow } from './unassigned-row'
import { WorkRow } from './work-row'

const none = { total: 0, items: [] }
const noClaims = { count: 0, items: [] }

export const generateMetadata = pageTitle('myWork.title')

/** The work of the reader and their organizations, then the work to follow up in all organizations. */
export default async function MyWorkPage({ searchParams }: PageProps<'/my-work'>) {
  const actor = await requireUser()
  const { work, first } = await pageOf(actor, paramsIn(await searchParams).get('after') ?? undefined)
  const [queues, requests, refused, steps, claims] = first
    ? await Promise.all([
        queuesFor(actor),
        waitingDateRequests(actor),
        workNotAccepted(actor),
        overdueSteps(actor),
        claimsToReview(actor),
      ])
    : [[], none, none, none, noClaims]
  return (
    <Page>
      <PageHead title={<Title work={work} queues={queues} requests={requests.total} refused={refused.total} />} />
      <Own work={work} actor={actor} first={first} queues={queues} />
      {steps.total > 0 && <OverdueSteps steps={steps} />}
      {claims.count > 0 && <Claims claims={claims} />}
      {requests.total > 0 && <DateRequests requests={requests} />}
      {refused.total > 0 && <WorkNotAccepted found={refused} />}
      {queues.length > 0 && <Queues queues={queues} today={today()} />}
      {first && work.unassigned.total > 0 && <Unassigned unassigned={work.unassigned} />}
      {first && work.done.total > 0 && <Done done={work.done} actor={actor} />}
    </Page>
  )
}

/** Returns the page of the list that the URL asks for, or the first one if the place is not in the list. */
async function pageOf(actor: SignedIn, after: string | undefined) {
  const later = after === undefined ? undefined : await myWork(actor, { after })
  return later?.ok ? { work: later.value, first: false } : { work: await firstWork(actor, 50), first: true }
}

type OwnProps = { work: MyWork; actor: SignedIn; first: boolean; queues: readonly Queue[] }

/** The open work of the reader and their organizations. It has a heading if the work of others follows. */
function Own({ work, actor, first, queues }: OwnProps) {
  if (work.total === 0 && queues.length > 0) return null
  if (work.total === 0 && actor.organizations.length > 0) {
    return <p>{t('myWork.emptyAbout')}</p>
  }
  if (work.total === 0) return <EmptyQueue actor={actor} />
  const rows = (
    <>
      <Rows columns="work" ordered label={t('myWork.title')}>
        {work.items.map((item, place) => (
          <WorkRow key={item.assignment.id} item={item} actor={actor} main={first && place === 0} />
        ))}
      </Rows>
      {(work.next !== null || !first) && <Onward work={work} first={first} />}
    </>
  )
  return queues.length > 0 ? <Section title={t('dashboard.forYou')}>{rows}</Section> : rows
}

const Onward = ({ work: { items, next, total }, first }: { work: MyWork; first: boolean }) => (
  <Pager
    label={t('myWork.pages')}
    previous={first ? undefined : { href: '/my-work', label: t('list.first') }}
    next={next === null ? undefined : { href: `/my-work?after=${next}`, label: t('list.next') }}
  >
    {t('myWork.shown', { shown: items.length, count: total })}
  </Pager>
)

const Unassigned = ({ unassigned: { items, total } }: { unassigned: MyWork['unassigned'] }) => (
  <Section
    title={t('myWork.unassigned', { count: total })}
    actions={
      <small>
        <a href={recommendationListAddress({ status: ['unassigned'] })}>{t('list.all', { count: total })}</a>
      </small>
    }
  >
    <Rows columns="work">
      {items.map((item) => (
        <UnassignedRow key={item.key} item={item} />
      ))}
    </Rows>
  </Section>
)
