import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { NameList } from '@/app/_ui/name-list'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Actor } from '@/lib/domain/actor'
import { organizationsToChoose } from '@/lib/organizations/queries'
import { t } from '@/lib/platform/i18n'
import { type NewOrganization, newOrganizationsOf } from '@/lib/sheets/new-organizations'
import type { SheetNow } from '@/lib/sheets/sheet-shape'
import { saveNames } from './actions'

const suggested = 'known-organizations'

/** The organizations that the import would add, each with a field for the existing one that its name means. */
export async function NewOrganizations({ actor, sheet }: { actor: Actor; sheet: SheetNow }) {
  const { count, listed } = await newOrganizationsOf(actor, sheet.id)
  const chosen = Object.entries(sheet.options.sameAs)
  if (count === 0 && chosen.length === 0) return null
  const fields = [
    ...listed.map((one) => ({ name: one.name, hint: hintFor(one), means: '' })),
    ...chosen.map(([name, means]) => ({ name, hint: t('sheets.names.chosen'), means })),
  ]
  const perhaps = listed.flatMap((one) => (one.perhaps === undefined ? [] : { name: one.perhaps }))
  const known = [...perhaps, ...(await organizationsToChoose(actor))]
  return (
    <Section title={t('sheets.names.title', { count })} card>
      <ActionForm action={saveNames} prefix="names-" version={sheet.version}>
        <FormHidden name="id" value={sheet.id} />
        <Fields>
          <p>{t('sheets.names.about')}</p>
          {fields.map(({ name, hint, means }, place) => (
            <div key={name}>
              <FormHidden name={`written-${place}`} value={name} />
              <FormText
                name={`same-${place}`}
                optional
                label={t('sheets.names.same', { name })}
                hint={hint}
                defaultValue={means}
                list={suggested}
                autoComplete="off"
              />
            </div>
          ))}
          {count > listed.length && <p>{t('sheets.names.more', { count: count - listed.length })}</p>}
          <NameList id={suggested} names={[...new Map(known.map((one) => [one.name, one])).values()]} />
          <Row>
            <SubmitButton>{t('sheets.names.save')}</SubmitButton>
          </Row>
        </Fields>
      </ActionForm>
    </Section>
  )
}

const hintFor = ({ rows, perhaps }: NewOrganization) =>
  t('sheets.names.hint', { rows, known: perhaps === undefined ? 'no' : 'yes', perhaps: perhaps ?? '' })
