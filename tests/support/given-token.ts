import { makeToken } from '@/lib/people/make-token'
import type { givenPerson } from './given-person'

/** Creates a token for a person. */
export async function givenToken(person: Awaited<ReturnType<typeof givenPerson>>) {
  const made = await makeToken(person, { name: 'Spreadsheet' })
  if (!made.ok) throw new Error('Not made.')
  return made.value
}
