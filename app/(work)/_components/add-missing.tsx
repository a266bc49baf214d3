import { Offered } from '@/app/_ui/action-form'
import { FormCheck } from '@/app/_ui/form-fields'
import type { Actor } from '@/lib/domain/actor'
import { addOrganizations } from '@/lib/organizations/add-organizations'
import { type FormState, readForm } from '@/lib/platform/form'
import { type Code, t } from '@/lib/platform/i18n'
import { type Failure, mapFieldErrors } from '@/lib/platform/result'

const name = 'addMissing'

/** A checkbox to add the organizations that do not exist yet. Shown once the action has offered it. */
export const AddMissing = () => (
  <Offered name={name}>
    <FormCheck name={name} label={t('people.addMissing')} />
  </Offered>
)

/** Offers the checkbox if a refusal names an organization that does not exist. It stays as long as it is checked. */
export function offeringMissing(state: FormState, failures: readonly Failure[], form: FormData): FormState {
  const offered = form.get(name) !== null || missingIn(failures).length > 0
  return offered ? { ...state, offers: [...(state.offers ?? []), name] } : state
}

/** Returns a refusal that says that the checkbox adds the missing organization. */
export const pointingToBox = (failure: Failure) =>
  mapFieldErrors(failure, (error) => ({ ...error, code: toBox(error.code) }))

const toBox = (code: Code): Code => (code === 'organization_unknown' ? 'organization_not_here' : code)

/**
 * Runs an attempt. If it is refused because organizations are missing and the form says to add them, adds them and
 * tries once more. Returns the result, or why they could not be added.
 */
export async function addingMissing<T>(
  actor: Actor,
  form: FormData,
  attempt: () => Promise<T>,
  failuresOf: (result: T) => Failure[],
): Promise<{ result: T; refused?: Failure }> {
  const result = await attempt()
  const names = missingIn(failuresOf(result))
  if (names.length === 0 || form.get(name) === null) return { result }

  const added = await addOrganizations(actor, { names, confirmSimilar: readForm(form).confirmSimilar })
  return added.ok ? { result: await attempt() } : { result, refused: added }
}

const missingIn = (failures: readonly Failure[]) => [
  ...new Set(
    failures.flatMap((failure) =>
      failure.reason === 'invalid'
        ? failure.errors.flatMap(({ code, params }) => (code === 'organization_unknown' ? [String(params.name)] : []))
        : [],
    ),
  ),
]
