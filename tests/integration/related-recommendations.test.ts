import { beforeAll, expect, test } from 'vitest'
import { POST as link, DELETE as unlink } from '@/app/api/v1/recommendations/[key]/links/route'
import { GET as related } from '@/app/api/v1/recommendations/[key]/related/route'
import { archiveDocument } from '@/lib/documents/archive-document'
import type { Actor } from '@/lib/domain/actor'
import { historyOf } from '@/lib/history/queries'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { findTyped } from '@/lib/recommendations/find'
import { removeRecommendation } from '@/lib/recommendations/remove-recommendation'
import { addDocument } from '@/lib/registration/add-document'
import { compareRecommendations } from '@/lib/relations/compare-recommendations'
import { linkRecommendation } from '@/lib/relations/link-recommendation'
import { relatedTo } from '@/lib/relations/related'
import { unlinkRecommendation } from '@/lib/relations/unlink-recommendation'
import { call } from '../support/api'
import { eventsOf, flawInHistory, givenPeople, people, valueIn } from '../support/given'
import { refusalOf } from '../support/refusal'
import { openSession } from '../support/session'

const { amina, chen } = people

beforeAll(givenPeople)

/** A document with one paragraph for each text, all of it one recommendation. Returns their keys. */
async function givenQuotes(...texts: string[]) {
  const code = `R-${newId().toUpperCase()}`
  const paragraphs = texts.map((text, place) => ({ label: `${place + 1}`, text }))
  const recommendations = texts.map((text, place) => ({ paragraph: place + 1, start: 0, end: [...text].length }))
  valueIn(await addDocument(chen, { code, title: 'Report', paragraphs, recommendations }))
  return texts.map((_, place) => `${code}-${place + 1}.1`)
}

const found = async (key = '') => (await relatedTo(amina, key)).map(({ key, same }) => [key, same])

test('the same words asked by other States are the same recommendation, and others are only likely', async () => {
  const [one, two, likely, other] = await givenQuotes(
    'Ratify the Optional Protocol to the Convention against Torture (Spain);',
    'Ratify the Optional Protocol to the Convention against Torture (France, Guatemala, Costa Rica, Czechia).',
    'Ratify without delay the Optional Protocol to the United Nations Convention against Torture (Ghana);',
    'Strengthen the independence of the national human rights institution (Spain);',
  )
  expect(await found(one)).toEqual([])
  await compareRecommendations()
  expect(await found(one)).toEqual([
    [two, true],
    [likely, false],
  ])
  expect(await found(two)).toEqual([
    [one, true],
    [likely, false],
  ])
  expect(await found(other)).toEqual([])
})

test('a later document is compared with what was there before, and both sides know', async () => {
  const words = 'Establish a standing mechanism for reporting and follow-up with civil society'
  const [before] = await givenQuotes(words)
  await compareRecommendations()
  const [after] = await givenQuotes(words)
  await Promise.all([compareRecommendations(), compareRecommendations()])
  expect(await found(before)).toEqual([[after, true]])
  expect(await found(after)).toEqual([[before, true]])
  expect(await db.waitingComparison.count()).toBe(0)
})

test('a comparison does not wait for a recommendation that someone is removing, and is done later', async () => {
  const words = 'Adopt a national plan against the trafficking of cultural property with a budget of its own'
  const [before = ''] = await givenQuotes(words)
  await compareRecommendations()
  const [after] = await givenQuotes(words)
  const removing = await openSession()
  await removing.run('select from recommendations where key = $1 for update', [before])
  await compareRecommendations()
  expect(await found(after)).toEqual([])
  await removing.end('rollback')
  await compareRecommendations()
  expect(await found(after)).toEqual([[before, true]])
})

test('what is archived or removed is not related to anything for those who may not see it', async () => {
  const words = 'Publish every judgment of the constitutional court within thirty days in open formats'
  const [one] = await givenQuotes(words)
  const [archived] = await givenQuotes(words)
  const [removed] = await givenQuotes(words)
  await compareRecommendations()
  expect((await found(one)).length).toBe(2)

  valueIn(await removeRecommendation(chen, { key: removed }))
  valueIn(await archiveDocument(chen, { code: archived?.slice(0, -4) }))
  expect(await found(one)).toEqual([])
  expect(await found(archived)).toEqual([])
  expect((await relatedTo(chen, one ?? '')).map(({ key }) => key)).toEqual([archived])
  expect(await call(related, { key: one ?? '' }, { as: 'amina' })).toMatchObject({ status: 200, body: { items: [] } })
})

