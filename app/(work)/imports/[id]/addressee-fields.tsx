import { FieldGroup } from '@/app/_ui/field'
import { FormText } from '@/app/_ui/form-fields'
import { FieldRow } from '@/app/_ui/form-layout'
import { Stack } from '@/app/_ui/layout'
import { NameList } from '@/app/_ui/name-list'
import type { CandidateNow } from '@/lib/imports/candidate-shape'
import { partiesToName } from '@/lib/imports/parties-to-name'
import { t } from '@/lib/platform/i18n'

type Addressee = CandidateNow['addressees'][number]

const blankLines = 2

/** Addressees in the words of the text, each with the organization or group to which it is linked. */
export async function AddresseeFields({ addressees }: { addressees: readonly Addressee[] }) {
  const lines: (Addressee | undefined)[] = [...addressees, ...Array.from({ length: blankLines }, () => undefined)]
  const names = await partiesToName()
  return (
    <FieldGroup id="edit-addressees" label={t('imports.edit.addressees')} hint={t('imports.edit.addresseesHint')}>
      <Stack gap="loose">
        {lines.map((line, place) => (
          <AddresseeLine key={place} line={line} place={place} />
        ))}
      </Stack>
      <NameList id="edit-parties" names={names.map((name) => ({ name }))} />
    </FieldGroup>
  )
}

function AddresseeLine({ line, place }: { line: Addressee | undefined; place: number }) {
  const party = (line?.organization ?? line?.group)?.name
  const proposed = party !== undefined && line?.match === 'proposed'
  return (
    <FieldRow>
      <FormText name={`addressees.${place}.words`} label={t('imports.edit.addresseeWords')} defaultValue={line?.name} />
      <FormText
        name={`addressees.${place}.party`}
        label={t('imports.edit.party')}
        hint={proposed && t('imports.edit.proposed', { party })}
        list="edit-parties"
        autoComplete="off"
        defaultValue={proposed ? undefined : party}
      />
    </FieldRow>
  )
}
