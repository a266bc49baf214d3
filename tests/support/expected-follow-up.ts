import { expect } from 'vitest'
import { followUpFigures } from '@/lib/overview/follow-up-figures'
import type { Whose } from '@/lib/overview/list-totals'
import { daysAfter } from '@/lib/platform/clock'
import { readNamed } from '@/lib/platform/db'
import { people, valueIn } from './given'
import { listed } from './listed'

/** Expects that the figures of follow-up are those of the lists to which they lead, and of a plain count for all. */
export async function expectFollowUp(whose: Whose, day: string) {
  const { ages, unproven, unanswered, quarters } = valueIn(await followUpFigures(people.chen, whose))
  const count = (filters: object) => listed.assignments({ ...whose, ...filters })

  for (const { name, total } of ages) expect(await count({ age: name })).toBe(total)
  expect(ages.reduce((sum, { total }) => sum + total, 0)).toBe(await count({ assignment: ['pending'] }))
  expect(await count({ evidence: 'none' })).toBe(unproven)
  const open = { position: ['pending'], assignment: ['pending'] }
  for (const { slug, total } of unanswered.items) expect(await count({ ...open, organization: slug })).toBe(total)
  if (unanswered.more === 0) expect(unanswered.items.reduce((sum, { total }) => sum + total, 0)).toBe(await count(open))
  for (const { quarter: assigned, ...figures } of quarters) {
    expect({
      assigned: await count({ assigned }),
      answered: await count({ assigned, answered: 'month' }),
      met: await count({ assigned, met: 'yes' }),
      pending: await count({ assigned, assignment: ['pending'] }),
    }).toEqual(figures)
  }
  expect(quarters.reduce((sum, { assigned }) => sum + assigned, 0)).toBe(await count({}))
  if (Object.keys(whose).length === 0) await expectCounted(quarters, day)
}

type Row = { quarter: string; from: string; answered: string | null }

/** Counts what was answered in time in each quarter, one assignment after another. */
async function expectCounted(quarters: { quarter: string; answered: number }[], day: string) {
  const text = `
    select to_char(a.created_at, 'YYYY-"Q"Q') as quarter, a.created_at::date::text as from, (
        select min(coalesce(w.answered_on, w.written_at::date))::text from answers w
        where w.assignment_id = a.id and w.position <> 'pending') as answered
    from assignments a join recommendations r on r.id = a.recommendation_id
    where r.document_id not in (select id from documents where archived_at is not null)`
  const rows = await readNamed<Row>({ name: 'expected-follow-up', text })
  for (const { quarter, answered } of quarters) {
    const own = rows.filter((row) => row.quarter === quarter)
    const inTime = own.filter((row) => row.answered !== null && row.answered <= daysAfter(row.from, 30))
    expect([day, quarter, answered]).toEqual([day, quarter, inTime.length])
  }
}
