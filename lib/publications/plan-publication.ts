import 'server-only'
import { dayOf, now } from '@/lib/platform/clock'
import { readNamed } from '@/lib/platform/db'
import { dateInWords, t } from '@/lib/platform/i18n'
import { inLanguage } from '@/lib/platform/languages'
import { invalidField, mapFieldErrors, ok, type Result } from '@/lib/platform/result'
import { type PastDay, pastDayOf, showing } from '@/lib/platform/shown-day'
import { assignmentTotalOf } from '@/lib/register/assignment-list'
import { scopeInWords } from '@/lib/register/export-about'
import { totalOf } from '@/lib/register/list'
import { scopeOf } from '@/lib/register/scope'
import { type Definition, filtersFor } from './definition'
import { bounds } from './limits'
import { readerOf } from './policy'

/** What a report would contain if it were generated now. */
export type Plan = { title: string; asOf: string; recommendations: number; assignments: number }

type Size = Pick<Plan, 'recommendations' | 'assignments'>

/**
 * Returns the title and the size of a report, without generating it. Refuses a scope that everyone signed in could not
 * read, a day to come, and a report that would be too large.
 */
export async function planPublication(actor: { id: string }, definition: Definition): Promise<Result<Plan>> {
  const today = dayOf(now())
  const asOf = definition.asOf ?? today
  if (asOf > today) return invalidField('asOf', 'as_of_to_come', { today: dateInWords(today) })
  const past = asOf < today ? pastDayOf(asOf) : undefined

  const found = definition.scope.recommendation
    ? await dossierOf(definition.scope.recommendation, past)
    : await partOf(actor, definition, past)
  if (!found.ok) return found
  const { recommendations, assignments, title } = found.value
  if (recommendations > bounds.recommendations || assignments > bounds.assignments)
    return invalidField('scope', 'publication_too_large', {
      recommendations: bounds.recommendations,
      assignments: bounds.assignments,
    })
  return ok({ title: definition.title ?? inLanguage(definition.language, title), asOf, recommendations, assignments })
}

type Part = Size & { title: () => string }

async function partOf(actor: { id: string }, definition: Definition, past: PastDay | undefined): Promise<Result<Part>> {
  const filters = filtersFor(definition)
  const scope = filters.ok ? await showing(past, () => scopeOf(readerOf(actor), filters.value)) : filters
  if (!scope.ok) return mapFieldErrors(scope, (error) => ({ ...error, field: `scope.${error.field}` }))
  const { value } = scope
  const [recommendations, assignments] = await showing(past, () =>
    Promise.all([totalOf(value), assignmentTotalOf(value)]),
  )
  const isPart = Object.values(definition.scope).some(Boolean)
  const title = () =>
    isPart ? t('publications.titleOf.part', { scope: scopeInWords(value) }) : t('publications.titleOf.whole')
  return ok({ recommendations, assignments, title })
}

/** SQL: the title of the recommendation $1 and the number of its assignments, unless its document is archived. */
const dossierSql = `
  select r.key, r.title, (select count(*)::int from assignments a where a.recommendation_id = r.id) as assignments
  from recommendations r join documents d on d.id = r.document_id
  where r.key = $1 and d.archived_at is null`

async function dossierOf(key: string, past: PastDay | undefined): Promise<Result<Part>> {
  type Row = { key: string; title: string; assignments: number }
  const query = { name: 'publication-dossier', text: dossierSql, values: [key] }
  const [row] = await showing(past, () => readNamed<Row>(query))
  if (!row) return invalidField('scope.recommendation', 'publication_recommendation_unknown', { key })
  const { assignments, title } = row
  return ok({ recommendations: 1, assignments, title: () => t('publications.titleOf.dossier', { key, title }) })
}
