import { beforeAll, expect, test } from 'vitest'
import { addDocument } from '@/lib/registration/add-document'
import { givenPeople, people } from '../support/given'
import { refusal } from '../support/places'
import { freshCode, paragraphs } from '../support/sample-document'

const { chen } = people

beforeAll(givenPeople)

const mark = { paragraph: '2', start: 0, end: 5 }
const refusals = [
  { rule: 'a document has a code', given: { code: ' ' }, code: 'code: code_missing' },
  { rule: 'a code has its form', given: { code: 'A B' }, code: 'code: code_unreadable' },
  { rule: 'a document has a title', given: { title: undefined }, code: 'title: document_title_missing' },
  { rule: 'a day is a day', given: { date: '2026-02-30' }, code: 'date: day_unreadable' },
  { rule: 'a language has a code', given: { language: 'English!' }, code: 'language: language_unreadable' },
  { rule: 'a document has text', given: { paragraphs: [] }, code: 'paragraphs: paragraphs_missing' },
  {
    rule: 'each paragraph has text',
    given: { paragraphs: [...paragraphs, { label: '3', text: ' ' }] },
    code: 'paragraphs.3.text: paragraph_text_missing',
  },
  {
    rule: 'a paragraph without text has parts',
    given: { paragraphs: [...paragraphs, { label: '3' }] },
    code: 'paragraphs.3.text: paragraph_text_missing',
  },
  { rule: 'an unknown field is refused', given: { color: 'red' }, code: 'color: field_unknown' },
  {
    rule: 'a part comes after its paragraph',
    given: { paragraphs: [...paragraphs, { label: '3', text: 'A', parent: '3' }] },
    code: 'paragraphs.3.parent: parent_paragraph_unknown',
  },
  {
    rule: 'no paragraph is part of itself',
    given: { paragraphs: [...paragraphs, { label: '3', text: 'A', parent: 4 }] },
    code: 'paragraphs.3.parent: parent_paragraph_unknown',
  },
  {
    rule: 'a mark stands in a paragraph that is there',
    given: { recommendations: [mark, { ...mark, paragraph: '9' }] },
    code: 'recommendations.1.paragraph: paragraph_unknown',
  },
  {
    rule: 'a mark says which of two paragraphs',
    given: { recommendations: [{ ...mark, paragraph: '1' }] },
    code: 'recommendations.0.paragraph: paragraph_ambiguous',
  },
  {
    rule: 'an ordinal counts from one',
    given: { recommendations: [{ ...mark, paragraph: 4 }] },
    code: 'recommendations.0.paragraph: paragraph_unknown',
  },
  {
    rule: 'a mark ends within its paragraph',
    given: { recommendations: [{ ...mark, end: 6 }] },
    code: 'recommendations.0.end: span_unreadable',
  },
  {
    rule: 'a mark has words in it',
    given: { recommendations: [{ ...mark, start: 3, end: 3 }] },
    code: 'recommendations.0.end: span_unreadable',
  },
  {
    rule: 'a mark takes whole characters',
    given: {
      paragraphs: [{ label: '1', text: 'A 👩‍🚒 acts.' }],
      recommendations: [{ paragraph: 1, start: 0, end: 3 }],
    },
    code: 'recommendations.0.end: span_cuts_character',
  },
  {
    rule: 'the same words are marked once',
    given: { recommendations: [mark, { ...mark, title: 'Again' }] },
    code: 'recommendations.1.start: span_repeated',
  },
]
for (const { rule, given, code } of refusals) {
  test(`${rule}, and the refusal leaves no trace`, async () => {
    const input = { code: freshCode(), title: 'Report', paragraphs, recommendations: [mark], ...given }
    expect(await refusal(addDocument, chen, input)).toMatchObject({ code, reason: 'invalid', untouched: true })
  })
}
