import { ActionForm } from '@/app/_ui/action-form'
import { FormCheck, FormDate, FormHidden, FormSelect, FormText } from '@/app/_ui/form-fields'
import { InlineFields } from '@/app/_ui/form-layout'
import { Row, Stack } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ConfirmPast } from '@/app/(work)/_components/confirm-past'
import { ownerOption } from '@/app/(work)/_components/owner-option'
import type { Assignee } from '@/lib/assignments/assignees'
import type { Assignment } from '@/lib/domain/answer-shapes'
import { t } from '@/lib/platform/i18n'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { movesIn } from '@/lib/register/date-changes'
import { AssignmentRole } from '@/prisma/generated/enums'
import { saveAssignment } from './assignment-actions'

type Props = { view: AssignmentView; back: string; owners: Assignee[]; whole: boolean }

/** Changes the owner of an assignment. For people who may assign, it also changes the due date and the role. */
export function ChangeForm({ view, back, owners, whole }: Props) {
  const { assignment } = view
  const { id, organization, version } = assignment
  return (
    <Stack>
      <ActionForm
        action={saveAssignment}
        prefix="change-"
        version={version}
        otherChanges={t('recommendation.changedSince')}
        keep={`change ${id}`}
        focus
      >
        <Stack>
          <h3>
            {t(whole ? 'recommendation.manage.title' : 'recommendation.manage.ownerTitle', {
              organization: organization.name,
            })}
          </h3>
          <FormHidden name="id" value={id} />
          <InlineFields>
            <OwnerField assignment={assignment} owners={owners} />
            {whole && <DutyFields {...assignment} />}
          </InlineFields>
          <ConfirmPast />
          {whole && assignment.originalDueOn && <ReasonFields view={view} />}
          <Row>
            <SubmitButton>{t('recommendation.assignments.save')}</SubmitButton>
            <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
          </Row>
          <small>
            {whole ? (
              <a href="/people">{t('recommendation.manage.ownerInvite')}</a>
            ) : (
              t('recommendation.manage.ownerHint')
            )}
          </small>
        </Stack>
      </ActionForm>
    </Stack>
  )
}

function OwnerField({ assignment: { owner }, owners }: { assignment: Assignment; owners: Assignee[] }) {
  const present = owner && (owners.some(({ email }) => email === owner.email) ? owner.email : owner.id)
  const others = owner && present === owner.id ? [{ value: owner.id, label: owner.name }] : []
  const nobody = { value: '', label: t('recommendation.manage.nobody') }
  return (
    <FormSelect
      name="owner"
      optional
      label={t('recommendation.assignments.owner')}
      defaultValue={present ?? ''}
      options={[nobody, ...owners.map(ownerOption), ...others]}
    />
  )
}

function DutyFields({ dueOn, role }: Assignment) {
  return (
    <>
      <FormDate name="dueOn" optional label={t('recommendation.assignments.dueOn')} defaultValue={dueOn} />
      <FormSelect
        name="role"
        label={t('recommendation.assignments.role')}
        defaultValue={role}
        options={Object.values(AssignmentRole).map((value) => ({ value, label: t(`assignmentRole.${value}`) }))}
      />
    </>
  )
}

/** Why the due date changes. Only a date that was never moved can have been mistyped. */
const ReasonFields = ({ view: { dates } }: Pick<Props, 'view'>) => (
  <>
    <FormText name="reason" label={t('dates.change.reason')} />
    {movesIn(dates) === 0 && <FormCheck name="correction" label={t('dates.change.correction')} />}
  </>
)
