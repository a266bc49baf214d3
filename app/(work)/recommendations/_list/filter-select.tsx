import { SelectField, TextField } from '@/app/_ui/inputs'
import { t } from '@/lib/platform/i18n'
import type { Option } from '@/lib/register/filter-options'

type Props = {
  name: 'organization' | 'group' | 'owner' | 'document' | 'theme'
  asked: Option | undefined
  options: Option[] | undefined
  /** Further options, before the others. */
  first?: Option[]
}

/** A choice of the existing values, each with its count. If there are too many, it is a text field. */
export function FilterSelect({ name, asked, options, first = [] }: Props) {
  const label = t(`list.filter.${name}`)
  if (!options && first.length === 0) return <TextField name={name} label={label} defaultValue={asked?.label} />

  const all = [...first, ...(options ?? [])]
  const missing = asked && all.every(({ value }) => value !== asked.value) ? [asked] : []
  if (all.length + missing.length === 0) return null
  return (
    <SelectField
      name={name}
      label={label}
      defaultValue={asked?.value ?? ''}
      options={[{ value: '', label: t('list.any') }, ...missing, ...all].map(({ value, label, count }) => ({
        value,
        label: count === undefined ? label : t('list.counted', { label, count }),
      }))}
    />
  )
}
