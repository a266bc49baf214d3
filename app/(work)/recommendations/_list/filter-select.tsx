import { SelectField, TextField } from '@/app/_ui/inputs'
import { t } from '@/lib/platform/i18n'
import type { Option } from '@/lib/register/filter-options'

type Props = {
  name: 'organization' | 'group' | 'owner' | 'document' | 'theme'
  selected: Option | undefined
  options: Option[] | undefined
  /** Further options, before the others. */
  first?: Option[]
}

/** A choice of the existing values, each with its count. If there are too many, it is a text field. */
export function FilterSelect({ name, selected, options, first = [] }: Props) {
  const label = t(`list.filter.${name}`)
  if (!options && first.length === 0) return <TextField name={name} label={label} defaultValue={selected?.label} />

  const all = [...first, ...(options ?? [])]
  const missing = selected && all.every(({ value }) => value !== selected.value) ? [selected] : []
  if (all.length + missing.length === 0) return null
  return (
    <SelectField
      name={name}
      label={label}
      defaultValue={selected?.value ?? ''}
      options={[{ value: '', label: t('list.any') }, ...missing, ...all].map(({ value, label, count }) => ({
        value,
        label: count === undefined ? label : t('list.counted', { label, count }),
      }))}
    />
  )
}
