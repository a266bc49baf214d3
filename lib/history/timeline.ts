import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { listInWords, t } from '@/lib/platform/i18n'
import { inShort, pairsOfMany } from './before-and-after'
import { describeBulk, describeEvent } from './describe'
import { isFoldable } from './describe-bulk'
import type { Line } from './description'
import { namesIn, namesOf } from './names'
import { type PastActor, pastActors } from './past-actors'
import { type EventRecord, historyOf, type Wanted } from './queries'
import { describeRun, eventsToName } from './subjects'

/** One line of the timeline: an event, or many events of one kind in one change. */
export type Entry = Line & {
  seq: number
  at: string
  kind: string
  recommendation: string | undefined
  /** The actor, with their role and organizations at that moment, in words. */
  by?: string | undefined
  /** The ID of the annotation or the assignment that the event is about. */
  annotation?: string | undefined
  assignment?: string | undefined
  /** The names of the subjects if there are many. */
  whom?: string
}

type NamesOf = Awaited<ReturnType<typeof namesIn>>

const perPage = 12
const shown = 12

/** Returns a page of events in words, newest first. Many events of one kind in one change are one line. */
export async function timelineOf(actor: Actor, wanted: Wanted): Promise<{ entries: Entry[]; next: number | null }> {
  const { runs, next } = await runsFrom(actor, wanted)
  const [names, by] = await Promise.all([
    namesIn(
      actor,
      runs.flatMap((run) => eventsToName(run)),
    ),
    actorsInWords(
      actor,
      runs.flatMap((run) => run.slice(0, 1)),
    ),
  ])
  const entries = runs.flatMap((run) => entriesOf(run, names).map((entry) => ({ ...entry, by: by.get(entry.seq) })))
  return { entries, next }
}

/** Reads events until there are enough complete lines for a page. */
async function runsFrom(actor: Actor, wanted: Wanted): Promise<{ runs: EventRecord[][]; next: number | null }> {
  const limit = wanted.limit ?? perPage
  const runs: EventRecord[][] = []
  for (let after = wanted.after; ; ) {
    const { items, next } = await historyOf(actor, { ...wanted, after, limit: limit - runs.length })
    const last = items.at(-1)
    const rest =
      last && next !== null && isFoldable(last.kind) ? await restOf(actor, wanted, last) : { items: [], next }
    runs.push(...runsOf([...items, ...rest.items]))
    if (runs.length >= limit || rest.next === null) return { runs, next: rest.next }
    after = rest.next
  }
}

/** Returns the actor of each event in words, with their role and organizations at that moment. */
async function actorsInWords(actor: Actor, items: readonly EventRecord[]): Promise<ReadonlyMap<number, string>> {
  const then = await pastActors(items)
  const mentions = items.flatMap(({ seq, at }) =>
    (then.get(seq)?.organizationIds ?? []).slice(0, shown).map((id) => ({ seq, id, at })),
  )
  const names = await namesOf(actor, mentions)
  return new Map(
    items.flatMap(({ seq, actor: who }) => {
      const was = then.get(seq)
      return who && was ? [[seq, inRole(who.name, was, names(seq))] as const] : []
    }),
  )
}

function inRole(name: string, { role, organizationIds }: PastActor, names: ReadonlyMap<string, string>) {
  const organizations = listInWords(organizationIds.flatMap((id) => names.get(id) ?? []))
  return t('history.by', { name, role: t(`role.${role}`), organizations, some: organizations ? 'yes' : 'no' })
}

/** Returns the other events of the last line on the page, without the names of people: a line is never cut in two. */
async function restOf(
  actor: Actor,
  wanted: Wanted,
  last: EventRecord,
): Promise<{ items: EventRecord[]; next: number | null }> {
  const items: EventRecord[] = []
  for (let after = last.seq; ; ) {
    const page = await historyOf(actor, { ...wanted, after, limit: 2_000, bare: true })
    const end = page.items.findIndex((item) => !together(item, last))
    if (end === -1) items.push(...page.items)
    else items.push(...page.items.slice(0, end))
    if (end !== -1) return { items, next: items.at(-1)?.seq ?? last.seq }
    if (page.next === null) return { items, next: null }
    after = page.next
  }
}

const together = (one: EventRecord, other: EventRecord) =>
  one.change === other.change && one.kind === other.kind && isFoldable(one.kind)

/** Groups successive events of one kind in one change. */
function runsOf(items: EventRecord[]): EventRecord[][] {
  const runs: EventRecord[][] = []
  for (const item of items) {
    const run = runs.at(-1)
    if (run?.[0] && together(run[0], item)) run.push(item)
    else runs.push([item])
  }
  return runs
}

function entriesOf([first, ...others]: EventRecord[], namesOf: NamesOf): Entry[] {
  if (!first) return []
  const { seq, at, kind, recommendation } = first
  const names = namesOf(first)
  const sentence = others.length > 0 ? describeBulk(first, others.length + 1, names) : undefined
  if (sentence === undefined) {
    const { type, id } = first.subject
    const about = {
      annotation: type === 'annotation' ? id : undefined,
      assignment: type === 'assignment' ? id : undefined,
    }
    return [{ seq, at, kind, recommendation, ...about, ...describeEvent(first, names) }]
  }

  const all = [first, ...others]
  const { parts, whom } = describeRun(all, namesOf)
  const same = others.every((other) => other.recommendation === recommendation)
  const { text } = describeEvent(first, names)
  return [
    {
      seq,
      at,
      kind,
      recommendation: same ? recommendation : undefined,
      sentence,
      ...(text !== undefined && all.every((event) => textIn(event) === textIn(first)) && { text }),
      pairs: pairsOfMany(parts),
      whom: inShort(whom),
    },
  ]
}

/** Returns the ID of the text that a person wrote with a change. */
const textIn = ({ after }: EventRecord) => WithText.safeParse(after).data?.id

const WithText = z
  .object({ reason: z.object({ id: z.string() }).optional(), note: z.object({ id: z.string() }).optional() })
  .transform(({ reason, note }) => ({ id: (reason ?? note)?.id }))
