import { FormText } from '@/app/_ui/form-fields'

type Props = { label: string; organizations: { slug: string; name: string }[] }

/** An organization by its name; the browser offers those that there are. */
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
