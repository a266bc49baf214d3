import type { ReactNode } from 'react'
import { exportAddress, recommendationListAddress, shownListAddress } from '@/app/_addresses/recommendation-list'
import { LinkButton } from '@/app/_ui/button'
import { Chips } from '@/app/_ui/chips'
import { PageHead, Row } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { PrintButton } from '@/app/_ui/print-button'
import { Tabs } from '@/app/_ui/tabs'
import { t } from '@/lib/platform/i18n'
import type { FieldError } from '@/lib/platform/result'
import { filtersOf } from '@/lib/register/active-filters'
import { filterInWords } from '@/lib/register/filter-words'
import { type FilterName, type Shown, views } from '@/lib/register/filters'
import type { PageQuery } from '@/lib/register/page-query'

/** `lost` means that the place in the URL is not in this list. */
type HeadProps = { title: string; query: PageQuery; lost?: boolean | undefined }

/** Links to the whole list as a file. */
const Export = ({ shown }: { shown: Shown }) => (
  <Row screen>
    <small>
      <a href={exportAddress(shown, 'csv')}>{t('list.exportCsv')}</a>
    </small>
    <small>
      <a href={exportAddress(shown, 'csv', 'semicolon')}>{t('list.exportSemicolon')}</a>
    </small>
    <small>
      <a href={exportAddress(shown, 'json')}>{t('list.exportJson')}</a>
    </small>
    <LinkButton href={exportAddress(shown, 'xlsx')}>{t('list.export')}</LinkButton>
  </Row>
)

/** The title of the page, its exports, and the parts of its URL that could not be read. */
export const Head = ({ title, query: { shown, errors }, lost }: HeadProps) => (
  <>
    <PageHead
      title={title}
      actions={
        <>
          <Export shown={shown} />
          <PrintButton label={t('print.print')} />
        </>
      }
    />
    {(errors.length > 0 || lost) && (
      <Notice tone="warning">
        {t('list.leftOut')}
        <ul>
          {errors.map((error) => (
            <li key={error.field}>{leftOutInWords(error)}</li>
          ))}
          {lost && <li>{t('list.lost')}</li>}
        </ul>
      </Notice>
    )}
  </>
)

const chosen: readonly string[] = ['kind', 'due', 'archived', 'sort', 'view', 'by', 'limit']

/** Returns what could not be read in the URL, as it appears there. */
function leftOutInWords({ field, code, params }: FieldError) {
  const [name = field] = field.split('.')
  if (code === 'field_unknown') return t('list.noFilter', { name })
  return chosen.includes(name) ? t('list.noChoice', { name }) : t(`errors.${code}`, params)
}

/** The number of rows, the views, and the filters in use. */
export const ListHeader = ({ count, query }: { count: ReactNode; query: PageQuery }) => (
  <>
    <Row spread>
      <b role="status">{count}</b>
      <Tabs
        label={t('list.views')}
        items={views.map((view) => ({
          href: shownListAddress(query.shown, { view, by: undefined, open: undefined, sort: undefined }),
          label: t(`list.view.${view}`),
          current: view === query.shown.view,
        }))}
      />
    </Row>
    <FilterChips query={query} />
  </>
)

function FilterChips({ query }: { query: PageQuery }) {
  const used = filtersOf(query.scope)
  if (used.length === 0) return null
  const items = used.flatMap((name) => chipsOf(query, name))
  return (
    <Chips
      label={t('list.inUse')}
      items={items}
      clear={
        used.length > 1
          ? { href: recommendationListAddress({ view: query.shown.view, by: query.shown.by }), label: t('list.clear') }
          : undefined
      }
    />
  )
}

function chipsOf({ shown, scope }: PageQuery, name: FilterName) {
  const chip = (label: string, rest: Partial<Shown>) => ({
    label,
    href: shownListAddress(shown, { [name]: undefined, ...rest }),
    remove: t('list.takeOff', { label }),
  })
  if (name === 'status') {
    return shown.status.map((one) =>
      chip(t(`status.${one}`), { status: shown.status.filter((other) => other !== one) }),
    )
  }
  if (name === 'assignment') {
    return shown.assignment.map((one) =>
      chip(
        t('list.filtered.assignment', {
          status: one === 'pending' ? t('list.pending') : t(`status.${one}`),
        }),
        { assignment: shown.assignment.filter((other) => other !== one) },
      ),
    )
  }
  return [chip(filterInWords(name, { shown, scope }), {})]
}
