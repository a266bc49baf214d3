import { findDocument } from '@/lib/documents/queries'
import { newId } from '@/lib/platform/id'
import { addDocument } from '@/lib/registration/add-document'
import { people } from './given'
import { answerOf } from './places'

const { chen } = people

const text = 'States should act. 🌍 They should report. They should report.'

/** A published document of one paragraph and a part of it, whose first sentence is a recommendation. */
export async function givenDocument() {
  const code = `C-${newId().toUpperCase()}`
  const paragraphs = [
    { label: '17', text },
    { label: '(a)', text: 'To train;', parent: '17' },
  ]
  const recommendations = [{ paragraph: '17', start: 0, end: 18 }]
  const { id } = answerOf(
    await addDocument(chen, { code, title: 'Report', symbol: 'A/1', paragraphs, recommendations }),
  )
  return { id, code }
}

export const keysOf = async (code: string) =>
  (await findDocument(chen, code))?.paragraphs.flatMap(({ recommendations }) => recommendations.map(({ key }) => key))
