import { findDocumentPart } from '@/lib/documents/document-part'
import { newId } from '@/lib/platform/id'
import { addDocument } from '@/lib/registration/add-document'
import { compareRecommendations } from '@/lib/relations/compare-recommendations'
import { relatedTo } from '@/lib/relations/related'
import { people, valueIn } from './given'
import { keysOf } from './given-document'

const { chen } = people

/** Two recommendations of the same words under the same number, of which the second has a key that is no anchor. */
export async function relateRecommendations() {
  const code = `K-${newId().toUpperCase()}`
  const text = `States should publish report ${code}.`
  const one = { label: '1', text, heading: 'I. Findings' }
  const paragraphs = [one, { ...one, heading: 'Annex' }]
  const recommendations = [1, 2].map((paragraph) => ({ paragraph, start: 0, end: text.length }))
  valueIn(await addDocument(chen, { code, title: 'Report', paragraphs, recommendations }))
  const [first = '', second = ''] = (await keysOf(code)) ?? []
  await findDocumentPart(chen, code, { to: second.slice(code.length + 1) })
  await compareRecommendations()
  await relatedTo(chen, first)
}
