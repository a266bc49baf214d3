import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import { assign, assignGroup } from '@/lib/assignments/assign'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { requestDate } from '@/lib/assignments/request-date'
import { addCycle } from '@/lib/cycles/add-cycle'
import { closeCycle } from '@/lib/cycles/close-cycle'
import { archiveDocument } from '@/lib/documents/archive-document'
import { editDocument } from '@/lib/documents/edit-document'
import { erase } from '@/lib/erasures/erase'
import { addFile } from '@/lib/evidence/add-file'
import { publishImport } from '@/lib/imports/publish-import'
import { editInstance } from '@/lib/instance/edit-instance'
import { addGroup } from '@/lib/organizations/add-group'
import { addMembers } from '@/lib/organizations/add-members'
import { addOrganization } from '@/lib/organizations/add-organization'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { createUserAtConsole } from '@/lib/people/create-user-at-console'
import { disableUser } from '@/lib/people/disable-user'
import { addAction } from '@/lib/plans/add-action'
import { at, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { makePublications } from '@/lib/publications/make-publications'
import { requestPublication } from '@/lib/publications/request-publication'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { removeRecommendation } from '@/lib/recommendations/remove-recommendation'
import { linkRecommendation } from '@/lib/relations/link-recommendation'
import { reportNoChange } from '@/lib/reports/report-no-change'
import { reportProgress } from '@/lib/reports/report-progress'
import { saveReportDraft } from '@/lib/reports/save-draft'
import { submitReportDraft } from '@/lib/reports/submit-draft'
import { emailOf, organizations, people, valueIn } from './given'
import { confirmAll, givenDraft, givenEditionImport } from './given-edition'
import { givenWork } from './given-work'
import { png } from './pictures'
import { uploadOf } from './uploads'

const { amina, bruno, chen, elif, faisal, gulnar } = people
const { health, finance } = organizations

/** Writes something into every table that holds facts, through the commands. */
export async function givenFacts() {
  const { assignments, evidence } = await givenWork()
  await givenParties()
  await givenTexts()
  await givenReports()
  await givenDates()
  await givenCycles()
  await givenNotes()
  valueIn(await requestPublication(chen, { scope: { document: 'SALVADOR-2010' } }))
  await makePublications()
  await givenAdministration(evidence ?? '', assignments ?? '')
}

async function givenParties() {
  const group = valueIn(await addGroup(chen, { name: 'Experts' }))
  for (const name of ['Bureau of Trade', 'Office of Trade', 'Bureau of Posts'])
    valueIn(await addOrganization(chen, { name }))
  valueIn(await addMembers(chen, { group: group.slug, organizations: ['bureau-of-trade', finance.slug] }))
  valueIn(await mergeOrganization(chen, { slug: 'bureau-of-trade', into: 'office-of-trade' }))
  valueIn(await archiveOrganization(chen, { slug: 'bureau-of-posts' }))
  const account = {
    name: 'Nadia Rahimi',
    email: 'nadia@example.org',
    role: 'focal_point',
    organizations: [finance.slug],
  }
  valueIn(await createUserAtConsole(account))
  const { id, version } = await db.user.findUniqueOrThrow({ where: { email: account.email } })
  valueIn(await disableUser(faisal, { id, version }))
}

/** A document with a second edition, one that is archived, a link, a closed and a removed recommendation. */
async function givenTexts() {
  const { code } = await givenDraft()
  const { id } = await givenEditionImport(code)
  await confirmAll(id)
  valueIn(await publishImport(chen, { id }))
  const { version } = await db.document.findUniqueOrThrow({ where: { code } })
  const details = { title: 'Final report', symbol: 'A/1', body: 'Meeting', date: '2026-01-01', place: 'Vienna' }
  valueIn(await editDocument(chen, { code, version, ...details, language: 'fr' }))
  const [first, second, third] = await db.recommendation.findMany({
    where: { document: { code } },
    orderBy: { key: 'asc' },
  })
  const addressees = [
    { words: 'States', organization: health.slug },
    { words: 'Experts', group: 'experts' },
  ]
  const key = first?.key ?? ''
  valueIn(await editRecommendation(chen, { key, version: first?.version, themes: ['Training'], addressees }))
  valueIn(await linkRecommendation(chen, { key, to: second?.key, relation: 'repeats' }))
  valueIn(await closeRecommendation(chen, { key: second?.key, closure: 'superseded', reason: 'By the first one.' }))
  valueIn(await removeRecommendation(chen, { key: third?.key }))
  valueIn(await archiveDocument(chen, { code: (await givenDraft()).code }))
}

/** A report that says that nothing changed, one by two people that mentions a third, and a correction. */
async function givenReports() {
  const { id: assignmentId } = valueIn(await assign(chen, { key: 'SALVADOR-2010-17.1', organization: health.slug }))
  await at('2026-02-01T12:00:00Z', () =>
    reportProgress(amina, { assignmentId, progress: 'in_progress', narrative: 'Begun.' }),
  )
  valueIn(await reportNoChange(amina, { assignmentId }))
  const draft = { assignmentId, progress: 'in_progress', narrative: `Drafted with @${emailOf('elif')} in May.` }
  const { id, version } = valueIn(await saveReportDraft(gulnar, draft))
  valueIn(await submitReportDraft(amina, { id, version }))
  const report = {
    assignmentId,
    progress: 'partially_implemented',
    narrative: `More was done with @${emailOf('gulnar')} in May.`,
    corrects: id,
  }
  valueIn(await reportProgress(amina, report))
  valueIn(await closeAssignment(chen, { id: assignmentId, closure: 'superseded', reason: 'By a later report.' }))
}

/** A date that was corrected, moved and removed, and a request that waits. */
async function givenDates() {
  const { id } = valueIn(
    await assign(chen, { key: 'SALVADOR-2010-18.1', organization: finance.slug, owner: emailOf('bruno') }),
  )
  const date = async (dueOn: string | null, more = {}) => {
    const { version } = await db.assignment.findUniqueOrThrow({ where: { id } })
    valueIn(await changeAssignment(chen, { id, version, dueOn, reason: 'As agreed.', ...more }))
  }
  await date('2030-03-01')
  await date('2030-04-01', { correction: true })
  await date('2030-05-01')
  valueIn(await requestDate(bruno, { assignmentId: id, dueOn: '2031-01-01', reason: 'The law has to pass.' }))
  valueIn(
    await addAction(bruno, {
      assignmentId: id,
      title: 'Ask',
      responsible: 'Legal unit',
      startsOn: '2030-01-01',
      dueOn: '2030-02-01',
    }),
  )
}

/** A cycle that is closed, about one organization and one group. */
async function givenCycles() {
  valueIn(await assignGroup(chen, { key: 'SALVADOR-2010-17.3', group: 'experts', dueOn: today(), confirmPast: true }))
  const scope = { document: 'SALVADOR-2010', organizations: [health.slug], groups: ['experts'] }
  const { id } = valueIn(await addCycle(chen, { name: 'Mid-year', opensOn: today(), closesOn: '2099-12-31', ...scope }))
  valueIn(await closeCycle(chen, { id }))
}

async function givenNotes() {
  const key = 'SALVADOR-2010-17.2'
  const about = { key, audience: 'organization', start: 0, end: 4 }
  const { id } = valueIn(await annotate(amina, { ...about, body: `Who leads, @${emailOf('elif')}?` }))
  valueIn(await editAnnotation(amina, { id, version: 1, body: `Who leads, @${emailOf('gulnar')}?` }))
  valueIn(await annotate(elif, { key, parent: id, body: 'The Ministry.' }))
  const { id: wrong } = valueIn(await annotate(amina, { key, body: 'Off the subject.' }))
  valueIn(await withdrawAnnotation(chen, { id: wrong, reason: 'It concerns another text.' }))
}

async function givenAdministration(evidence: string, assignmentId: string) {
  const covers = { from: '2026-01-01', to: '2026-02-01' }
  valueIn(await addFile(amina, { assignmentId, ...covers }, uploadOf('The letter as it came.')))
  valueIn(await editInstance(faisal, { version: 1, name: 'Register', logo: png }))
  valueIn(
    await erase(faisal, {
      noun: 'assignment',
      id: assignmentId,
      items: [evidence],
      reason: 'Court order',
      confirm: true,
    }),
  )
}
