import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { fittingRows } from '@/lib/platform/split-rows'
import type { Role } from '@/prisma/generated/enums'
import { namesOf } from './names'
import { pastActors } from './past-actors'
import { type EventRecord, historyOf, type Wanted } from './queries'

/** A person with the name, role and organizations that they had at the moment of an event. */
type ActorThen = { id: string; name: string; role?: Role; organizations?: { id: string; name: string }[] }

type ToldToPrograms = Omit<EventRecord, 'actor'> & { actor: ActorThen | null }

export type HistoryForPrograms = { items: ToldToPrograms[]; next: number | null }

/**
 * Returns a page of events for programs. Actors have the role and the organizations that they had then, as far as the
 * history knows. People's texts come without their hashes, which programs do not need.
 */
export async function historyForPrograms(actor: Actor, wanted: Wanted): Promise<HistoryForPrograms> {
  const found = await historyOf(actor, wanted)
  const items = fittingRows(found.items)
  const next = items.length < found.items.length ? (items.at(-1)?.seq ?? null) : found.next
  const then = await pastActors(items)
  const names = await namesOf(
    actor,
    items.flatMap(({ seq, at }) => (then.get(seq)?.organizationIds ?? []).map((id) => ({ seq, id, at }))),
  )
  const actorOf = ({ seq, actor: who }: EventRecord): ActorThen | null => {
    const was = then.get(seq)
    if (!who || !was) return who
    const organizations = was.organizationIds.flatMap((id) => {
      const name = names(seq).get(id)
      return name === undefined ? [] : [{ id, name }]
    })
    return { ...who, role: was.role, organizations }
  }
  return {
    items: items.map((item) => ({
      ...item,
      actor: actorOf(item),
      before: withoutHashes(item.before),
      after: withoutHashes(item.after),
    })),
    next,
  }
}

const withoutHashes = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body), (key, value) => (key === 'sha256' ? undefined : value))
