import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { answersFor } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { t } from '@/lib/platform/i18n'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { addEvidenceLink } from './evidence-actions'
import { EvidenceFields } from './evidence-fields'

type Props = { actor: Actor; view: AssignmentView; back: string }

/** Adds a link as evidence. */
export function LinkForm({ actor, view, back }: Props) {
  const { id, organization } = view.assignment
  return (
    <ActionForm action={addEvidenceLink} prefix="link-" keep={`link ${id}`} focus>
      <FormHidden name="assignmentId" value={id} />
      <Fields>
        <h3>{t('evidence.form.linkTitle', { organization: organization.name })}</h3>
        {!answersFor(actor, view) && <p>{t('recommendation.report.onBehalf', { organization: organization.name })}</p>}
        <FormText name="url" type="url" dir="ltr" label={t('evidence.form.url')} maxLength={2000} />
        <EvidenceFields actor={actor} view={view} of="link" back={back} />
      </Fields>
    </ActionForm>
  )
}
