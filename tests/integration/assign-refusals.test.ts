import { expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { emailOf, givenRecommendation, organizations, people, traceOfRecommendation } from '../support/given'
import { refusalOf } from '../support/refusal'

const { amina, bruno, chen, dita, elif } = people
const { health, finance } = organizations
const toHealth = { organization: health.slug }

const refusals = [
  { rule: 'a focal point does not assign', actor: amina, code: 'assign_forbidden' },
  {
    rule: 'a focal point does not assign their own organization either',
    actor: bruno,
    input: { organization: finance.slug },
    code: 'assign_forbidden',
  },
  { rule: 'a viewer does not assign', actor: dita, code: 'assign_forbidden' },
  { rule: 'a reviewer does not assign', actor: elif, code: 'assign_forbidden' },
  {
    rule: 'somebody without the right is not told which names there are',
    actor: amina,
    input: { organization: 'nobody' },
    code: 'assign_forbidden',
  },
  {
    rule: 'what stands in an archived document is not there',
    actor: amina,
    given: { archived: true },
    code: 'recommendation_not_found',
  },
  { rule: 'a key of nothing is not found', input: { key: 'X-1.1' }, code: 'recommendation_not_found' },
  { rule: 'a key that can be none is not found', input: { key: 'X\0' }, code: 'recommendation_not_found' },
  {
    rule: 'an organization that is not there owes nothing',
    input: { organization: 'nobody' },
    code: 'organization: organization_unknown',
  },
  { rule: 'an organization is named', input: { organization: ' ' }, code: 'organization: organization_missing' },
  { rule: 'an owner has an account', input: { owner: 'nobody@example.org' }, code: 'owner: owner_unknown' },
  { rule: 'an owner is an address', input: { owner: 7 }, code: 'owner: field_unreadable' },
  {
    rule: 'an address that can be none is nobody’s',
    input: { owner: 'a\0@example.org' },
    code: 'owner: owner_unknown',
  },
  {
    rule: 'an owner is of the organization or keeps the record',
    input: { owner: emailOf('bruno') },
    code: 'owner: owner_outside',
  },
  { rule: 'a due date is a day', input: { dueOn: 'next year' }, code: 'dueOn: day_unreadable' },
  { rule: 'a day that is none is no due date', input: { dueOn: '0000-01-01' }, code: 'dueOn: day_unreadable' },
  { rule: 'a role is lead or contributing', input: { role: 'main' }, code: 'role: role_unreadable' },
  { rule: 'an unknown field is not dropped', input: { due: '2027-06-30' }, code: 'due: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ given, actor = chen, input, code }) => {
  const { key, id } = await givenRecommendation(given)
  const before = await traceOfRecommendation(id)

  const result = await assign(actor, { key, ...toHealth, ...input })

  expect(refusalOf(result)).toBe(code)
  expect(await traceOfRecommendation(id)).toEqual(before)
})

test('a closed recommendation is assigned to nobody, and the answer shows it as it stands', async () => {
  const { key, id } = await givenRecommendation({ closed: true })

  const result = await assign(chen, { key, ...toHealth })

  expect(result).toMatchObject({ code: 'recommendation_closed', current: { key, status: 'closed', assignments: [] } })
  expect(await db.assignment.count({ where: { recommendationId: id } })).toBe(0)
})

test('whose account is closed owns nothing', async () => {
  const { key } = await givenRecommendation()
  const email = `${newId()}@example.org`
  const memberships = { create: { organizationId: health.id } }
  await db.user.create({ data: { email, name: 'Gone', role: 'focal_point', disabledAt: new Date(), memberships } })

  expect(refusalOf(await assign(chen, { key, ...toHealth, owner: email }))).toBe('owner: owner_unknown')
})

test('an archived organization owes nothing, and one that was merged owes by the other', async () => {
  const { key } = await givenRecommendation()
  const [archived, merged] = [newId(), newId()]
  await db.organization.createMany({
    data: [
      { id: archived, slug: `o-${archived}`, name: archived, archivedAt: new Date() },
      { id: merged, slug: `o-${merged}`, name: merged, archivedAt: new Date(), mergedIntoId: health.id },
    ],
  })

  expect(refusalOf(await assign(chen, { key, organization: `o-${archived}` }))).toBe(
    'organization: organization_unknown',
  )
  expect(await assign(chen, { key, organization: `o-${merged}` })).toMatchObject({
    value: { organization: { slug: health.slug } },
  })
})
