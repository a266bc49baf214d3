import 'server-only'
import { insertFirstAssignments } from '@/lib/assignments/insert-assignments'
import type { Actor } from '@/lib/domain/actor'
import type { Change } from '@/lib/history/change'
import { findOrAdd } from '@/lib/organizations/find-or-add'
import { holdOrganizations } from '@/lib/organizations/hold-organizations'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { insertFirstReports } from '@/lib/reports/insert-first-reports'
import type { Made } from './made-row'
import type { ResolvedRow } from './resolve-duties'
import { writeRecommendations } from './write-recommendations'

type Batch = { sheetId: string; name: string; rows: readonly ResolvedRow[] }

/** Writes what a batch of rows makes. Returns what was made. */
export async function writeBatch(change: Change, actor: Actor, { sheetId, name, rows }: Batch): Promise<Made[]> {
  const organizations = await writeOrganizations(change, actor, rows)
  const { made, idOf } = await writeRecommendations(change, rows)
  const assignments = rows.flatMap(({ row, same, content, duties }) =>
    duties.map(({ organization, ownerId }) => ({
      id: newId(),
      row,
      content,
      recommendationId: idOf(same),
      organizationId:
        'id' in organization ? organizations.currentId(organization.id) : organizations.idOf(organization.name),
      viaGroupId: 'viaGroupId' in organization ? organization.viaGroupId : undefined,
      ownerId,
      dueOn: content.dueOn,
      role: content.role,
    })),
  )
  await insertFirstAssignments(
    change,
    assignments.map(({ row, content: _content, ...assignment }) => ({ ...assignment, imported: { sheetId, row } })),
  )
  const reported = assignments.flatMap(({ id: assignmentId, recommendationId, row, content }) => {
    const { progress, report, asOf } = content
    if (progress === undefined || (progress === 'not_started' && report === undefined)) return []
    const narrative = report ?? t('sheets.importedReport', { name, row })
    return [{ assignmentId, recommendationId, progress, narrative, asOf, row, imported: { sheetId, row } }]
  })
  const reportIds = await insertFirstReports(change, actor.id, reported)
  return [
    ...organizations.made,
    ...made,
    ...assignments.map(({ id, row }) => ({ id, row, kind: 'assignment' as const })),
    ...reportIds.map((id, place) => ({ id, row: reported[place]?.row ?? 0, kind: 'report' as const })),
  ]
}

/** Creates the organizations that are missing, and holds the others. */
async function writeOrganizations(change: Change, actor: Actor, rows: readonly ResolvedRow[]) {
  const firstRowOf = new Map<string, number>()
  const ids: string[] = []
  for (const { row, duties } of rows) {
    for (const { organization } of duties) {
      if ('id' in organization) ids.push(organization.id)
      else if (!firstRowOf.has(organization.name)) firstRowOf.set(organization.name, row)
    }
  }
  const names = [...firstRowOf.keys()]
  const added = await findOrAdd(change, names, { actor, confirmSimilar: false })
  if (!added.ok) throw new Error('An organization of a spreadsheet was refused after it had been checked.')
  const byName = new Map(added.rows.map(({ name, organization }) => [name, organization.id]))
  const currentId = await holdOrganizations(change.tx, [...ids, ...byName.values()])
  const made = new Map<string, Made>()
  for (const { name, organization, outcome } of added.rows) {
    const { id } = organization
    if (outcome === 'made' && !made.has(id)) made.set(id, { id, row: firstRowOf.get(name) ?? 0, kind: 'organization' })
  }
  return {
    made: [...made.values()],
    idOf: (name: string) => there(byName.get(name)),
    currentId: (id: string) => there(currentId(id)),
  }
}

/** What was found when the batch was read has gone since. Reading the batch again finds out what to do. */
function there<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('What a row of a spreadsheet relies on has changed while it was imported.')
  return value
}
