import { ActionForm, Offered } from '@/app/_ui/action-form'
import { FormCheck, FormDate, FormHidden, FormSelect, FormText } from '@/app/_ui/form-fields'
import { InlineFields } from '@/app/_ui/form-layout'
import { Row, Stack } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ConfirmPast } from '@/app/(work)/confirm-past'
import { ConfirmSimilar } from '@/app/(work)/confirm-similar'
import type { Candidate, Candidates } from '@/lib/assignments/candidates'
import { words } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { Whole } from '@/lib/recommendations/whole'
import { assignAll } from './assign-action'
import { namedParties } from './named'

type Props = {
  whole: Whole
  candidates: Candidates
  /** Somebody has asked for it, and begins to write. */
  focus: boolean
  /** Those that the text names are ticked. */
  ticked: boolean
}

/** Assigns it to one or several organizations, or to all members of a group; those that the text names come first. */
export function AssignForm({ whole, candidates, focus, ticked }: Props) {
  const named = namedParties(whole, candidates)
  return (
    <ActionForm action={assignAll} prefix="assign-" meanwhile={words('one.meanwhile')} focus={focus}>
      <FormHidden name="id" value={newId()} />
      <FormHidden name="key" value={whole.key} />
      <Stack>
        {named.length > 0 && (
          <Row>
            <span>{words('one.assignments.named')}:</span>
            {named.map(({ value, label }) => (
              <FormCheck key={value} name="party" value={value} label={label} defaultChecked={ticked} />
            ))}
          </Row>
        )}
        <InlineFields>
          <FormText
            name="organization"
            label={words('one.assignments.organization')}
            list="assign-organizations"
            autoComplete="off"
          />
          <FormSelect
            name="owner"
            label={words('one.assignments.owner')}
            defaultValue=""
            options={[{ value: '', label: words('one.assignments.ownerLater') }, ...candidates.people.map(ownerOption)]}
          />
          <FormDate name="dueOn" label={words('one.assignments.dueOn')} />
          <SubmitButton>{words('one.assignments.save')}</SubmitButton>
        </InlineFields>
        <small>{words('one.assignments.organizationHint')}</small>
        <ConfirmPast />
        <ConfirmSimilar />
        <Offered name="add">
          <FormCheck name="add" label={words('one.assignments.add')} />
        </Offered>
      </Stack>
      <datalist id="assign-organizations">
        {candidates.organizations.map(({ slug, name }) => (
          <option key={slug} value={name} />
        ))}
        {candidates.groups.map(({ slug, name, count }) => (
          <option key={slug} value={name} label={words('one.assignments.members', { name, count })} />
        ))}
      </datalist>
    </ActionForm>
  )
}

/** Somebody as one chooses them: two of the same name differ by their organizations. */
export const ownerOption = ({ email, name, organizations }: Candidate) => ({
  value: email,
  label:
    organizations.length > 0
      ? words('one.assignments.ownerFrom', { name, organization: organizations.join(', ') })
      : name,
})
