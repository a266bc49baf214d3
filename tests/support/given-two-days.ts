import { assign } from '@/lib/assignments/assign'
import { at } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/id'
import { addDocument } from '@/lib/registration/add-document'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenPeople, organizations, people, valueIn } from './given'

const { amina, chen } = people
const { health } = organizations

/** The day before, the days on which something happened, and the day on which the tests read. */
export const twoDays = { before: '2025-12-31', added: '2026-01-01', reported: '2026-01-02' } as const

const { added, reported } = twoDays

/** A recommendation that was added and assigned on one day, and reported as implemented on the next. */
export async function givenTwoDays() {
  await givenPeople()
  const code = `AS-OF-${newId().toUpperCase()}`
  const paragraphs = [{ label: '1', text: 'States should act.' }]
  const recommendations = [{ paragraph: '1', start: 0, end: 18 }]
  const key = `${code}-1.1`
  const onFirst = <T>(work: () => T) => at(`${added}T10:00:00Z`, work)
  valueIn(await onFirst(() => addDocument(chen, { code, title: 'Report', paragraphs, recommendations })))
  const duty = { key, organization: health.slug, dueOn: added }
  const { id } = valueIn(await onFirst(() => assign(chen, duty)))
  const report = { assignmentId: id, progress: 'implemented', narrative: 'The act entered into force.' }
  valueIn(await at(`${reported}T10:00:00Z`, () => reportProgress(amina, report)))
  return { key, code, id }
}
