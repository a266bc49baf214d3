import { annotate } from '@/lib/annotations/annotate'
import { findImportInFull } from '@/lib/imports/contents'
import { decidePlace } from '@/lib/imports/decide-place'
import { listPlaces } from '@/lib/imports/list-places'
import { readImports } from '@/lib/imports/read-imports'
import { receiveText } from '@/lib/imports/receive-import'
import { newId } from '@/lib/platform/id'
import { addDocument } from '@/lib/registration/add-document'
import { givenPeople, people, valueIn } from './given'

const { chen } = people

/** The draft of a report, each paragraph with a sentence that is a recommendation. */
const draft = [
  ['1', 'The Meeting took place in Vienna. States should train judges in cooperation.'],
  ['2', 'UNODC should publish a guide by the end of 2027.'],
  ['3', 'The Secretariat should translate the guide into all languages of the Meeting.'],
  ['4', 'Donors should pay for the guide and for its distribution.'],
] as const

/** The final text: a paragraph is new, one moved, one changed, and one is gone. */
export const finalText = [
  '1. The Meeting took place in Vienna. States should train judges in cooperation.',
  '2. An opening statement was made by the Chair. Experts should meet every year in Vienna.',
  '3. UNODC should publish a guide by the end of 2027.',
  '4. The Secretariat should translate and print the guide in all languages of the Meeting.',
].join('\n\n')

/** Publishes a draft with four recommendations and an annotation on the words "train judges". */
export async function givenDraft() {
  await givenPeople()
  const code = `E-${newId().toUpperCase()}`
  const recommendations = draft.map(([paragraph, text]) => {
    const start = text.indexOf('States')
    return { paragraph, start: Math.max(start, 0), end: text.length }
  })
  const paragraphs = draft.map(([label, text]) => ({ label, text }))
  valueIn(await addDocument(chen, { id: newId(), code, title: 'Report', paragraphs, recommendations }))
  const note = { key: `${code}-1.2`, body: 'How many?', words: 'train judges' }
  const { id: annotationId } = valueIn(await annotate(chen, note))
  return { code, annotationId }
}

/** Imports a text as a new edition of a document and reads it. */
export async function givenEditionImport(code: string, text: string = finalText) {
  const received = valueIn(await receiveText(chen, { text, editionOf: code }))
  await readImports()
  return valueIn(await findImportInFull(chen, received.id))
}

export const placesOf = async (importId: string) => valueIn(await listPlaces(chen, importId, { limit: 200 })).items

/** Confirms what is proposed for all recommendations and annotations. */
export async function confirmAll(importId: string) {
  for (const { id, version, decided } of await placesOf(importId)) {
    if (!decided) valueIn(await decidePlace(chen, { importId, id, version }))
  }
}

/** Imports the final text of a new draft. */
export async function givenCompared() {
  const { code } = await givenDraft()
  const { id } = await givenEditionImport(code)
  return { id, code, places: await placesOf(id) }
}
