import type { Actor } from '@/lib/domain/actor'
import { findImportInFull } from '@/lib/imports/contents'
import { decideCandidate } from '@/lib/imports/decide-candidate'
import { readImports } from '@/lib/imports/read-imports'
import { receiveText } from '@/lib/imports/receive-import'
import { newId } from '@/lib/platform/id'
import { givenPeople, people, valueIn } from './given'

/** A text with three paragraphs. Two sentences ask for something. */
export const reportText = [
  'Conclusions',
  '',
  `1. The Meeting took place in Vienna. States should train judges in cooperation.`,
  '',
  '2. The Secretariat was thanked for its work.',
  '',
  '3. UNODC should publish a guide by the end of 2027.',
].join('\n')

/** Imports a text and reads it. Each is different, because the same text is imported once. */
export async function givenImport({ text = reportText, by = people.chen }: { text?: string; by?: Actor } = {}) {
  await givenPeople()
  const code = `R-${newId().toUpperCase()}`
  const received = valueIn(await receiveText(by, { text: `${text}\n\n99. Reference ${code}.`, code, title: 'Report' }))
  await readImports()
  return { ...valueIn(await findImportInFull(by, received.id)), code }
}

/** Returns an import as it is now. */
export const importThere = async (id: string) => valueIn(await findImportInFull(people.chen, id))

/** Imports a text and accepts its suggested candidates. */
export async function givenReviewed(given: Parameters<typeof givenImport>[0] = {}) {
  const found = await givenImport(given)
  for (const { id, version, decision } of found.candidates) {
    if (decision !== 'suggested') continue
    valueIn(await decideCandidate(people.chen, { importId: found.id, id, version, decision: 'accepted' }))
  }
  return importThere(found.id).then((one) => ({ ...one, code: found.code }))
}
