import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormSelect } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Person } from '@/lib/people/queries'
import { words } from '@/lib/platform/i18n'
import { Role } from '@/prisma/generated/enums'
import { type Done, Saved } from '../../done'
import { RolesExplained, rolesOffered } from '../roles'
import { saveRole } from './actions'

export const RoleForm = ({ person: { id, version, role }, done }: { person: Person; done: Done }) => (
  <Section title={words('people.role')} id="role" card>
    <Saved done={done} section="role" />
    <ActionForm action={saveRole} prefix="role-" version={version}>
      <Fields>
        <FormHidden name="id" value={id} />
        <FormSelect
          name="role"
          label={words('people.role')}
          hint={words('people.roleHint')}
          options={rolesOffered(Object.values(Role), role)}
          defaultValue={role}
        />
        <RolesExplained roles={Object.values(Role)} />
        <Row>
          <SubmitButton>{words('people.save')}</SubmitButton>
        </Row>
      </Fields>
    </ActionForm>
  </Section>
)
