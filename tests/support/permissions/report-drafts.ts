import { at } from '@/lib/platform/clock'
import { addReport } from '@/lib/reports/add-report'
import { discardReportDraft } from '@/lib/reports/discard-draft'
import { reportNoChange } from '@/lib/reports/report-no-change'
import { reportProgress } from '@/lib/reports/report-progress'
import { editReportDraft, saveReportDraft } from '@/lib/reports/save-draft'
import { submitReportDraft } from '@/lib/reports/submit-draft'
import { givenAssignment, people, valueIn } from '../given'
import { givenPerson } from '../given-person'
import { keepers, type Permission, type Person, whose, whoTakePart } from './permission'

const text = { progress: 'in_progress', narrative: 'Begun.' }

/** Returns the commands on reports, and on drafts of them, of the actor's organization or of another one. */
function onDrafts(relation: keyof typeof whose, answering: Permission['allowed']): Permission[] {
  const to = whose[relation]
  const fresh = async () => ({ assignmentId: (await givenAssignment({ to })).id, ...text })
  const permission = (command: string, attempt: Permission['attempt']): Permission => ({
    command,
    relation,
    allowed: answering,
    attempt,
  })
  /** A draft that a colleague of the person saved, of the same side if they may report. */
  const draft = async ({ role }: Person) => {
    const keeps = relation === 'another organization' && keepers.includes(role)
    const colleague = await givenPerson(keeps ? { role: 'coordinator' } : { organizationIds: [to.id] })
    return valueIn(await saveReportDraft(colleague, await fresh())).id
  }
  return [
    permission('reportNoChange', async (person) => {
      const { assignmentId } = await fresh()
      await at('2026-05-03T09:00:00Z', () => reportProgress(people.chen, { assignmentId, ...text }))
      return reportNoChange(person, { assignmentId })
    }),
    permission('saveReportDraft', async (person) => saveReportDraft(person, await fresh())),
    permission('addReport', async (person) => addReport(person, { ...(await fresh()), draft: true })),
    permission('editReportDraft', async (person) => editReportDraft(person, { id: await draft(person), version: 1 })),
    permission('submitReportDraft', async (person) => submitReportDraft(person, { id: await draft(person) })),
    permission('discardReportDraft', async (person) => discardReportDraft(person, { id: await draft(person) })),
  ]
}

export const onReportDrafts: Permission[] = [
  ...onDrafts('own organization', whoTakePart),
  ...onDrafts('another organization', keepers),
]
