import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { answer } from '@/lib/assignments/answer'
import { askAgain } from '@/lib/assignments/ask-again'
import { assign, assignGroup } from '@/lib/assignments/assign'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { decideDate } from '@/lib/assignments/decide-date'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { reopenAssignment } from '@/lib/assignments/reopen-assignment'
import { requestDate } from '@/lib/assignments/request-date'
import type { Actor } from '@/lib/domain/actor'
import { addLink } from '@/lib/evidence/add-link'
import { addOrganization } from '@/lib/organizations/add-organization'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { addAction } from '@/lib/plans/add-action'
import { changeAction } from '@/lib/plans/change-action'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { addRecommendation } from '@/lib/recommendations/add-recommendation'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { removeRecommendation } from '@/lib/recommendations/remove-recommendation'
import { reopenRecommendation } from '@/lib/recommendations/reopen-recommendation'
import { addDocument } from '@/lib/registration/add-document'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import type { Progress } from '@/prisma/generated/enums'
import { emailOf, givenPeople, organizations, people, valueIn } from './given'
import { dice } from './world'

const { chen, amina, elif, faisal } = people
const { health, finance } = organizations

/** The organization that is merged into another one, and the group to which it belongs. */
export const merged = 'board-of-health'
export const into = 'council-of-health'
const group = 'ministries'
const parties = [health.slug, finance.slug, merged]

const { roll, one } = dice(20270101)

/** Adds the people, organizations and the group, and the first document. */
export async function begin() {
  await givenPeople()
  valueIn(await addOrganization(chen, { name: 'Board of Health', slug: merged }))
  valueIn(await addOrganization(chen, { name: 'Council of Health', slug: into }))
  const create = parties.map((slug) => ({ organization: { connect: { slug } } }))
  await db.group.create({ data: { slug: group, name: 'Ministries', members: { create } } })
  valueIn(await publish('YEAR'))
}

const dates = ['2027-02-15', '2027-05-31', '2027-08-15', '2027-12-31'] as const
const dueOn = () => ({ dueOn: one(dates), confirmPast: true })
const words = () => `In words ${roll(1e6)}.`

type Held = Awaited<ReturnType<typeof held>>

/** An assignment with what the next change needs of it, a recommendation, and a few of their parts. */
async function held() {
  const recommendations = await db.recommendation.findMany({ orderBy: { key: 'asc' } })
  const assignments = await db.assignment.findMany({
    orderBy: [{ recommendation: { key: 'asc' } }, { organization: { slug: 'asc' } }],
    include: {
      reports: { orderBy: { number: 'desc' }, take: 1 },
      actions: { orderBy: { id: 'asc' } },
      dateChanges: { where: { decision: null } },
    },
  })
  const some = <T>(rows: T[]): T | undefined => rows[roll(Math.max(rows.length, 1))]
  const claims = assignments.filter(({ verification }) => verification !== 'none')
  return {
    recommendation: some(recommendations),
    assignment: some(roll(3) === 0 && claims.length > 0 ? claims : assignments),
    claim: some(assignments.filter(({ verification }) => verification === 'submitted')),
    closed: some(assignments.filter(({ closure }) => closure)),
    waiting: some(assignments.flatMap(({ dateChanges }) => dateChanges)),
    annotation: some(await db.annotation.findMany({ where: { authorId: amina.id }, orderBy: { createdAt: 'asc' } })),
  }
}

type Step = (of: Partial<Held>) => Promise<Result<unknown> | undefined> | undefined

const onAssignment =
  (step: (row: NonNullable<Held['assignment']>) => Promise<Result<unknown>> | undefined): Step =>
  ({ assignment }) =>
    assignment && step(assignment)

const onRecommendation =
  (step: (row: NonNullable<Held['recommendation']>) => Promise<Result<unknown>>): Step =>
  ({ recommendation }) =>
    recommendation && step(recommendation)

const report = (progresses: readonly [Progress, ...Progress[]], actor: Actor = chen) =>
  onAssignment(({ id }) => reportProgress(actor, { assignmentId: id, progress: one(progresses), narrative: words() }))

const decide = (decision: 'accept' | 'accept_alternative' | 'return') =>
  onAssignment(({ reports: [last], version }) => {
    return last && reviewReport(elif, { reportId: last.id, version, decision, note: words() })
  })

