import { beforeAll, expect, test } from 'vitest'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { givenPeople, givenRecommendation, organizations, people, traceOfRecommendation } from '../support/given'
import { refusalOf } from '../support/refusal'

const { amina, chen, dita, elif } = people
const { health } = organizations

beforeAll(givenPeople)

const refusals = [
  { rule: 'a focal point corrects nothing', actor: amina, code: 'recommendation_forbidden' },
  { rule: 'a viewer neither', actor: dita, code: 'recommendation_forbidden' },
  { rule: 'a reviewer neither', actor: elif, code: 'recommendation_forbidden' },
  {
    rule: 'what stands in an archived document is not there',
    actor: amina,
    given: { archived: true },
    code: 'recommendation_not_found',
  },
  { rule: 'a key of nothing is not found', input: { key: 'X-1.1' }, code: 'recommendation_not_found' },
  { rule: 'an out-of-date page overwrites nothing', input: { version: 7 }, code: 'recommendation_changed' },
  { rule: 'an edit says from which version', input: { version: undefined }, code: 'version: version_missing' },
  { rule: 'a version is one that can be', input: { version: 2 ** 31 }, code: 'version: version_missing' },
  { rule: 'a title is not blank', input: { title: ' ' }, code: 'title: title_missing' },
  { rule: 'a title has an end', input: { title: 'a'.repeat(301) }, code: 'title: text_too_long' },
  { rule: 'a kind is action or finding', input: { kind: 'wish' }, code: 'kind: kind_missing' },
  { rule: 'a theme has a name', input: { themes: ['Training', ''] }, code: 'themes.1: theme_missing' },
  { rule: 'themes have an end', input: { themes: Array.from({ length: 21 }, String) }, code: 'themes: list_too_long' },
  {
    rule: 'an addressee has words',
    input: { addressees: [{ words: '' }] },
    code: 'addressees.0.words: addressee_missing',
  },
  {
    rule: 'an addressee that is an organization is there',
    input: { addressees: [{ words: 'all' }, { words: 'x', organization: 'nobody' }] },
    code: 'addressees.1.organization: organization_unknown',
  },
  {
    rule: 'an addressee that is a group is there',
    input: { addressees: [{ words: 'x', group: 'nobody' }] },
    code: 'addressees.0.group: group_unknown',
  },
  {
    rule: 'an addressee is one party',
    input: { addressees: [{ words: 'x', organization: health.slug, group: 'states' }] },
    code: 'addressees.0.group: addressee_one_party',
  },
  { rule: 'the quote is nobody’s to change', input: { quote: 'States may cooperate.' }, code: 'quote: field_unknown' },
  { rule: 'neither is the status', input: { status: 'verified' }, code: 'status: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ given, actor = chen, input, code }) => {
  const { id, key } = await givenRecommendation(given)
  const before = await traceOfRecommendation(id)

  expect(refusalOf(await editRecommendation(actor, { key, version: 1, title: 'Work together', ...input }))).toBe(code)
  expect(await traceOfRecommendation(id)).toEqual(before)
})