test('people link two recommendations, both pages say so, and the link can be taken back', async () => {
  const [one = '', two = ''] = await givenQuotes('Train all judges in asset recovery.', 'Train judges.')
  const click = { key: one, to: two, relation: 'supersedes' }
  const both = await Promise.all([linkRecommendation(chen, click), linkRecommendation(chen, click)])
  expect(both.map((result) => result.ok && result.changed).sort()).toEqual([false, true])

  const linkedTo = async (key: string) =>
    (await relatedTo(amina, key)).map(({ key, relation, back }) => [key, relation, back])
  expect(await linkedTo(one)).toEqual([[two, 'supersedes', false]])
  expect(await linkedTo(two)).toEqual([[one, 'supersedes', true]])
  expect(refusalOf(await removeRecommendation(chen, { key: two }))).toBe('recommendation_has_work')

  const back = { key: two, to: one, relation: 'repeats' }
  expect(refusalOf(await linkRecommendation(chen, back))).toBe('recommendations_linked')
  expect(refusalOf(await linkRecommendation(chen, { ...click, to: one }))).toBe('to: linked_itself')
  expect(refusalOf(await linkRecommendation(chen, { ...click, to: 'NO-1.1' }))).toBe('to: linked_unknown')
  expect(refusalOf(await linkRecommendation(chen, { ...click, to: ' ' }))).toBe('to: linked_missing')
  expect(refusalOf(await linkRecommendation(chen, { ...click, to: undefined }))).toBe('to: linked_missing')
  expect(refusalOf(await linkRecommendation(chen, { ...click, relation: 'is' }))).toBe('relation: relation_missing')
  expect(refusalOf(await linkRecommendation(chen, { ...click, key: 'NO-1.1' }))).toBe('recommendation_not_found')

  const pair = { key: one, to: two }
  const taken = await Promise.all([unlinkRecommendation(chen, pair), unlinkRecommendation(chen, pair)])
  expect(taken.map(valueIn)).toEqual([pair, pair])
  expect(await linkedTo(one)).toEqual([])
  const { id } = await db.recommendation.findUniqueOrThrow({ where: { key: one } })
  expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual([
    'recommendation.added',
    'recommendation.linked',
    'recommendation.unlinked',
  ])
  expect(await flawInHistory()).toBeUndefined()
})

test('a key that a person types is found in any case, and with any dash', async () => {
  const [one = '', two = ''] = await givenQuotes('Open an office in each region.', 'Open regional offices.')
  const typed = ` ${two.toLowerCase().replaceAll('-', '\u2013')} `
  expect(await findTyped(amina, typed)).toMatchObject({ key: two })
  expect(valueIn(await linkRecommendation(chen, { key: one, to: typed, relation: 'repeats' }))).toMatchObject({
    to: two,
  })

  const code = `t-${newId()}`.toUpperCase()
  const paragraphs = [{ label: '(a)', text: 'Open an office.' }]
  const recommendations = [{ paragraph: 1, start: 0, end: 15 }]
  valueIn(await addDocument(chen, { code, title: 'Report', paragraphs, recommendations }))
  const key = `${code}-a.1`
  expect(await findTyped(amina, key.toUpperCase())).toMatchObject({ key })
  expect(await findTyped(amina, `${key}2`)).toBeUndefined()
  valueIn(await archiveDocument(chen, { code }))
  expect(await findTyped(amina, key)).toBeUndefined()
})

test('the history of a link is told only to those who may see both documents', async () => {
  const [one = ''] = await givenQuotes('Build a school in each village.')
  const [two = ''] = await givenQuotes('Build schools.')
  valueIn(await linkRecommendation(chen, { key: one, to: two, relation: 'repeats' }))
  valueIn(await unlinkRecommendation(chen, { key: one, to: two }))
  const kindsFor = async (actor: Actor) => (await historyOf(actor, { key: one })).items.map(({ kind }) => kind)
  const all = ['recommendation.unlinked', 'recommendation.linked', 'recommendation.added']
  expect(await kindsFor(amina)).toEqual(all)
  valueIn(await archiveDocument(chen, { code: two.slice(0, -4) }))
  expect(await kindsFor(amina)).toEqual(['recommendation.added'])
  expect(await kindsFor(chen)).toEqual(all)
})

test('only those who keep the record link recommendations through the API', async () => {
  const [key = '', to = ''] = await givenQuotes('Open a shelter in each province.', 'Open shelters.')
  const body = { to, relation: 'part_of' }
  expect(await call(link, { key }, { as: 'amina', body })).toMatchObject({ status: 403 })
  expect(await call(link, { key }, { as: 'chen', body })).toMatchObject({ status: 201, body: { key, ...body } })
  expect((await call(related, { key }, { as: 'amina' })).body.items).toMatchObject([{ key: to, relation: 'part_of' }])
  expect(await call(unlink, { key }, { as: 'chen', body: { to } })).toMatchObject({ status: 200, body: { key, to } })
  expect(await call(related, { key: 'NO-1.1' }, { as: 'amina' })).toMatchObject({ status: 404 })
})
