import { FormText } from '@/app/_ui/form-fields'

type Props = { label: string; hint: string; organizations: { slug: string; name: string }[] }

/** An organization by its name; the browser offers those that there are. */
export const OrganizationField = ({ label, hint, organizations }: Props) => (
  <>
    <FormText name="organization" label={label} hint={hint} list="organizations" autoComplete="off" />
    <datalist id="organizations">
      {organizations.map(({ slug, name }) => (
        <option key={slug} value={name} />
      ))}
    </datalist>
  </>
)
