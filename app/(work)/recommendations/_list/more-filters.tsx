import { Disclosure } from '@/app/_ui/disclosure'
import { FieldGroup } from '@/app/_ui/field'
import { Fields } from '@/app/_ui/form-layout'
import { Check } from '@/app/_ui/inputs'
import { t } from '@/lib/platform/i18n'
import type { Options } from '@/lib/register/filter-options'
import { none, type Shown } from '@/lib/register/filters'
import type { Scope } from '@/lib/register/scope'
import { Kind } from '@/prisma/generated/enums'
import { FilterSelect } from './filter-select'
import { FollowUpFilters, filtersFollowUp } from './follow-up-filters'

/** The number of rows for each value of a filter. */
export type Counts = Partial<Record<string, number>>

type Props = { shown: Shown; scope: Scope; options: Options; kinds: Counts | undefined }

/** The filters that are needed less often. They are open while one of them is in use. */
export function MoreFilters({ shown, scope, options, kinds }: Props) {
  const { owner, group } = scope
  const inUse = owner ?? group ?? shown.theme ?? shown.kind ?? shown.archived ?? filtersFollowUp(shown)
  const owned = shown.owner === 'me' || shown.owner === none ? shown.owner : undefined
  return (
    <Disclosure summary={t('list.more')} open={inUse !== undefined}>
      <Fields>
        <FilterSelect
          name="owner"
          selected={owner && { value: owned ?? owner.id ?? '', label: owner.name ?? '' }}
          options={options.owner}
          first={[
            { value: 'me', label: t('list.owners.me') },
            { value: none, label: t('list.owners.none') },
          ]}
        />
        <FilterSelect
          name="group"
          selected={group && { value: group.slug, label: group.name }}
          options={options.group}
        />
        <FilterSelect
          name="theme"
          selected={shown.theme ? { value: shown.theme, label: shown.theme } : undefined}
          options={options.theme}
          first={[{ value: none, label: t('list.noTheme') }]}
        />
        <FollowUpFilters shown={shown} />
        <FieldGroup id="kind" label={t('list.filter.kind')}>
          <Check type="radio" name="kind" value="" label={t('list.any')} defaultChecked={!shown.kind} />
          {Object.values(Kind).map((kind) => (
            <Check
              key={kind}
              type="radio"
              name="kind"
              value={kind}
              label={t(`kind.${kind}`)}
              count={kinds?.[kind]}
              defaultChecked={shown.kind === kind}
            />
          ))}
        </FieldGroup>
        {scope.keepsTheRecord && (
          <Check
            name="archived"
            value="yes"
            label={t('list.filter.archived')}
            defaultChecked={shown.archived === 'yes'}
          />
        )}
      </Fields>
    </Disclosure>
  )
}
