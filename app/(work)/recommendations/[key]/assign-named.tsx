import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Candidates } from '@/lib/assignments/candidates'
import { listInWords, words } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { Whole } from '@/lib/recommendations/whole'
import { assignAll } from './assign-action'
import { namedParties } from './named'

/** Assigns it to all that the text is addressed to, in one click. */
export function AssignNamed({ whole, candidates }: { whole: Whole; candidates: Candidates }) {
  const named = namedParties(whole, candidates)
  if (named.length === 0) return null
  const names = listInWords(named.map(({ label }) => label))
  return (
    <ActionForm action={assignAll} prefix="assign-named-">
      <FormHidden name="id" value={newId()} />
      <FormHidden name="key" value={whole.key} />
      {named.map(({ value }) => (
        <input key={value} type="hidden" name="party" value={value} />
      ))}
      <SubmitButton>{words('one.assignments.assignNamed', { names })}</SubmitButton>
    </ActionForm>
  )
}
