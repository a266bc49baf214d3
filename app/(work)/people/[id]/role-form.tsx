import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormSelect } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { isOffered, offeredRoles } from '@/lib/people/offered-roles'
import type { Person } from '@/lib/people/queries'
import { words } from '@/lib/platform/i18n'
import { type Done, Saved } from '../../done'
import { RolesExplained, roleChoices } from '../roles'
import { saveRole } from './actions'

/** The role of a person, and those that they can be given instead. */
export function RoleForm({ person: { id, version, role }, done }: { person: Person; done: Done }) {
  const roles = isOffered(role) ? offeredRoles : [role, ...offeredRoles]
  return (
    <Section title={words('people.role')} id="role" card>
      <Saved done={done} section="role" />
      <ActionForm action={saveRole} prefix="role-" version={version}>
        <Fields>
          <FormHidden name="id" value={id} />
          <FormSelect
            name="role"
            label={words('people.role')}
            hint={words('people.roleHint')}
            options={roleChoices(roles)}
            defaultValue={role}
          />
          <RolesExplained roles={roles} />
          <Row>
            <SubmitButton>{words('people.save')}</SubmitButton>
          </Row>
        </Fields>
      </ActionForm>
    </Section>
  )
}
