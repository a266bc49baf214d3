import 'server-only'
import { annotate } from '@/lib/annotations/annotate'
import { answer } from '@/lib/assignments/answer'
import { askAgain } from '@/lib/assignments/ask-again'
import { assign, assignGroup } from '@/lib/assignments/assign'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { decideDate } from '@/lib/assignments/decide-date'
import { requestDate } from '@/lib/assignments/request-date'
import type { Actor } from '@/lib/domain/actor'
import { at, daysAfter, today as dayToday } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import { saveReportDraft } from '@/lib/reports/save-draft'
import { allSteps } from './all-steps'
import { runCycle } from './cycles'
import { addEvidence, unnamedOn } from './evidence'
import { people } from './people-and-organizations'
import { addStep, changeStep } from './plan-steps'
import { stateReports } from './reports-of-states'
import type { ReportStep, Step } from './step'

type Players = Record<keyof typeof people, Actor>

const code = 'SALVADOR-2010'

/** Runs all steps through the commands. Each step runs with the clock set to its own moment. */
export async function runSteps(players: Players, today: string) {
  const inOrder = [...allSteps, ...(await reportsOfStates())].sort((a, b) => b.ago - a.ago || a.at.localeCompare(b.at))
  for (const step of inOrder) {
    await at(momentOf(step, today), async () => {
      const actor = players[step.by]
      succeeded(await ('key' in step ? perform(step, actor, today) : runCycle(step, actor, today, code)))
    })
  }
}

const momentOf = ({ ago, at }: { ago: number; at: string }, today: string) => `${daysAfter(today, -ago)}T${at}:00Z`

/** Throws if the rules refuse a step, because the step is then wrong. */
function succeeded<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demonstration was refused: ${JSON.stringify(result)}`)
  return result.value
}

async function perform(step: Extract<Step, { key: string }>, actor: Actor, today: string): Promise<Result<unknown>> {
  const key = `${code}-${step.key}`
  switch (step.do) {
    case 'assign': {
      const owner = step.owner && { owner: people[step.owner].email }
      const role = step.lead ? 'lead' : 'contributing'
      return assign(actor, { key, organization: step.to, ...owner, dueOn: daysAfter(today, step.dueIn), role })
    }
    case 'assign-states':
      return assignGroup(actor, { key, group: 'states', dueOn: daysAfter(today, step.dueIn) })
    case 'report':
    case 'draft':
      return report(step, actor, await idOf(key, step.of))
    case 'review': {
      const { id } = await latestReportOf(key, step.of)
      return reviewReport(actor, { reportId: id, decision: step.decision, note: step.note })
    }
    case 'request-date':
      return requestDate(actor, { assignmentId: await idOf(key, step.of), ...askedIn(step, today) })
    case 'decide-date': {
      const waiting = { assignmentId: await idOf(key, step.of), decision: null }
      const request = await db.dateChange.findFirstOrThrow({ where: waiting })
      return decideDate(actor, { id: request.id, decision: step.decision, note: step.note })
    }
    case 'answer': {
      const { id: assignmentId, version } = await assignmentOf(key, step.of)
      return answer(actor, { assignmentId, version, position: step.position, reason: step.reason })
    }
    case 'plan':
      return addStep(actor, step, { today, assignmentId: (await assignmentOf(key, step.of)).id })
    case 'step':
      return changeStep(actor, step, { today, assignmentId: (await assignmentOf(key, step.of)).id })
    case 'ask-again': {
      const { id: assignmentId, version } = await assignmentOf(key, step.of)
      return askAgain(actor, { assignmentId, version, reason: step.reason })
    }
    case 'add-link':
    case 'add-file':
      return addEvidence(step, actor, await idOf(key, step.of))
    case 'close':
      return closeAssignment(actor, { id: await idOf(key, step.of), closure: step.closure, reason: step.reason })
    case 'note': {
      const hearing = step.for ? { audience: 'organization', organization: step.for } : { audience: step.audience }
      return annotate(actor, { key, body: step.text, ...hearing, ...(await spanOf(key, step.on)) })
    }
  }
}

/** Reports with the evidence that no report names yet, or saves a draft. */
async function report(step: ReportStep, actor: Actor, assignmentId: string): Promise<Result<unknown>> {
  const typed = { assignmentId, progress: step.progress, narrative: step.text }
  if (step.do === 'draft') return saveReportDraft(actor, typed)
  const letter = step.letter !== undefined && { letterOn: daysAfter(dayToday(), -step.letter) }
  return reportProgress(actor, { ...typed, ...letter, evidence: await unnamedOn(assignmentId) })
}

const assignmentOf = (key: string, slug: string) =>
  db.assignment.findFirstOrThrow({
    where: { recommendation: { key }, organization: { slug } },
    select: { id: true, version: true },
  })

const askedIn = ({ dueIn, reason }: { dueIn: number; reason: string }, today: string) => ({
  dueOn: daysAfter(today, dueIn),
  reason,
})

const idOf = async (key: string, slug: string) => (await assignmentOf(key, slug)).id

const latestReportOf = (key: string, slug: string) =>
  db.progressReport.findFirstOrThrow({
    where: { assignment: { recommendation: { key }, organization: { slug } } },
    orderBy: { number: 'desc' },
    select: { id: true },
  })

async function spanOf(key: string, words: string | undefined) {
  if (!words) return {}
  const { paragraph } = await db.recommendation.findUniqueOrThrow({ where: { key }, select: { paragraph: true } })
  const before = paragraph.text.slice(0, paragraph.text.indexOf(words))
  const start = [...before].length
  return { start, end: start + [...words].length }
}

/**
 * Reports what some of the States did, as they wrote by mail. A coordinator reports on their behalf, three States a
 * day.
 */
async function reportsOfStates(): Promise<Step[]> {
  const states = await db.organization.findMany({
    where: { groups: { some: { group: { slug: 'states' } } } },
    orderBy: { name: 'asc' },
    select: { slug: true },
  })
  // Picks States from the whole alphabet.
  const answering = states.filter((_, place) => place % 11 < 3)
  return answering.map(({ slug }, place) => {
    const { progress, texts } = stateReports[place % 4 === 0 ? 'done' : 'begun']
    const when = { ago: 200 - Math.floor(place / 3) * 11, at: `14:${10 + (place % 3) * 15}` }
    return {
      ...when,
      by: 'amina',
      do: 'report',
      letter: 9,
      key: '17.2',
      of: slug,
      progress,
      text: texts[place % texts.length] ?? '',
    }
  })
}
