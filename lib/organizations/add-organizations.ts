import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { ConfirmSimilar } from '@/lib/domain/name-confirmation'
import { change } from '@/lib/history/change'
import { forbidden, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { Names } from './fields'
import { findOrAdd } from './find-or-add'
import { mayKeepOrganizations } from './policy'

const AddMany = z.strictObject({ names: Names, confirmSimilar: ConfirmSimilar })

/** The result for each line of a list. */
export type Rows<Outcome extends string> = {
  rows: { name: string; organization: { slug: string; name: string }; outcome: Outcome }[]
}

/**
 * Adds an organization for each name that does not exist yet. Returns, for each row, whether the organization was
 * created or found. Refusals: `organization_forbidden`.
 */
export async function addOrganizations(actor: Actor, input: unknown): Promise<Result<Rows<'made' | 'found'>>> {
  const parsed = AddMany.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { names, confirmSimilar } = parsed.data

  if (!mayKeepOrganizations(actor)) return forbidden('organization_forbidden')

  return change(actor, async (change) => {
    const found = await findOrAdd(change, names, { actor, confirmSimilar })
    if (!found.ok) return found

    const rows = found.rows.map(({ name, organization: { slug, name: called }, outcome }) => {
      return { name, organization: { slug, name: called }, outcome }
    })
    return rows.some(({ outcome }) => outcome === 'made') ? ok({ rows }) : unchanged({ rows })
  })
}
