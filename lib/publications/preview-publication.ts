import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { forbidden, type Result, unparsed } from '@/lib/platform/result'
import { Definition } from './definition'
import { type Plan, planPublication } from './plan-publication'
import { mayGenerate } from './policy'

/** Returns the title and the size of a report, for those who may generate it. Refusals: `publication_forbidden`. */
export async function previewPublication(actor: Actor, input: unknown): Promise<Result<Plan>> {
  if (!mayGenerate(actor)) return forbidden('publication_forbidden')
  const parsed = Definition.safeParse(input)
  return parsed.success ? planPublication(actor, parsed.data) : unparsed(parsed.error)
}
