import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'

/** What the latest event of this kind says of somebody or something. */
export async function bodyOf(id: string, kind: string) {
  const event = await db.event.findFirstOrThrow({ where: { subjectId: id, kind }, orderBy: { seq: 'desc' } })
  return JSON.parse(event.body)
}

const cyrillic = { P: 'Р', a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', O: 'О' } as const

/** A name that looks the same, in letters of another script. */
export const imitated = (name: string) =>
  name.replace(/[PaceopO]/g, (letter) => cyrillic[letter as keyof typeof cyrillic])

/** A name of letters that have a twin in the Cyrillic script, and that no other test has. */
export const freshName = () => `Peace Office ${newId()}`
