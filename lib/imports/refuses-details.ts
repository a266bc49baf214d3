import { type TypedDetails, typedFields } from '@/lib/documents/typed-details'
import { invalidField } from '@/lib/platform/result'

/** Returns the refusal if details are typed for a new edition, which keeps those of its document. */
export function refusesDetails(typed: TypedDetails) {
  const field = typedFields.find((one) => (typed[one] ?? '').trim() !== '')
  return field && invalidField(field, 'edition_details_fixed')
}
