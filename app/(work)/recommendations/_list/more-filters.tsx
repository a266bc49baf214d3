import { Disclosure } from '@/app/_ui/disclosure'
import { FieldGroup } from '@/app/_ui/field'
import { Fields } from '@/app/_ui/form-layout'
import { Check } from '@/app/_ui/inputs'
import { words } from '@/lib/platform/i18n'
import { none, type Shown } from '@/lib/recommendations/filters'
import type { Options } from '@/lib/recommendations/options'
import type { Scope } from '@/lib/recommendations/scope'
import { Kind } from '@/prisma/generated/enums'
import { Choice } from './choice'

/** How many there would be with each value of a filter. */
export type Counts = Partial<Record<string, number>>

type Props = { shown: Shown; scope: Scope; options: Options; kinds: Counts | undefined }

/** Those that one needs less often; they stand open while one of them is in use. */
export function MoreFilters({ shown, scope, options, kinds }: Props) {
  const { owner, group } = scope
  const inUse = owner ?? group ?? shown.theme ?? shown.kind ?? shown.archived
  const owned = shown.owner === 'me' || shown.owner === none ? shown.owner : undefined
  return (
    <Disclosure summary={words('list.more')} open={inUse !== undefined}>
      <Fields>
        <Choice
          name="owner"
          asked={owner && { value: owned ?? owner.id ?? '', label: owner.name ?? '' }}
          options={options.owner}
          first={[
            { value: 'me', label: words('list.owners.me') },
            { value: none, label: words('list.owners.none') },
          ]}
        />
        <Choice name="group" asked={group && { value: group.slug, label: group.name }} options={options.group} />
        <Choice
          name="theme"
          asked={shown.theme ? { value: shown.theme, label: shown.theme } : undefined}
          options={options.theme}
          first={[{ value: none, label: words('list.noTheme') }]}
        />
        <FieldGroup id="kind" label={words('list.filter.kind')}>
          <Check type="radio" name="kind" value="" label={words('list.any')} defaultChecked={!shown.kind} />
          {Object.values(Kind).map((kind) => (
            <Check
              key={kind}
              type="radio"
              name="kind"
              value={kind}
              label={words(`kind.${kind}`)}
              count={kinds?.[kind]}
              defaultChecked={shown.kind === kind}
            />
          ))}
        </FieldGroup>
        {scope.keepsTheRecord && (
          <Check
            name="archived"
            value="yes"
            label={words('list.filter.archived')}
            defaultChecked={shown.archived === 'yes'}
          />
        )}
      </Fields>
    </Disclosure>
  )
}
