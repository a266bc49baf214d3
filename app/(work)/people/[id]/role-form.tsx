import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormSelect } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Person } from '@/lib/people/queries'
import { words } from '@/lib/platform/i18n'
import { Role } from '@/prisma/generated/enums'
import { saveRole } from './actions'

const options = Object.values(Role).map((value) => ({ value, label: words(`role.${value}`) }))

export const RoleForm = ({ person: { id, version, role } }: { person: Person }) => (
  <Section title={words('people.role')} id="role" card>
    <ActionForm key={version} action={saveRole} prefix="role-">
      <Fields>
        <FormHidden name="id" value={id} />
        <FormHidden name="version" value={version} />
        <FormSelect
          name="role"
          label={words('people.role')}
          hint={words('people.roleHint')}
          options={options}
          defaultValue={role}
        />
        <SubmitButton>{words('people.save')}</SubmitButton>
      </Fields>
    </ActionForm>
  </Section>
)
