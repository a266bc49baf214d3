import { beforeAll, expect, test } from 'vitest'
import { addCandidate } from '@/lib/imports/add-candidate'
import { decideCandidate } from '@/lib/imports/decide-candidate'
import { mergeCandidates } from '@/lib/imports/merge-candidates'
import { newId } from '@/lib/platform/id'
import { givenPeople, people, valueIn } from '../support/given'
import { givenImport, importThere } from '../support/given-import'
import { refusalOf } from '../support/refusal'

const { chen } = people

beforeAll(givenPeople)

const text = '1. States should act. They should act soon. They should report.'

/** Three candidates in one paragraph, and a function that merges two of them as they are now. */
async function givenThree() {
  const { id: importId } = await givenImport({ text })
  const all = async () => (await importThere(importId)).candidates.filter(({ paragraph }) => paragraph === 1)
  const merge = async (one: number, another: number, asked: object = {}) => {
    const there = await all()
    const [first, other] = [there[one], there[another]]
    const versions = { version: first?.version, otherVersion: other?.version }
    return mergeCandidates(chen, { importId, id: first?.id, otherId: other?.id, ...versions, ...asked })
  }
  const decide = async (place: number, input: object) => {
    const { id, version } = (await all())[place] ?? {}
    return valueIn(await decideCandidate(chen, { importId, id, version, ...input }))
  }
  return { importId, all, merge, decide }
}

test('a rejected candidate is not merged into one that is accepted, or the other way around', async () => {
  const { all, merge, decide } = await givenThree()
  await decide(0, { decision: 'accepted' })
  await decide(1, { decision: 'rejected' })
  expect(refusalOf(await merge(0, 1))).toBe('otherId: candidates_differ')
  expect(refusalOf(await merge(1, 2))).toBe('otherId: candidates_differ')
  expect(await all()).toHaveLength(3)
  await decide(1, { decision: 'suggested' })
  expect(valueIn(await merge(0, 1)).decision).toBe('suggested')
  // Unless the person says so.
  expect(valueIn(await merge(0, 1, { accept: true }))).toMatchObject({
    decision: 'accepted',
    decidedBy: { id: chen.id },
  })
})

test('words that nobody accepted are not accepted by a merge', async () => {
  const { merge, decide } = await givenThree()
  await decide(0, { decision: 'accepted' })
  await decide(1, { decision: 'accepted' })
  expect(valueIn(await merge(0, 1)).decision).toBe('accepted')
  const merged = valueIn(await merge(0, 1))
  expect(merged.decision).toBe('suggested')
  expect(merged.decidedBy).toBeUndefined()
})

test('two candidates with another one between them are not merged', async () => {
  const { importId, all, merge } = await givenThree()
  expect(refusalOf(await merge(0, 2))).toBe('otherId: candidates_between')
  valueIn(await addCandidate(chen, { id: newId(), importId, paragraph: 1, start: 0, end: 6 }))
  expect((await all()).map(({ quote }) => quote)).toHaveLength(4)
  expect(refusalOf(await merge(1, 2))).toBe('otherId: candidates_between')
  expect(valueIn(await merge(1, 0)).quote).toBe('States should act.')
  expect(valueIn(await merge(0, 1)).quote).toBe('States should act. They should act soon.')
})

test('the title is suggested again, unless a person wrote it', async () => {
  const { merge, decide } = await givenThree()
  expect(valueIn(await merge(1, 0))).toMatchObject({ title: 'States should act. They should act soon' })
  await decide(1, { title: 'Report back' })
  expect(valueIn(await merge(0, 1))).toMatchObject({ title: 'Report back' })
})

test('addressees and themes that are too many for one candidate are not merged', async () => {
  const { merge, decide } = await givenThree()
  const named = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, place) => ({ name: `Addressee ${from + place}` }))
  const themes = Array.from({ length: 11 }, (_, place) => `Theme ${place}`)
  await decide(0, { addressees: named(0, 50) })
  await decide(1, { addressees: named(49, 51) })
  expect(refusalOf(await merge(0, 1))).toBe('otherId: merged_addressees_many')
  await decide(1, { addressees: named(40, 50), themes })
  await decide(0, { themes: themes.map((theme) => `Further ${theme}`) })
  expect(refusalOf(await merge(0, 1))).toBe('otherId: merged_themes_many')
  await decide(0, { themes: themes.slice(2) })
  const merged = valueIn(await merge(0, 1))
  expect(merged.addressees).toHaveLength(50)
  expect(merged.themes).toHaveLength(11)
})
