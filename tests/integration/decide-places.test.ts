import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { assign } from '@/lib/assignments/assign'
import { acceptAbove } from '@/lib/imports/accept-above'
import { decidePlace } from '@/lib/imports/decide-place'
import { editImport } from '@/lib/imports/edit-import'
import { listPlaces } from '@/lib/imports/list-places'
import { paragraphCalled } from '@/lib/imports/paragraph-called'
import { publishImport } from '@/lib/imports/publish-import'
import { receiveText } from '@/lib/imports/receive-import'
import { withdrawImport } from '@/lib/imports/withdraw-import'
import { findRecommendationInFull } from '@/lib/register/recommendation'
import { givenPeople, organizations, people, valueIn } from '../support/given'
import { confirmAll, finalText, givenCompared, givenEditionImport } from '../support/given-edition'
import { refusalOf } from '../support/refusal'

const { chen } = people

beforeAll(givenPeople)

test('two people who decide on the same place at once do not overwrite each other', async () => {
  const { id: importId, places } = await givenCompared()
  const [place] = places
  const decide = (fields: object) => decidePlace(chen, { importId, id: place?.id, version: 1, ...fields })
  const results = await Promise.all([decide({ decision: 'gone' }), decide({})])
  expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(results.flatMap((result) => (result.ok ? [] : [result.code]))).toEqual(['place_changed'])
})

test('other words can be chosen, and a decision is taken back to what was proposed', async () => {
  const { id: importId, places } = await givenCompared()
  const gone = places.find(({ state }) => state === 'gone')
  const decide = (version: number, fields: object) => decidePlace(chen, { importId, id: gone?.id, version, ...fields })
  expect(refusalOf(await decide(1, { paragraph: 2, words: 'no such words' }))).toBe('words: words_not_found')
  expect(refusalOf(await decide(1, { paragraph: 9, words: 'Experts' }))).toBe('paragraph: paragraph_unknown')
  const both = { decision: 'gone', words: 'Experts should meet' }
  expect(refusalOf(await decide(1, both))).toBe('decision: place_words_unasked')
  const chosen = valueIn(await decide(1, { paragraph: 2, words: 'Experts should meet' }))
  expect(chosen).toMatchObject({
    state: 'changed',
    label: '2',
    quote: 'Experts should meet',
    decided: true,
    version: 2,
  })
  const taken = valueIn(await decide(2, { decision: 'open' }))
  expect(taken).toMatchObject({ state: 'gone', decided: false, version: 3 })
  expect(taken.quote).toBeUndefined()
  expect(valueIn(await paragraphCalled(chen, importId, '3'))).toBe(3)
  expect(refusalOf(await paragraphCalled(chen, importId, '#99'))).toBe('paragraph: paragraph_unknown')
})

test('what is added while an edition is reviewed is to be decided too', async () => {
  const { id, code } = await givenCompared()
  await confirmAll(id)
  valueIn(await annotate(chen, { key: `${code}-2.1`, body: 'Which guide?', words: 'a guide' }))
  expect(refusalOf(await publishImport(chen, { id }))).toBe('places: edition_places_open')
  expect(valueIn(await listPlaces(chen, id, { show: 'open', limit: 50 })).items).toMatchObject([
    { annotation: { beginning: 'Which guide?' }, state: 'moved', label: '3', quote: 'a guide' },
  ])
  await confirmAll(id)
  valueIn(await publishImport(chen, { id }))
})

test('a recommendation shows its own words, and those of the current edition if they are others', async () => {
  const { id, code } = await givenCompared()
  await confirmAll(id)
  const shown = async (path: string) => {
    const { quote, edition, current } = (await findRecommendationInFull(chen, `${code}-${path}`)) ?? {}
    return { quote, edition, current }
  }
  expect(await shown('3.1')).toMatchObject({ edition: 1, current: undefined })
  valueIn(await publishImport(chen, { id }))
  expect(await shown('1.2')).toMatchObject({
    edition: 1,
    current: { edition: 2, state: 'unchanged', paragraph: { label: '1', ordinal: 1 } },
  })
  expect(await shown('3.1')).toMatchObject({
    quote: 'The Secretariat should translate the guide into all languages of the Meeting.',
    current: {
      state: 'changed',
      quote: 'The Secretariat should translate and print the guide in all languages of the Meeting.',
      paragraph: { label: '4' },
    },
  })
  expect((await shown('4.1')).current).toEqual({ edition: 2, state: 'gone' })
})

test('an edition that was compared with an earlier one than the current is not published', async () => {
  const { id, code } = await givenCompared()
  const { id: other } = await givenEditionImport(code, `${finalText}\n\n5. A further paragraph stands here.`)
  for (const one of [id, other]) await confirmAll(one)
  valueIn(await publishImport(chen, { id }))
  expect(refusalOf(await publishImport(chen, { id: other }))).toBe('edition_outdated')
  expect(refusalOf(await publishImport(chen, { id: other, code: 'OTHER' }))).toBe('code: edition_code_fixed')
})

test('a new edition takes no details, because it keeps those of its document', async () => {
  const { id, code } = await givenCompared()
  expect(refusalOf(await editImport(chen, { id, version: 2, title: 'Other' }))).toBe('title: edition_details_fixed')
  const text = 'A corrigendum.'
  const sent = { text, editionOf: code, symbol: 'A/1' }
  expect(refusalOf(await receiveText(chen, sent))).toBe('symbol: edition_details_fixed')
  valueIn(await receiveText(chen, { text, editionOf: code, symbol: '' }))
})

test('an edition with which somebody has worked stays', async () => {
  const { id, code } = await givenCompared()
  await confirmAll(id)
  valueIn(await acceptAbove(chen, { importId: id, confidence: 0 }))
  valueIn(await publishImport(chen, { id }))
  valueIn(await assign(chen, { key: `${code}-2.2`, organization: organizations.health.slug }))
  expect(refusalOf(await withdrawImport(chen, { id }))).toBe('edition_in_use')
})
