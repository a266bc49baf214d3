import { dayOf } from '@/lib/platform/clock'
import { t } from '@/lib/platform/i18n'
import { describeAnnotations } from './describe-annotations'
import { describeAssignments } from './describe-assignments'
import { describeMany } from './describe-bulk'
import { describeCycles } from './describe-cycles'
import { describeInstance } from './describe-instance'
import { describeOrganizations } from './describe-organizations'
import { describePeople } from './describe-people'
import { describePublications } from './describe-publications'
import { describeRecommendations } from './describe-recommendations'
import type { Bodies, Line, Scene } from './description'
import { Event, type EventKind } from './events'
import type { Names } from './names'
import type { EventRecord } from './queries'

const tellers: { [K in EventKind]: (body: Bodies[K], scene: Scene) => Line } = {
  ...describeRecommendations,
  ...describeAssignments,
  ...describeAnnotations,
  ...describeCycles,
  ...describeInstance,
  ...describeOrganizations,
  ...describePeople,
  ...describePublications,
}

/** Returns one event in plain words: "Amina Diallo assigned the Ministry of Justice, due 1 September 2026". */
export function describeEvent(event: EventRecord, names: Names): Line {
  return tell(parsed(event), sceneOf(event, names))
}

/** Returns a sentence for many events of one change, or undefined if events of this kind are described one by one. */
export const describeBulk = (first: EventRecord, count: number, names: Names) =>
  describeMany(parsed(first), sceneOf(first, names), count)

const parsed = ({ kind, before, after }: EventRecord) => Event.parse({ kind, body: { before, after } })

const sceneOf = ({ actor, subject, at, renamed }: EventRecord, names: Names): Scene => ({
  day: dayOf(new Date(at)),
  actor: actor?.name ?? t('history.system'),
  name: names.get(subject.id) ?? t('history.gone'),
  names,
  ...(renamed && { renamed }),
})

type OfKind<K extends EventKind> = { [P in K]: { kind: P; body: Bodies[P] } }[K]

const tell = <K extends EventKind>({ kind, body }: OfKind<K>, scene: Scene): Line => tellers[kind](body, scene)
