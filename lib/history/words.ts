import { dayOf } from '@/lib/platform/clock'
import { words } from '@/lib/platform/i18n'
import { Event, type EventKind } from './events'
import type { Names } from './names'
import type { Told } from './queries'
import { tellAnnotations } from './tell-annotations'
import { tellAssignments } from './tell-assignments'
import { tellInstance } from './tell-instance'
import { tellMany } from './tell-many'
import { tellParties } from './tell-parties'
import { tellPeople } from './tell-people'
import { tellRecommendations } from './tell-recommendations'
import type { Bodies, Line, Scene } from './telling'

const tellers: { [K in EventKind]: (body: Bodies[K], scene: Scene) => Line } = {
  ...tellRecommendations,
  ...tellAssignments,
  ...tellAnnotations,
  ...tellInstance,
  ...tellParties,
  ...tellPeople,
}

/** One event in plain words: "Amina Diallo assigned the Ministry of Justice, due 1 September 2026". */
export function inWords(told: Told, names: Names): Line {
  return tell(parsed(told), sceneOf(told, names))
}

/** What one change did to many, in one sentence; nothing where that is told one by one. */
export const manyInWords = (first: Told, count: number, names: Names) =>
  tellMany(parsed(first), sceneOf(first, names), count)

const parsed = ({ kind, before, after }: Told) => Event.parse({ kind, body: { before, after } })

const sceneOf = ({ actor, subject, at, renamed }: Told, names: Names): Scene => ({
  day: dayOf(new Date(at)),
  actor: actor?.name ?? words('history.system'),
  name: names.get(subject.id) ?? words('history.gone'),
  names,
  ...(renamed && { renamed }),
})

type OfKind<K extends EventKind> = { [P in K]: { kind: P; body: Bodies[P] } }[K]

const tell = <K extends EventKind>({ kind, body }: OfKind<K>, scene: Scene): Line => tellers[kind](body, scene)
