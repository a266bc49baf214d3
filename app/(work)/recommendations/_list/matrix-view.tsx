import { shownListAddress } from '@/app/_addresses/recommendation-list'
import { Matrix } from '@/app/_ui/matrix'
import { isNarrow } from '@/app/_ui/matrix-data'
import { Legend } from '@/app/_ui/status-bar'
import { naming } from '@/app/(work)/_components/recommendation-reference'
import { mayAssign } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { countForms, t } from '@/lib/platform/i18n'
import { facetsOf } from '@/lib/register/facets'
import { optionsOf } from '@/lib/register/filter-options'
import type { Shown } from '@/lib/register/filters'
import { matrixOf } from '@/lib/register/matrix'
import { type MatrixRow, matrixPageOf, matrixRowsOf } from '@/lib/register/matrix-page'
import { type PageQuery, readPage } from '@/lib/register/page-query'
import { AssignmentStatus } from '@/prisma/generated/enums'
import { Filtered } from './filters'
import { Head, ListHeader } from './list-header'
import { ListPager } from './list-pager'
import { contentsOf, rowOf } from './matrix-contents'
import { NoResults } from './no-results'

type Props = { actor: Actor; query: PageQuery }

/** A matrix of recommendations by organizations. The members of a group are one column, which opens. */
export async function MatrixView({ actor, query }: Props) {
  const { shown, scope } = query
  const [facets, options, { page, lost }] = await Promise.all([
    facetsOf(scope),
    optionsOf(scope),
    readPage(query, (wanted) => matrixPageOf(wanted, shown.open)),
  ])
  const { total } = facets
  const rows = await matrixRowsOf(page.ids)
  return (
    <>
      <Head title={t('list.matrix.title')} query={query} lost={lost} />
      <Filtered query={query} options={options} counts={facets} above>
        <ListHeader query={query} count={<Counted shown={shown} total={total} noted={facets.status.noted ?? 0} />} />
        {total === 0 ? (
          <NoResults query={query} />
        ) : (
          <Contents actor={actor} query={query} ids={page.ids} rows={rows.filter(({ status }) => status !== 'noted')} />
        )}
        <ListPager shown={shown} next={page.next} />
      </Filtered>
    </>
  )
}

async function Contents({ actor, query, ids, rows }: Props & { ids: string[]; rows: MatrixRow[] }) {
  const { shown, scope } = query
  const { columns, over, cells } = contentsOf(await matrixOf(ids, scope.today, shown.open, scope), shown, scope.today)
  const named = { nameOf: await naming(), assigning: mayAssign(actor) }
  const statuses = Object.values(AssignmentStatus).map((status) => ({ status, label: t(`status.${status}`) }))
  return (
    <>
      <Legend items={statuses}>
        {t('list.matrix.unassigned')}
        {isNarrow(columns) && <span>{t('list.matrix.late')}</span>}
      </Legend>
      <Matrix
        columns={columns}
        over={over}
        rows={rows.map((row) => rowOf(row, cells, named))}
        statuses={Object.fromEntries(statuses.map(({ status, label }) => [status, label]))}
        words={{
          label: t('list.matrix.label'),
          corner: t('list.column.recommendation'),
          names: t('list.matrix.names'),
          more: countForms('list.matrix.columns'),
        }}
      />
    </>
  )
}

type CountedProps = { shown: Shown; total: number; noted: number }

/** Unassigned findings are counted but have no row. This says so, with a link to them. */
const Counted = ({ shown, total, noted }: CountedProps) => (
  <>
    {t('list.count', { count: total })}
    {noted > 0 && (shown.status.length === 0 || shown.status.includes('noted')) && (
      <small>
        {' '}
        {t('list.matrix.noted', { count: noted })}{' '}
        <a href={shownListAddress(shown, { view: 'list', open: undefined, status: ['noted'] })} data-screen="">
          {t('list.matrix.showNoted', { count: noted })}
        </a>
      </small>
    )}
  </>
)
