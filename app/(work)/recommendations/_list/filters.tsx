import type { ReactNode } from 'react'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { Button } from '@/app/_ui/button'
import { Facets } from '@/app/_ui/facets'
import { FieldGroup } from '@/app/_ui/field'
import { Fields } from '@/app/_ui/form-layout'
import { Check, SelectField, TextField } from '@/app/_ui/inputs'
import { Row } from '@/app/_ui/layout'
import { StatusMark } from '@/app/_ui/status'
import { ShownDayField } from '@/app/(work)/_components/shown-day-field'
import { t } from '@/lib/platform/i18n'
import { filtersOf } from '@/lib/register/active-filters'
import type { Options } from '@/lib/register/filter-options'
import { documentInWords } from '@/lib/register/filter-words'
import { dues, groupings, sorts } from '@/lib/register/filters'
import type { PageQuery } from '@/lib/register/page-query'
import { happenings } from '@/lib/register/since'
import { AssignmentStatus, RecommendationStatus } from '@/prisma/generated/enums'
import { FilterSelect } from './filter-select'
import { type Counts, MoreFilters } from './more-filters'

type Props = {
  query: PageQuery
  options: Options
  /** The number of rows for each value, with the other filters applied. */
  counts: { status?: Counts; assignment?: Counts; due?: Counts; kind?: Counts }
}

type FilteredProps = Props & { above?: boolean | undefined; children: ReactNode }

/**
 * The list and its filters. The document is the first filter and always visible. With `above`, the filters are above
 * the list.
 */
export function Filtered({ above, children, ...props }: FilteredProps) {
  const { query, options } = props
  const { document } = query.scope
  return (
    <Facets
      action="/recommendations"
      first={
        <FilterSelect
          name="document"
          selected={
            document && { value: document.code, label: options.document ? documentInWords(document) : document.code }
          }
          options={options.document}
        />
      }
      send={t('list.show')}
      summary={t('list.filters', { count: filtersOf(query.scope).filter((name) => name !== 'document').length })}
      filters={<OtherFilters {...props} />}
      above={above}
    >
      {children}
    </Facets>
  )
}

/** All other filters and the order of the list, as fields of a plain form. Its URL shows a colleague the same list. */
function OtherFilters({ query: { shown, scope, errors, typed }, options, counts }: Props) {
  const wrong = errors.find(({ field }) => field === 'q')
  return (
    <Fields>
      <ShownDayField />
      <KeptHappenings shown={shown} />
      {shown.view !== 'list' && <input type="hidden" name="view" value={shown.view} />}
      <TextField
        name="q"
        type="search"
        label={t('list.filter.q')}
        defaultValue={wrong ? typed : shown.q}
        error={wrong && t(`errors.${wrong.code}`, wrong.params)}
      />
      <Statuses shown={shown} counts={counts} />
      <FilterSelect
        name="organization"
        selected={scope.organization && { value: scope.organization.slug, label: scope.organization.name }}
        options={options.organization}
      />
      <DueDates shown={shown} counts={counts} />
      <Order shown={shown} />
      <MoreFilters shown={shown} scope={scope} options={options} kinds={counts.kind} />
      <Row>
        <Button type="submit" variant="main">
          {t('list.apply')}
        </Button>
        <a href={recommendationListAddress({ view: shown.view })}>{t('list.clear')}</a>
      </Row>
    </Fields>
  )
}

/** What has happened since a day is chosen on the pages that count it. The form keeps it. */
const KeptHappenings = ({ shown }: ShownProps) =>
  happenings.map((name) => shown[name] && <input key={name} type="hidden" name={name} value={shown[name]} />)

type ShownProps = { shown: PageQuery['shown'] }

const DueDates = ({ shown, counts }: Pick<Props, 'counts'> & ShownProps) => (
  <FieldGroup id="due" label={t('list.filter.due')}>
    <Check type="radio" name="due" value="" label={t('list.any')} defaultChecked={!shown.due} />
    {dues.map((due) => (
      <Check
        key={due}
        type="radio"
        name="due"
        value={due}
        label={t(`list.dues.${due}`)}
        count={counts.due?.[due]}
        defaultChecked={shown.due === due}
      />
    ))}
  </FieldGroup>
)

/** The grouping of a list of recommendations, and the order. */
const Order = ({ shown }: ShownProps) => (
  <>
    {shown.view === 'list' && (
      <SelectField
        name="by"
        label={t('list.by')}
        defaultValue={shown.by ?? ''}
        options={[
          { value: '', label: t('list.bys.none') },
          ...groupings.map((by) => ({ value: by, label: t(`list.bys.${by}`) })),
        ]}
      />
    )}
    <SelectField
      name="sort"
      label={t('list.sort')}
      defaultValue={shown.sort ?? ''}
      options={[
        { value: '', label: t('list.sorts.fitting') },
        ...sorts.map((sort) => ({ value: sort, label: t(`list.sorts.${sort}`) })),
      ]}
    />
  </>
)

/** The statuses of the assignments if the list contains assignments, or else of the recommendations. */
function Statuses({ shown, counts }: Pick<Props, 'counts'> & ShownProps) {
  const ofAssignments = shown.view === 'assignments'
  const name = ofAssignments ? 'assignment' : 'status'
  const selected: readonly string[] = shown[name]
  const count = (status: AssignmentStatus | RecommendationStatus) => counts[name]?.[status] ?? 0
  const offered = Object.values(ofAssignments ? AssignmentStatus : RecommendationStatus).filter(
    (status) => count(status) > 0 || selected.includes(status),
  )
  if (offered.length === 0) return null
  return (
    <FieldGroup id={name} label={t('list.filter.status')}>
      {offered.map((status) => (
        <Check
          key={status}
          name={name}
          value={status}
          label={
            <>
              <StatusMark status={status} /> {t(`status.${status}`)}
            </>
          }
          count={count(status)}
          defaultChecked={selected.includes(status)}
        />
      ))}
    </FieldGroup>
  )
}
