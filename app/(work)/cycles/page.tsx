import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { cycleAddress } from '@/app/_addresses/cycle'
import { pageAddress } from '@/app/_addresses/page-address'
import { paramsIn } from '@/app/_addresses/recommendation-list'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page, PageHead } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { Rows } from '@/app/_ui/rows'
import { TogglePanel } from '@/app/_ui/toggle-panel'
import { type CycleList, listCycles } from '@/lib/cycles/list-cycles'
import { mayRunCycles } from '@/lib/cycles/policy'
import { listDocuments } from '@/lib/documents/queries'
import { t } from '@/lib/platform/i18n'
import { AddForm } from './add-form'
import { countsInWords, partiesInWords, whenInWords } from './cycle-words'

export const generateMetadata = pageTitle('cycle.title')

/** The reporting cycles. Those that open last come first. */
export default async function CyclesPage({ searchParams }: PageProps<'/cycles'>) {
  const actor = await requireUser()
  const after = paramsIn(await searchParams).get('after') ?? undefined
  const runs = mayRunCycles(actor)
  const [{ items, next }, documents] = await Promise.all([
    listCycles(actor, { after }),
    runs ? listDocuments(actor, { limit: 200 }) : undefined,
  ])
  return (
    <Page>
      <PageHead title={t('cycle.title')}>
        <p>{t('cycle.about')}</p>
      </PageHead>
      {documents && (
        <TogglePanel label={t('cycle.add')} variant="main">
          <AddForm documents={documents.items} />
        </TogglePanel>
      )}
      {items.length === 0 ? (
        <EmptyState title={t('cycle.none')}>{t(runs ? 'cycle.noneAbout' : 'cycle.noneAboutReader')}</EmptyState>
      ) : (
        <Rows columns="equal" label={t('cycle.list')}>
          {items.map((cycle) => (
            <Line key={cycle.id} cycle={cycle} />
          ))}
        </Rows>
      )}
      {(next !== null || after !== undefined) && (
        <Pager
          label={t('cycle.pages')}
          previous={after === undefined ? undefined : { href: '/cycles', label: t('list.first') }}
          next={next === null ? undefined : { href: pageAddress('/cycles', { after: next }), label: t('list.next') }}
        />
      )}
    </Page>
  )
}

function Line({ cycle }: { cycle: CycleList['items'][number] }) {
  const { id, name, asks, state, document, counts } = cycle
  const [when, days] = whenInWords(cycle)
  const counted = state === 'open' || state === 'closed'
  return (
    <li>
      <div>
        <a href={cycleAddress(id)} dir="auto">
          {name}
        </a>
        <br />
        <small>{[document?.title ?? t('cycle.allDocuments'), partiesInWords(cycle)].join(' · ')}</small>
      </div>
      <div>
        {when}
        <br />
        <small>{days}</small>
      </div>
      <div>
        {t(`cycle.asksFor.${asks}`)}
        <br />
        <small>{counted && countsInWords(counts).join(', ')}</small>
      </div>
    </li>
  )
}
