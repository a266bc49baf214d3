import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/button'
import { Facets } from '@/app/_ui/facets'
import { FieldGroup } from '@/app/_ui/field'
import { Fields } from '@/app/_ui/form-layout'
import { Check, SelectField, TextField } from '@/app/_ui/inputs'
import { Row } from '@/app/_ui/layout'
import { StatusMark } from '@/app/_ui/status'
import { words } from '@/lib/platform/i18n'
import type { Asked } from '@/lib/recommendations/browse'
import { dues, groupings, sorts } from '@/lib/recommendations/filters'
import { filtersOf } from '@/lib/recommendations/in-use'
import type { Options } from '@/lib/recommendations/options'
import { AssignmentStatus, RecommendationStatus } from '@/prisma/generated/enums'
import { listOf } from './address'
import { Choice } from './choice'
import { documentInWords } from './filter-words'
import { type Counts, MoreFilters } from './more-filters'

type Props = {
  asked: Asked
  options: Options
  /** How many there would be with each value, given the other filters. */
  counts: { status?: Counts; assignment?: Counts; due?: Counts; kind?: Counts }
}

type FilteredProps = Props & { above?: boolean | undefined; children: ReactNode }

/** What is listed, beside its filters: the document first, which always shows. `above`: the filters stand above it. */
export function Filtered({ above, children, ...props }: FilteredProps) {
  const { asked, options } = props
  const { document } = asked.scope
  return (
    <Facets
      action="/recommendations"
      first={
        <Choice
          name="document"
          asked={
            document && { value: document.code, label: options.document ? documentInWords(document) : document.code }
          }
          options={options.document}
        />
      }
      send={words('list.show')}
      summary={words('list.filters', { count: filtersOf(asked.scope).filter((name) => name !== 'document').length })}
      filters={<OtherFilters {...props} />}
      above={above}
    >
      {children}
    </Facets>
  )
}

/** Everything else that narrows or orders the list, as fields of a plain form: its address shows a colleague the same. */
function OtherFilters({ asked: { shown, scope, errors, typed }, options, counts }: Props) {
  const wrong = errors.find(({ field }) => field === 'q')
  return (
    <Fields>
      {shown.view !== 'list' && <input type="hidden" name="view" value={shown.view} />}
      <TextField
        name="q"
        type="search"
        label={words('list.filter.q')}
        defaultValue={wrong ? typed : shown.q}
        error={wrong && words(`errors.${wrong.code}`, wrong.params)}
      />
      <Statuses shown={shown} counts={counts} />
      <Choice
        name="organization"
        asked={scope.organization && { value: scope.organization.slug, label: scope.organization.name }}
        options={options.organization}
      />
      <FieldGroup id="due" label={words('list.filter.due')}>
        <Check type="radio" name="due" value="" label={words('list.any')} defaultChecked={!shown.due} />
        {dues.map((due) => (
          <Check
            key={due}
            type="radio"
            name="due"
            value={due}
            label={words(`list.dues.${due}`)}
            count={counts.due?.[due]}
            defaultChecked={shown.due === due}
          />
        ))}
      </FieldGroup>
      {shown.view === 'list' && (
        <SelectField
          name="by"
          label={words('list.by')}
          defaultValue={shown.by ?? ''}
          options={[
            { value: '', label: words('list.bys.none') },
            ...groupings.map((by) => ({ value: by, label: words(`list.bys.${by}`) })),
          ]}
        />
      )}
      <SelectField
        name="sort"
        label={words('list.sort')}
        defaultValue={shown.sort ?? ''}
        options={[
          { value: '', label: words('list.sorts.fitting') },
          ...sorts.map((sort) => ({ value: sort, label: words(`list.sorts.${sort}`) })),
        ]}
      />
      <MoreFilters shown={shown} scope={scope} options={options} kinds={counts.kind} />
      <Row>
        <Button type="submit" variant="main">
          {words('list.apply')}
        </Button>
        <a href={listOf({ view: shown.view })}>{words('list.clear')}</a>
      </Row>
    </Fields>
  )
}

/** Of the assignments where these are what is listed, else of the recommendations. */
function Statuses({ shown, counts }: Pick<Props, 'counts'> & { shown: Asked['shown'] }) {
  const ofAssignments = shown.view === 'assignments'
  const name = ofAssignments ? 'assignment' : 'status'
  const asked: readonly string[] = shown[name]
  return (
    <FieldGroup id={name} label={words('list.filter.status')}>
      {Object.values(ofAssignments ? AssignmentStatus : RecommendationStatus).map((status) => {
        const count = counts[name]?.[status] ?? 0
        const checked = asked.includes(status)
        return (
          (count > 0 || checked) && (
            <Check
              key={status}
              name={name}
              value={status}
              label={
                <>
                  <StatusMark status={status} /> {words(`status.${status}`)}
                </>
              }
              count={count}
              defaultChecked={checked}
            />
          )
        )
      })}
    </FieldGroup>
  )
}
