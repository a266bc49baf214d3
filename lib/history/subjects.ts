import { t } from '@/lib/platform/i18n'
import type { Part, Subjects } from './before-and-after'
import { describeEvent } from './describe'
import type { Names } from './names'
import type { EventRecord } from './queries'

/** The number of events with the same values whose subjects are named, if each subject is known without its name. */
const named = 12

const knownWithoutName = ['assignment.made', 'recommendation.added', 'organization.added']

type NamesOf = (event: EventRecord) => Names

/**
 * Returns the events of one change whose IDs must be named to describe all of them. For most of these only the subject
 * is named, because the other IDs are those of an earlier event.
 */
export const eventsToName = (run: readonly EventRecord[]): EventRecord[] =>
  alike(run).flatMap((same) =>
    same.flatMap((event, place) => {
      if (place === 0) return event
      const left = place >= named && knownWithoutName.includes(event.kind)
      return left ? [] : { ...event, before: null, after: null }
    }),
  )

/** Returns the values before and after of the events of one change, and the names of their subjects. */
export function describeRun(run: readonly EventRecord[], namesOf: NamesOf): { parts: Part[]; whom: Subjects } {
  const read = new Set(eventsToName(run).map(({ seq }) => seq))
  const parts = alike(run).map((same) => ({
    pairs: same[0] ? describeEvent(same[0], namesOf(same[0])).pairs : [],
    whom: subjectsOf(same, read, namesOf),
  }))
  return { parts, whom: subjectsOf(run, read, namesOf) }
}

function subjectsOf(events: readonly EventRecord[], read: ReadonlySet<number>, namesOf: NamesOf): Subjects {
  const those = events.filter(({ seq }) => read.has(seq))
  const all = new Set(events.map(subjectOf))
  return {
    names: those.map((event) => namesOf(event).get(event.subject.id) ?? t('history.gone')),
    more: all.size - new Set(those.map(subjectOf)).size,
  }
}

/** Returns the ID of what the subject of an event is named after: a new assignment is named after its organization. */
const subjectOf = ({ kind, subject, after }: EventRecord) =>
  kind === 'assignment.made' && hasOrganization(after) ? after.organizationId : subject.id

const hasOrganization = (after: unknown): after is { organizationId: string } =>
  typeof after === 'object' && after !== null && 'organizationId' in after

/** Groups events that have the same values before and after, so that one describes all of a group. */
function alike(run: readonly EventRecord[]): EventRecord[][] {
  const groups = new Map<string, EventRecord[]>()
  for (const event of run) {
    const values = JSON.stringify([event.before, event.after], (field, value) =>
      isOwn(event, field) ? undefined : value,
    )
    const group = groups.get(values)
    if (group) group.push(event)
    else groups.set(values, [event])
  }
  return [...groups.values()]
}

/** Returns whether a field of an event names its subject, or only its own copy of a text. */
const isOwn = ({ kind }: EventRecord, field: string) =>
  field === 'reason' || field === 'note' || (field === 'organizationId' && kind === 'assignment.made')
