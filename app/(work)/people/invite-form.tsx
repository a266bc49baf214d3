import { ActionForm } from '@/app/_ui/action-form'
import { FormEmail } from '@/app/_ui/form-email'
import { FormHidden, FormSelect, FormText } from '@/app/_ui/form-fields'
import { FieldRow, Fields } from '@/app/_ui/form-layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { AddMissing } from '@/app/(work)/_components/add-missing'
import { ConfirmSimilar } from '@/app/(work)/_components/confirm-similar'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { Role } from '@/prisma/generated/enums'
import { inviteSomebody } from './actions'
import { LinkShown } from './link-shown'
import { OrganizationField } from './organization-field'
import { RolesExplained, roleChoices } from './roles'

type Props = { roles: readonly Role[]; organizations: { slug: string; name: string }[] }

export function InviteForm({ roles, organizations }: Props) {
  return (
    <ActionForm action={inviteSomebody} prefix="invite-" placesResult>
      <Fields>
        <FormHidden name="id" value={newId()} />
        <FieldRow>
          <FormText name="name" label={t('people.name')} autoComplete="off" required />
          <FormEmail name="email" label={t('people.email')} autoComplete="off" required />
        </FieldRow>
        <FieldRow>
          <FormSelect name="role" label={t('people.role')} options={roleChoices(roles)} defaultValue="focal_point" />
          <OrganizationField label={t('people.invite.organization')} organizations={organizations} />
        </FieldRow>
        <RolesExplained roles={roles} />
        <ConfirmSimilar />
        <AddMissing />
        <LinkShown>
          <SubmitButton>{t('people.invite.send')}</SubmitButton>
        </LinkShown>
      </Fields>
    </ActionForm>
  )
}