/** What people do, by name. */
const steps: Record<string, Step> = {
  report: report(['not_started', 'in_progress', 'partially_implemented']),
  reportAgain: report(['in_progress']),
  claim: report(['implemented']),
  claimBySelf: report(['implemented'], amina),
  correct: onAssignment(
    ({ id, reports: [last] }) =>
      last &&
      reportProgress(chen, { assignmentId: id, progress: 'in_progress', narrative: words(), corrects: last.id }),
  ),
  accept: ({ claim }) => claim && decide(one(['accept', 'accept_alternative']))({ assignment: claim }),
  return: decide('return'),
  reverse: decide('return'),
  move: onAssignment(({ id, version }) => changeAssignment(chen, { id, version, ...dueOn(), reason: words() })),
  correctDate: onAssignment(({ id, version }) =>
    changeAssignment(chen, { id, version, ...dueOn(), reason: words(), correction: true }),
  ),
  undate: onAssignment(({ id, version }) => changeAssignment(chen, { id, version, dueOn: null, reason: words() })),
  own: onAssignment(({ id, version }) =>
    changeAssignment(chen, { id, version, owner: one([emailOf('amina'), emailOf('chen'), null]) }),
  ),
  lead: onAssignment(({ id, version }) => changeAssignment(chen, { id, version, role: 'lead' })),
  request: onAssignment(({ id }) => requestDate(chen, { assignmentId: id, dueOn: '2028-01-31', reason: words() })),
  grant: ({ waiting }) => waiting && decideDate(chen, { id: waiting.id, decision: 'grant', note: words() }),
  refuse: ({ waiting }) => waiting && decideDate(chen, { id: waiting.id, decision: 'refuse', note: words() }),
  answer: onAssignment(({ id, version }) =>
    answer(chen, {
      ...{ assignmentId: id, version, reason: words() },
      position: one(['accepted', 'partially_accepted', 'not_accepted']),
    }),
  ),
  askAgain: onAssignment(({ id, version }) => askAgain(chen, { assignmentId: id, version, reason: words() })),
  plan: onAssignment(({ id }) => addAction(chen, { assignmentId: id, title: words(), dueOn: one(dates) })),
  step: onAssignment(
    ({ actions: [step] }) =>
      step && changeAction(chen, { id: step.id, version: step.version, state: one(['under_way', 'done', 'dropped']) }),
  ),
  evidence: onAssignment(({ id }) =>
    addLink(chen, { assignmentId: id, title: words(), url: 'https://example.org/act' }),
  ),
  close: onAssignment(({ id }) => closeAssignment(chen, { id, closure: 'superseded', reason: words() })),
  reopen: ({ closed }) => closed && reopenAssignment(chen, { id: closed.id, reason: words() }),
  remove: onAssignment(({ id }) => removeAssignment(chen, { id })),
  assign: onRecommendation(({ key }) =>
    assign(chen, { key, organization: parties[roll(parties.length)], ...(roll(4) > 0 && dueOn()) }),
  ),
  assignGroup: onRecommendation(({ key }) => assignGroup(chen, { key, group, ...dueOn() })),
  title: onRecommendation(({ key, version }) => editRecommendation(chen, { key, version, title: words() })),
  kind: onRecommendation(({ key, version }) =>
    editRecommendation(chen, { key, version, kind: one(['action', 'finding']) }),
  ),
  themes: onRecommendation(({ key, version }) =>
    editRecommendation(chen, { key, version, themes: [one(['Health', 'Trade', 'Ocean'])] }),
  ),
  closeWhole: onRecommendation(({ key }) => closeRecommendation(chen, { key, closure: 'superseded', reason: words() })),
  reopenWhole: onRecommendation(({ key }) => reopenRecommendation(chen, { key, reason: words() })),
  add: () => addRecommendation(chen, { code: 'YEAR', paragraph: `${1 + roll(6)}`, start: 0, end: 10 + roll(8) }),
  removeWhole: onRecommendation(({ key }) => removeRecommendation(chen, { key })),
  annotate: onRecommendation(({ key }) =>
    annotate(amina, { key, body: words(), audience: one(['organization', 'internal', 'public']) }),
  ),
  edit: ({ annotation }) =>
    annotation && editAnnotation(amina, { id: annotation.id, version: annotation.version, body: words() }),
}

const names = Object.keys(steps)

/** How often each step was taken. */
export const taken: Record<string, number> = Object.fromEntries(names.map((name) => [name, 0]))

const tried = new Map<string, number>()

/** Takes one of the steps that were tried least, or another one if that is refused. */
export async function change() {
  for (let tries = 0; tries < 8; tries++) {
    const rarest = names.toSorted((a, b) => (tried.get(a) ?? 0) - (tried.get(b) ?? 0))
    const name = rarest[roll(6)] ?? ''
    tried.set(name, (tried.get(name) ?? 0) + 1)
    const result = await steps[name]?.(await held())
    if (!result?.ok || !result.changed) continue
    taken[name] = (taken[name] ?? 0) + 1
    return
  }
}

const paragraphs = Array.from({ length: 6 }, (_, place) => ({
  label: String(place + 1),
  text: `States should act on point ${place + 1}. They should report on it.`,
}))

/** Adds a document with six paragraphs, each with a recommendation. */
export const publish = (code: string) =>
  addDocument(chen, {
    ...{ code, title: `Report ${code}`, paragraphs },
    recommendations: paragraphs.map(({ label }) => ({ paragraph: label, start: 0, end: 27 })),
  })

export const merge = () => mergeOrganization(faisal, { slug: merged, into })
