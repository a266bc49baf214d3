import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormSelect } from '@/app/_ui/form-fields'
import { FieldRow, Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { AddMissing } from '@/app/(work)/_components/add-missing'
import { ConfirmSimilar } from '@/app/(work)/_components/confirm-similar'
import { type Done, SavedNotice } from '@/app/(work)/_components/saved-notice'
import type { Person } from '@/lib/people/queries'
import { t } from '@/lib/platform/i18n'
import { OrganizationField } from '../organization-field'
import { saveOrganizations } from './actions'

type Props = { person: Person; done: Done; organizations: { slug: string; name: string }[] }

const kinds = () => [
  { value: 'main', label: t('people.kind.main') },
  { value: 'alternate', label: t('people.kind.alternate') },
]
const orNot = () => [...kinds(), { value: '', label: t('people.kind.none') }]

/** Sets the organizations of a person: those to which they belong, and one more. */
export const OrganizationsForm = ({ person: { id, version, organizations: own }, done, organizations }: Props) => (
  <Section title={t('people.organizations')} id="organizations" card>
    <SavedNotice done={done} section="organizations" />
    <ActionForm action={saveOrganizations} prefix="organizations-" version={version}>
      <Fields>
        <FormHidden name="id" value={id} />
        {own.map(({ slug, name, kind }) => (
          <FormSelect key={slug} name={`member:${slug}`} label={name} options={orNot()} defaultValue={kind} />
        ))}
        <FieldRow>
          <OrganizationField label={t('people.addOrganization')} organizations={organizations} />
          <FormSelect name="kind" label={t('people.as')} options={kinds()} defaultValue="main" />
        </FieldRow>
        <ConfirmSimilar />
        <AddMissing />
        <Row>
          <SubmitButton>{t('people.save')}</SubmitButton>
        </Row>
      </Fields>
    </ActionForm>
  </Section>
)
