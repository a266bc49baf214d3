import 'server-only'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { documentVisible } from '@/lib/domain/visibility'
import { keysTyped } from '@/lib/keys/typed-keys'
import { db, readNamed } from '@/lib/platform/db'
import type { Closure } from '@/prisma/generated/enums'

type Found = {
  id: string
  key: string
  title: string
  closure: Closure | null
  paragraphId: string
  version: number
}

/** SQL: the recommendation with the key $1; $2: whether the reader keeps the record. */
const recommendationSql = `
  select r.id, r.key, r.title, r.closure, r.paragraph_id as "paragraphId", r.version
  from recommendations r join documents d on d.id = r.document_id
  where r.key = $1 and ${documentVisible('$2')}`

/** Returns a recommendation that the actor may see, with the fields that commands need. */
export async function findRecommendation(actor: Actor, key: string): Promise<Found | undefined> {
  const rows = await readNamed<Found>({
    name: 'recommendation-find',
    text: recommendationSql,
    values: [key, keepsTheRecord(actor)],
  })
  return rows[0]
}

/** Returns the recommendation that the actor may see and whose key they have typed, in any case and with any dash. */
export async function findTyped(actor: Actor, typed: string) {
  const key = (await keysTyped(db, [typed])).get(typed)
  return key === undefined ? undefined : findRecommendation(actor, key)
}
