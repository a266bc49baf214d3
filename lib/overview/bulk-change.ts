import 'server-only'
import { z } from 'zod'
import { type Assigned, assignParties } from '@/lib/assignments/assign-parties'
import { ConfirmPast, DueDay, OwnerEmail, ownerFor, pastDue, Role, wrongIn } from '@/lib/assignments/assignment-fields'
import { type Assignee, type Party as Named, organizationsOfParties } from '@/lib/assignments/organizations-of-parties'
import { type Dated, setDueDate } from '@/lib/assignments/set-due-date'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { remindAll } from '@/lib/notifications/remind'
import { typedParties } from '@/lib/organizations/typed-parties'
import { today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import {
  type Failure,
  forbidden,
  type Invalid,
  invalid,
  invalidField,
  ok,
  type Result,
  unparsed,
} from '@/lib/platform/result'
import { KnownName, nameText, writtenText } from '@/lib/platform/text'
import { addTheme } from '@/lib/recommendations/add-theme'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { Closure } from '@/prisma/generated/enums'

const Party = nameText('party_missing', 2000)

const Duty = { owner: OwnerEmail.optional(), dueOn: DueDay.optional(), confirmPast: ConfirmPast, role: Role.optional() }
const DueOn = z.string('day_missing').pipe(DueDay)

const ActOnMany = z.intersection(
  z.object({ keys: z.array(KnownName).min(1, 'keys_missing').max(200, 'list_too_long') }),
  z.discriminatedUnion(
    'act',
    [
      /** Organizations and groups, separated by semicolons. */
      z.object({ act: z.literal('assign'), party: Party, ...Duty }),
      z.object({
        act: z.literal('due'),
        dueOn: DueOn,
        confirmPast: ConfirmPast,
        only: Party.optional(),
        reason: writtenText('reason_missing', 2000).optional(),
      }),
      z.object({ act: z.literal('theme'), theme: nameText('theme_missing', 80) }),
      z.object({ act: z.literal('remind'), note: writtenText('reason_missing', 2000).optional() }),
      z.object({
        act: z.literal('close'),
        closure: z.enum(Closure, 'closure_missing'),
        reason: writtenText('reason_missing', 2000),
      }),
    ],
    'act_missing',
  ),
)

/**
 * The number of items that changed, and of those that already were as requested. `unreachable`: the organizations where
 * nobody can be reminded.
 */
type Counts = { done: number; already: number; unreachable?: string[] }

/** The result for one recommendation: the counts, the refusal, or that its turn has not come. */
export type Outcome = { key: string } & (Counts | { failure: Failure } | { waiting: true })

/** In milliseconds. Recommendations that are left after this time wait for the next request. */
const patience = 4_000

/**
 * Makes the same change to many recommendations, each in its own transaction. A refusal for one does not stop the
 * others. Refusals: `recommendation_forbidden`.
 */
export async function bulkChange(actor: Actor, input: unknown): Promise<Result<Outcome[]>> {
  const parsed = ActOnMany.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  if (!keepsTheRecord(actor)) return forbidden('recommendation_forbidden')

  const act = await actionOf(actor, parsed.data)
  if (!act.ok) return act

  const until = performance.now() + patience
  const outcomes: Outcome[] = []
  for (const key of new Set(parsed.data.keys)) {
    if (performance.now() > until) {
      outcomes.push({ key, waiting: true })
      continue
    }
    const result = await act.value(key)
    if (isWrongForAll(result) && !outcomes.some(hasDone)) return result
    outcomes.push(result.ok ? { key, ...result.value } : { key, failure: result })
  }
  return ok(outcomes)
}

const hasDone = (outcome: Outcome) => 'done' in outcome && outcome.done > 0

/**
 * Returns whether a result refuses the date, its reason or the owner. These are wrong for every recommendation, so the error
 * belongs to the field.
 */
const isWrongForAll = (result: Result<unknown>): result is Extract<Failure, { reason: 'invalid' }> =>
  !result.ok &&
  result.reason === 'invalid' &&
  result.errors.every(({ field }) => ['dueOn', 'owner', 'reason'].includes(field))

type Act = (key: string) => Promise<Result<Counts>>
type Parties = { parties: Named[]; assignees: Assignee[] }
type ActionNamed<Name extends string> = Extract<z.output<typeof ActOnMany>, { act: Name }>

async function actionOf(actor: Actor, action: z.output<typeof ActOnMany>): Promise<Result<Act>> {
  switch (action.act) {
    case 'assign':
      return assigning(actor, action)
    case 'due':
      return dating(actor, action)
    case 'theme': {
      const { theme } = action
      return ok(async (key) => one(await addTheme(actor, { key, theme })))
    }
    case 'remind': {
      const { note } = action
      return ok((key) => remindAll(actor, { key, note }))
    }
    case 'close': {
      const { closure, reason } = action
      return ok(async (key) => one(await closeRecommendation(actor, { key, closure, reason })))
    }
  }
}

async function assigning(actor: Actor, { party, owner, dueOn, confirmPast, role }: ActionNamed<'assign'>) {
  const named = await partiesIn('party', party)
  const { parties, assignees }: Parties = named.ok ? named.value : { parties: [], assignees: [] }
  const owning = await ownerFor(db, actor, owner, assignees)
  const lead = role === 'lead' && assignees.length > 1 ? invalidField('role', 'lead_is_one') : undefined
  if (!named.ok || !owning.ok || lead) return wrongIn(named, owning, lead, pastDue(dueOn, { confirmPast }, today()))
  const duty = { parties, owner, dueOn, confirmPast, role }
  return ok(async (key: string) => counted(await assignParties(actor, { key, ...duty }), made))
}

async function dating(actor: Actor, { dueOn, confirmPast, only, reason }: ActionNamed<'due'>) {
  const named = only === undefined ? undefined : await partiesIn('only', only)
  if (named && !named.ok) return wrongIn(named, pastDue(dueOn, { confirmPast }, today()))
  const parties = named?.value.parties
  return ok(async (key: string) =>
    counted(await setDueDate(actor, { key, dueOn, confirmPast, parties, reason }), dated),
  )
}

/**
 * Returns the organizations and groups that a field names, with all their organizations. Returns an error for each
 * unknown name.
 */
async function partiesIn(field: 'party' | 'only', typed: string): Promise<{ ok: true; value: Parties } | Invalid> {
  const named = await typedParties(typed)
  const parties = named.map(({ name, group }) => (group ? { group } : { organization: name }))
  const found = await organizationsOfParties(db, parties)
  if (found.ok) return ok({ parties, assignees: found.assignees })

  const nameAt = (at: string) => named[Number(at.split('.')[1])]?.name ?? typed
  const unknown = found.errors.map(({ field: at, code, params }) =>
    code === 'organization_unknown'
      ? ({ field, code: 'party_unknown', params: { name: nameAt(at) } } as const)
      : { field, code, params },
  )
  return invalid(...unknown)
}

const made = ({ counts }: Assigned): Counts => ({ done: counts.made, already: counts.already })

const dated = ({ set, already }: Dated): Counts => ({ done: set, already })

const counted = <T>(result: Result<T>, count: (value: T) => Counts): Result<Counts> =>
  result.ok ? { ...result, value: count(result.value) } : result

/** Returns the counts of a change to the recommendation itself. */
function one(result: Result<unknown>): Result<Counts> {
  const done = result.ok && result.changed ? 1 : 0
  return counted(result, () => ({ done, already: 1 - done }))
}
