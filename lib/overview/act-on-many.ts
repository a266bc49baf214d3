import 'server-only'
import { z } from 'zod'
import type { Assigned } from '@/lib/assignments/assign-all'
import { assignGroup } from '@/lib/assignments/assign-group'
import { assignSeveral } from '@/lib/assignments/assign-several'
import { DueDay } from '@/lib/assignments/duty'
import { type Dated, setDueDate } from '@/lib/assignments/set-due-date'
import { findGroup, findOrganization } from '@/lib/organizations/find'
import { type Actor, keepsTheRecord } from '@/lib/people/actor'
import { db } from '@/lib/platform/db'
import { type Failure, forbidden, invalidField, ok, type Result, unparsed } from '@/lib/platform/result'
import { KnownName, nameText } from '@/lib/platform/text'
import { addTheme } from '@/lib/recommendations/add-theme'

const Party = nameText('party_missing')

const ActOnMany = z.intersection(
  z.object({ keys: z.array(KnownName).min(1, 'keys_missing').max(200, 'list_too_long') }),
  z.discriminatedUnion(
    'act',
    [
      z.object({ act: z.literal('assign'), party: Party, dueOn: DueDay.optional() }),
      z.object({ act: z.literal('due'), dueOn: z.string('day_missing').pipe(DueDay), only: Party.optional() }),
      z.object({ act: z.literal('theme'), theme: nameText('theme_missing', 80) }),
    ],
    'act_missing',
  ),
)

/** How much was changed, and how much of what it speaks of stood so already. */
type Counts = { done: number; already: number }

/** What happened to one of them; or why nothing did. */
export type Outcome = { key: string } & (Counts | { failure: Failure })

/** Does the same to many recommendations, each by itself: what is refused for one hinders no other. */
export async function actOnMany(actor: Actor, input: unknown): Promise<Result<Outcome[]>> {
  const parsed = ActOnMany.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  if (!keepsTheRecord(actor)) return forbidden('recommendation_forbidden')

  const act = await actionOf(actor, parsed.data)
  if (!act.ok) return act

  const outcomes: Outcome[] = []
  for (const key of new Set(parsed.data.keys)) {
    const result = await act.value(key)
    outcomes.push(result.ok ? { key, ...result.value } : { key, failure: result })
  }
  return ok(outcomes)
}

type Act = (key: string) => Promise<Result<Counts>>

async function actionOf(actor: Actor, asked: z.output<typeof ActOnMany>): Promise<Result<Act>> {
  switch (asked.act) {
    case 'assign': {
      const { party: name, dueOn } = asked
      const [organization, group] = [await findOrganization(db, name), await findGroup(db, name)]
      if (organization) {
        const organizations = [organization.slug]
        return ok(async (key) => counted(await assignSeveral(actor, { key, organizations, dueOn }), made))
      }
      if (group) return ok(async (key) => counted(await assignGroup(actor, { key, group: group.slug, dueOn }), made))
      return invalidField('party', 'party_unknown', { name })
    }
    case 'due': {
      const { dueOn, only } = asked
      const organization = only === undefined ? undefined : await findOrganization(db, only)
      if (organization === null) return invalidField('only', 'organization_unknown', { name: only ?? '' })
      const narrowed = organization && { organization: organization.slug }
      return ok(async (key) => counted(await setDueDate(actor, { key, dueOn, ...narrowed }), dated))
    }
    case 'theme': {
      const { theme } = asked
      return ok(async (key) => {
        const result = await addTheme(actor, { key, theme })
        const done = result.ok && result.changed ? 1 : 0
        return counted(result, () => ({ done, already: 1 - done }))
      })
    }
  }
}

const made = ({ made, already }: Assigned): Counts => ({ done: made.length, already: already.length })

const dated = ({ set, already }: Dated): Counts => ({ done: set, already })

const counted = <T>(result: Result<T>, count: (value: T) => Counts): Result<Counts> =>
  result.ok ? { ...result, value: count(result.value) } : result
