import type { Metadata } from 'next'
import { cache } from 'react'
import { requireUser } from '@/app/_actions/require-user'
import { cycleAddress, doneInWords, readCycleState } from '@/app/_addresses/cycle'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { DoneNotice } from '@/app/_ui/done-notice'
import { Page, PageHead, Split } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { HistorySection } from '@/app/(work)/_components/history-section'
import { TrendSection } from '@/app/(work)/_components/trend'
import { NotFoundPage } from '@/app/not-found-page'
import { findCycle } from '@/lib/cycles/cycle'
import { mayRunCycles } from '@/lib/cycles/policy'
import { assignmentsOf, countsOf, organizationsOf } from '@/lib/cycles/results'
import { timelineOf } from '@/lib/history/timeline'
import { today } from '@/lib/platform/clock'
import { t } from '@/lib/platform/i18n'
import { wasRefused } from '@/lib/platform/request-scope'
import { whenInWords } from '../cycle-words'
import { Assignments } from './assignments'
import { CycleFacts } from './facts'
import { CycleButtons, CycleForms, possibleEdits } from './forms'
import { Organizations } from './organizations'
import { Preview, Rules, Summary } from './rules'

type Props = PageProps<'/cycles/[id]'>

/** Read once for the title and the page. */
const find = cache(findCycle)

async function requestOf({ params, searchParams }: Props) {
  const [actor, { id }, search] = [await requireUser(), await params, await searchParams]
  return { actor, state: readCycleState(search), cycle: await find(actor, id) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { cycle } = await requestOf(props)
  return { title: cycle?.name ?? t('shell.not_found.title') }
}

/** A reporting cycle: who has answered and who has not, now or when it was closed. */
export default async function CyclePage(props: Props) {
  const { actor, state, cycle } = await requestOf(props)
  if (!cycle) return <NotFoundPage />

  const { id, name } = cycle
  const [counted, organizations, assignments, chronicle] = await Promise.all([
    countsOf(actor, [cycle]),
    organizationsOf(actor, cycle, { after: state.organizations, urgentFirst: true }),
    assignmentsOf(actor, cycle, { ...state, after: state.from }),
    timelineOf(actor, { subject: { type: 'cycle', id }, after: state.after }),
  ])
  const counts = counted(cycle)
  const runs = mayRunCycles(actor)
  const edit = runs ? possibleEdits(cycle).find((one) => one === state.edit || wasRefused(`${one}-`)) : undefined
  const done = doneInWords(state.done)
  const shown = cycle.state === 'open' || cycle.state === 'closed'
  return (
    <Page>
      <PageHead
        title={name}
        above={
          <Breadcrumb label={t('cycle.path')} items={[{ label: t('cycle.title'), href: '/cycles' }, { label: name }]} />
        }
        actions={runs && <CycleButtons cycle={cycle} />}
      >
        <p>{whenInWords(cycle).join(' · ')}</p>
        {done && <DoneNotice>{done}</DoneNotice>}
        {cycle.state === 'cancelled' && <Notice tone="info">{t('cycle.cancelled')}</Notice>}
        {runs && cycle.state === 'open' && cycle.closesOn < today() && (
          <Notice tone="warning">{t('cycle.past')}</Notice>
        )}
      </PageHead>
      {edit && <CycleForms actor={actor} cycle={cycle} counts={counts} edit={edit} />}
      <Split aside={<CycleFacts cycle={cycle} />}>
        {shown && <Summary counts={counts} />}
        {cycle.state === 'planned' && <Preview cycle={cycle} />}
        <Rules cycle={cycle} />
      </Split>
      {shown && counts.asked > 0 && (
        <>
          <Organizations actor={actor} cycle={cycle} page={organizations} state={state} />
          <Assignments cycle={cycle} page={assignments} state={state} />
          <TrendSection
            actor={actor}
            whose={{ cycle: id }}
            shown={state}
            to={(trend) => cycleAddress(id, trend, 'trend')}
          />
        </>
      )}
      <HistorySection
        chronicle={chronicle}
        after={state.after}
        to={(after) => cycleAddress(id, { after }, 'history')}
      />
    </Page>
  )
}
