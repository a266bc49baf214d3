import { expect, test } from 'vitest'
import { bind, join, raw, sql } from '@/lib/platform/sql'

const hostile = "'; drop table users; -- $1"

test('a value never becomes text, and each stands at its place', () => {
  const part = bind('a.id = $2 and (a.role = $1 or a.owner_id = $2)', hostile, 7)
  const whole = sql`select ${raw('a.id')} from a where ${join([sql`a.key = ${hostile}`, part], ' and ')} limit ${5}`

  expect(whole.text).toBe(
    'select a.id from a where a.key = $1 and a.id = $2 and (a.role = $3 or a.owner_id = $4) limit $5',
  )
  expect(whole.values).toEqual([hostile, 7, hostile, 7, 5])
})

test('a constant part without places needs no values', () => {
  expect(bind("a.status = 'closed'")).toMatchObject({ text: "a.status = 'closed'", values: [] })
})
