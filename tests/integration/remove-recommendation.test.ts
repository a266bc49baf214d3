import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { assign } from '@/lib/assignments/assign'
import { archiveDocument } from '@/lib/documents/archive-document'
import { historyOf } from '@/lib/history/queries'
import { verifyHistory } from '@/lib/history/verify'
import { db } from '@/lib/platform/db'
import { addRecommendation } from '@/lib/recommendations/add-recommendation'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { findRemoved } from '@/lib/recommendations/find-removed'
import { removeRecommendation } from '@/lib/recommendations/remove-recommendation'
import { eventsOf, givenPeople, organizations, people } from '../support/given'
import { givenDocument, keysOf } from '../support/given-document'
import { answerOf, refusal } from '../support/places'

const { amina, chen } = people

beforeAll(givenPeople)

test('a recommendation without work is removed, and its key is never given again', async () => {
  const { code } = await givenDocument()
  const span = { code, paragraph: 1, start: 19, end: 40 }
  const { key } = answerOf(await addRecommendation(chen, span))
  const { id } = await db.recommendation.findUniqueOrThrow({ where: { key } })

  expect(answerOf(await removeRecommendation(chen, { key }))).toMatchObject({ key, document: code })
  expect(await removeRecommendation(chen, { key })).toMatchObject({ ok: true, changed: false, value: { key } })

  expect(await keysOf(code)).toEqual([`${code}-17.1`])
  expect(await eventsOf(id)).toMatchObject([
    { kind: 'recommendation.added' },
    { kind: 'recommendation.removed', body: { before: { key, kind: 'action' }, after: null } },
  ])
  expect(answerOf(await addRecommendation(chen, span)).key).toBe(`${key}b`)
  const row = { documentId: id, paragraphId: id, ordinal: 1, start: 0, end: 1, quote: 'x', title: 'x' }
  await expect(db.recommendation.create({ data: { ...row, key } })).rejects.toThrow('key_removed')
  expect(await verifyHistory()).toMatchObject({ ok: true })
})

test('what is told of a removed recommendation is hidden with its document', async () => {
  const { code } = await givenDocument()
  const { key } = answerOf(await addRecommendation(chen, { code, paragraph: 1, start: 19, end: 40 }))
  const { id } = await db.recommendation.findUniqueOrThrow({ where: { key } })
  answerOf(await removeRecommendation(chen, { key }))
  const subject = { type: 'recommendation', id }

  expect((await historyOf(amina, { subject })).items).toHaveLength(2)
  expect(await findRemoved(amina, key)).toMatchObject({ key, document: code })
  answerOf(await archiveDocument(chen, { code }))
  expect((await historyOf(amina, { subject })).items).toHaveLength(0)
  expect(await findRemoved(amina, key)).toBeUndefined()
  expect(await findRemoved(chen, key)).toMatchObject({ key })
})

test('one with work on it cannot be removed', async () => {
  const work = [
    (key: string) => assign(chen, { key, organization: organizations.health.slug }),
    (key: string) => annotate(amina, { key, body: 'To discuss.' }),
    (key: string) => closeRecommendation(chen, { key, closure: 'superseded', reason: 'By a later report.' }),
  ]
  for (const begin of work) {
    const { code } = await givenDocument()
    const key = `${code}-17.1`
    answerOf<unknown>(await begin(key))
    expect(await refusal(removeRecommendation, chen, { key })).toMatchObject({
      code: 'recommendation_has_work',
      reason: 'conflict',
      untouched: true,
    })
  }
})
