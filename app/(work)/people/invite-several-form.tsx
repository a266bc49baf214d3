import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormSelect, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { FormResult } from '@/app/_ui/form-result'
import { Row } from '@/app/_ui/layout'
import { OneTimeSecrets } from '@/app/_ui/one-time-secrets'
import { SubmitButton } from '@/app/_ui/submit-button'
import { AddMissing } from '@/app/(work)/_components/add-missing'
import { ConfirmSimilar } from '@/app/(work)/_components/confirm-similar'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { Role } from '@/prisma/generated/enums'
import { invitePasted } from './actions'
import { RolesExplained, roleChoices } from './roles'

/** Invites many people at once, one on each line. */
export const InviteSeveralForm = ({ roles }: { roles: readonly Role[] }) => (
  <ActionForm action={invitePasted} prefix="several-" placesResult>
    <Fields>
      <FormHidden name="id" value={newId()} />
      <FormTextArea
        name="people"
        label={t('people.several.people')}
        hint={t('people.several.hint')}
        placeholder={t('people.several.example')}
        whenWrong={t('people.several.correct')}
        rows={8}
        required
      />
      <FormSelect
        name="role"
        label={t('people.several.role')}
        options={roleChoices(roles)}
        defaultValue="focal_point"
      />
      <RolesExplained roles={roles} />
      <ConfirmSimilar />
      <AddMissing />
      <Row>
        <SubmitButton>{t('people.several.send')}</SubmitButton>
      </Row>
      <div>
        <FormResult />
        <OneTimeSecrets
          about={t('people.several.linksAbout')}
          words={{ copy: t('copy.copy'), copied: t('copy.copied') }}
          copyAll={t('people.several.copyAll')}
        />
      </div>
    </Fields>
  </ActionForm>
)
