import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { myWorkAddress } from '@/app/_addresses/my-work'
import { paramsIn } from '@/app/_addresses/recommendation-list'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page, PageHead } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { Rows } from '@/app/_ui/rows'
import { queuesFor } from '@/lib/overview/queues'
import { type TaskKind, taskKinds } from '@/lib/overview/task-sources'
import { type Tasks, tasksOf } from '@/lib/overview/tasks'
import type { SignedIn } from '@/lib/people/session'
import { t } from '@/lib/platform/i18n'
import { EmptyQueue } from './empty-queue'
import { Done } from './finished'
import { Kinds, totalOf } from './kinds'
import { OfOrganizations } from './of-organizations'
import { QueueLinks } from './queue-links'
import { keyOf, TaskRow } from './task-row'

export const generateMetadata = pageTitle('myWork.title')

/** All that the reader has to do, the most urgent first. Below it, what is late in other organizations, and what is done. */
export default async function MyWorkPage({ searchParams }: PageProps<'/my-work'>) {
  const actor = await requireUser()
  const params = paramsIn(await searchParams)
  const kind = taskKinds.find((one) => one === params.get('kind'))
  const after = params.get('after') ?? undefined
  const tasks = await tasksOf(actor, { kind, after, page: Number(params.get('page')) })
  const { work, counts } = tasks
  const first = tasks.page === 1 && !after
  const queues = first ? await queuesFor(actor) : []
  return (
    <Page>
      <PageHead title={t('myWork.count', totalOf(counts))}>
        <OfOrganizations work={work} />
      </PageHead>
      <Kinds counts={counts} shown={kind} />
      <List tasks={tasks} actor={actor} kind={kind} follows={queues.length > 0} />
      {queues.length > 0 && <QueueLinks queues={queues} />}
      {first && !kind && work.done.total > 0 && <Done done={work.done} actor={actor} />}
    </Page>
  )
}

type ListProps = { tasks: Tasks; actor: SignedIn; kind: TaskKind | undefined; follows: boolean }

function List({ tasks, actor, kind, follows }: ListProps) {
  const { items, counts, page } = tasks
  const first = page === 1
  if (items.length === 0 && (kind || !first)) {
    return <EmptyState title={t('myWork.noneOfKind')} action={<a href={myWorkAddress()}>{t('myWork.showAll')}</a>} />
  }
  if (items.length === 0 && (follows || actor.organizations.length > 0)) {
    return <EmptyState title={t('myWork.none')}>{t('myWork.emptyAbout')}</EmptyState>
  }
  if (items.length === 0) return <EmptyQueue actor={actor} />
  return (
    <>
      <Rows columns="work" ordered label={t('myWork.title')}>
        {items.map((task, place) => (
          <TaskRow key={keyOf(task)} task={task} actor={actor} main={first && place === 0} />
        ))}
      </Rows>
      <Onward tasks={tasks} kind={kind} total={totalOf(counts.filter((one) => !kind || one.kind === kind))} />
    </>
  )
}

type OnwardProps = { tasks: Tasks; kind: TaskKind | undefined; total: ReturnType<typeof totalOf> }

function Onward({ tasks: { items, next, page, before }, kind, total }: OnwardProps) {
  if (next === null && page === 1) return null
  return (
    <Pager
      label={t('myWork.pages')}
      previous={page === 1 ? undefined : { href: myWorkAddress({ kind, page: page - 1 }), label: t('myWork.previous') }}
      next={
        next === null
          ? undefined
          : { href: myWorkAddress({ kind, page: page + 1, after: next }), label: t('list.next') }
      }
    >
      {t('myWork.shown', { first: before + 1, last: before + items.length, ...total })}
    </Pager>
  )
}
