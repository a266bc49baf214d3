import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormSelect } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { type Done, SavedNotice } from '@/app/(work)/_components/saved-notice'
import type { Person } from '@/lib/people/queries'
import { t } from '@/lib/platform/i18n'
import { Role } from '@/prisma/generated/enums'
import { RolesExplained, roleChoices } from '../roles'
import { saveRole } from './actions'

/** The role of a person, and the roles that they can get instead. */
export function RoleForm({ person: { id, version, role }, done }: { person: Person; done: Done }) {
  const roles = Object.values(Role)
  return (
    <Section title={t('people.role')} id="role" card>
      <SavedNotice done={done} section="role" />
      <ActionForm action={saveRole} prefix="role-" version={version}>
        <Fields>
          <FormHidden name="id" value={id} />
          <FormSelect
            name="role"
            label={t('people.role')}
            hint={t('people.roleHint')}
            options={roleChoices(roles)}
            defaultValue={role}
          />
          <RolesExplained roles={roles} />
          <Row>
            <SubmitButton>{t('people.save')}</SubmitButton>
          </Row>
        </Fields>
      </ActionForm>
    </Section>
  )
}
