import { expect, test } from 'vitest'
import { findCandidates } from '@/lib/suggestions/find-candidates'
import { suggestTitle } from '@/lib/suggestions/suggest-details'

const addressees = async (heading: string, ...texts: string[]) => {
  const paragraphs = texts.map((text) => ({ label: '', text, heading }))
  const found = await findCandidates(paragraphs, { language: 'en' })
  return found.map(({ quote, addressees }) => [quote, ...addressees.map(({ name }) => name)])
}

test('the items of a list take their addressees from the sentence or the name over it', async () => {
  expect(
    await addressees(
      'Recommendations',
      'Northern Tracks Limited is recommended to:',
      'Test all welds.',
      'Harbour Terminals is recommended to:',
      'Repair its scales.',
      'To the Ministry of Transport:',
      'Publish the results.',
      'We recommend that all utilities:',
      'assess the risk of shortages',
      'Participants also recommended the following steps to national laboratories:',
      'Appointing a quality manager.',
    ),
  ).toEqual([
    ['Test all welds.', 'Northern Tracks Limited'],
    ['Repair its scales.', 'Harbour Terminals'],
    ['Publish the results.', 'Ministry of Transport'],
    ['assess the risk of shortages', 'utilities'],
    ['Appointing a quality manager.', 'national laboratories'],
  ])
})

test('those who should do something only people can do are addressed, and things are not', async () => {
  expect(
    await addressees(
      'Recommendations',
      'Laboratories in the region should hold joint tests.',
      'National strategies should set clear targets.',
    ),
  ).toEqual([
    ['Laboratories in the region should hold joint tests.', 'Laboratories'],
    ['National strategies should set clear targets.'],
  ])
})

test('an item that says who is to act has that addressee and begins its title with the action', async () => {
  const paragraphs = [
    { label: '5', text: 'Calls upon:', heading: 'Strengthening the response to forest fires in the region' },
    { label: '(a)', text: 'Member States to criminalize arson;', parent: 0 },
    { label: '(b)', text: 'Take steps to train inspectors.', parent: 0 },
  ]
  const [asked, other] = await findCandidates(paragraphs, { language: 'en' })
  expect([asked?.title, ...(asked?.addressees ?? []).map(({ name }) => name)]).toEqual([
    'Criminalize arson',
    'Member States',
  ])
  expect(other?.addressees).toEqual([])
})

test('a title passes an infinitive within an aside', () => {
  expect(
    suggestTitle(
      'Requests the Secretary-General, in consultation with those invited to take part, to submit a report.',
    ),
  ).toBe('Submit a report')
})

test('a quote with a hyphen that may belong to no word says so', async () => {
  const [found] = await findCandidates(
    [{ label: '1', text: 'States should repair co-ops.', unsure: [{ start: 23, end: 24 }] }],
    {},
  )
  expect(found?.reasons.map(({ rule }) => rule)).toContain('unsure')
})
