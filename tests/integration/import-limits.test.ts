import { expect, test } from 'vitest'
import { acceptAbove } from '@/lib/imports/accept-above'
import { addCandidate } from '@/lib/imports/add-candidate'
import { decideCandidate } from '@/lib/imports/decide-candidate'
import { publishImport } from '@/lib/imports/publish-import'
import { countsOfImport } from '@/lib/imports/queries'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { people, valueIn } from '../support/given'
import { givenImport } from '../support/given-import'
import { refusalOf } from '../support/refusal'

const { chen } = people

/** Imports a text without a candidate, and adds candidates without a decision to it: paragraphs of the same words. */
async function givenMany(count: number, words: string) {
  const { id, code } = await givenImport({ text: '1. Nothing.' })
  await db.$executeRaw`
    insert into import_paragraphs (import_id, ordinal, part, label, text)
    select ${id}::uuid, place + 2, 1, place, ${words} from generate_series(1, ${count}::int) place`
  await db.$executeRaw`
    insert into import_candidates (id, import_id, paragraph, start, "end", quote, kind, title, confidence, decision)
    select gen_random_uuid(), ${id}::uuid, place + 2, 0, ${words.length}::int, ${words}, 'action', 'Act', 0.9, 'suggested'
    from generate_series(1, ${count}::int) place`
  const first = await db.importCandidate.findFirst({ where: { importId: id, paragraph: 3 } })
  return { importId: id, code, first: first?.id }
}

test('nobody accepts more recommendations than one document takes', async () => {
  const { importId, code, first } = await givenMany(10_001, 'States should act.')
  expect(refusalOf(await acceptAbove(chen, { importId, confidence: 0 }))).toBe('confidence: accepted_many')
  expect(refusalOf(await publishImport(chen, { id: importId, code, accept: 'above' }))).toBe('accept: accepted_many')
  valueIn(await decideCandidate(chen, { importId, id: first, version: 1, decision: 'rejected' }))
  expect(valueIn(await acceptAbove(chen, { importId, confidence: 0 }))).toEqual({ accepted: 10_000 })

  const accepting = { importId, id: first, version: 2, decision: 'accepted' }
  expect(refusalOf(await decideCandidate(chen, accepting))).toBe('decision: accepted_many')
  const adding = { id: newId(), importId, paragraph: 3, start: 0, end: 6 }
  expect(refusalOf(await addCandidate(chen, adding))).toBe('paragraph: accepted_many')
})

test('nobody accepts longer quotes than one document takes', async () => {
  const { importId, code } = await givenMany(101, `States should ${'report and '.repeat(1800)}act.`)
  expect(refusalOf(await acceptAbove(chen, { importId, confidence: 0 }))).toBe('confidence: accepted_long')
  expect(refusalOf(await publishImport(chen, { id: importId, code, accept: 'above' }))).toBe('accept: accepted_long')
})

test('what is left out of a text with too many candidates is counted', async () => {
  const lines = Array.from({ length: 10_003 }, (_, place) => `${place + 1}. States should train judges.`)
  const found = await givenImport({ text: lines.join('\n\n') })
  expect(await countsOfImport(found)).toMatchObject({ suggested: 10_000, leftOut: 3 })
}, 60_000)
