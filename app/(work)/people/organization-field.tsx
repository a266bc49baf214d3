import { FormText } from '@/app/_ui/form-fields'

type Props = { label: string; organizations: { slug: string; name: string }[] }

/** A field for the name of an organization. The browser suggests the existing ones. */
export const OrganizationField = ({ label, organizations }: Props) => (
  <>
    <FormText name="organization" optional label={label} list="organizations" autoComplete="off" />
    <datalist id="organizations">
      {organizations.map(({ slug, name }) => (
        <option key={slug} value={name} />
      ))}
    </datalist>
  </>
)
