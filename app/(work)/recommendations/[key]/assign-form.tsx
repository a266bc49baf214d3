import { ActionForm, Offered } from '@/app/_ui/action-form'
import { FormCheck, FormDate, FormHidden, FormSelect, FormText } from '@/app/_ui/form-fields'
import { InlineFields } from '@/app/_ui/form-layout'
import { Row, Stack } from '@/app/_ui/layout'
import { NameList } from '@/app/_ui/name-list'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ConfirmPast } from '@/app/(work)/_components/confirm-past'
import { ConfirmSimilar } from '@/app/(work)/_components/confirm-similar'
import { ownerOption } from '@/app/(work)/_components/owner-option'
import type { Assignees } from '@/lib/assignments/assignees'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { RecommendationView } from '@/lib/register/recommendation-view'
import { addressedParties } from './addressed-parties'
import { assignAll } from './assign-action'

type Props = {
  whole: RecommendationView
  candidates: Assignees
  /** The due date that the import of the document had. */
  dueOn: string | undefined
  /** Whether the reader has just opened the form, so that its first field gets the focus. */
  focus: boolean
  /** Whether the parties that the text names are selected. */
  ticked: boolean
}

/**
 * Assigns a recommendation to one or several organizations, or to all members of a group. The parties that the text
 * names come first.
 */
export function AssignForm({ whole, candidates, dueOn, focus, ticked }: Props) {
  const named = addressedParties(whole, candidates)
  return (
    <ActionForm action={assignAll} prefix="assign-" otherChanges={t('recommendation.changedSince')} focus={focus}>
      <FormHidden name="id" value={newId()} />
      <FormHidden name="key" value={whole.key} />
      <Stack>
        {named.length > 0 && (
          <Row>
            <span>{t('recommendation.assignments.named')}:</span>
            {named.map(({ value, label }) => (
              <FormCheck key={value} name="party" value={value} label={label} defaultChecked={ticked} />
            ))}
          </Row>
        )}
        <small>{t('recommendation.assignments.organizationHint')}</small>
        <InlineFields>
          <FormText
            name="organization"
            label={t('recommendation.assignments.organization')}
            list="assign-organizations"
            autoComplete="off"
          />
          <FormSelect
            name="owner"
            optional
            label={t('recommendation.assignments.owner')}
            defaultValue=""
            options={[
              { value: '', label: t('recommendation.assignments.ownerLater') },
              ...candidates.people.map(ownerOption),
            ]}
          />
          <FormDate
            name="dueOn"
            optional
            label={t('recommendation.assignments.dueOn')}
            hint={dueOn && t('recommendation.assignments.dueOnImported')}
            defaultValue={dueOn}
          />
          <SubmitButton>{t('recommendation.assignments.save')}</SubmitButton>
        </InlineFields>
        <ConfirmPast />
        <ConfirmSimilar />
        <Offered name="add">
          <FormCheck name="add" label={t('recommendation.assignments.add')} />
        </Offered>
      </Stack>
      <NameList
        id="assign-organizations"
        names={[
          ...candidates.groups.map(({ name, count }) => {
            return { name, label: t('recommendation.assignments.members', { name, count }) }
          }),
          ...candidates.organizations.map(({ name }) => ({ name })),
        ]}
      />
    </ActionForm>
  )
}
