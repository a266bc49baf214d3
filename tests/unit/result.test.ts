import { expect, test } from 'vitest'
import { z } from 'zod'
import { isCode, messages, t } from '@/lib/platform/i18n'
import { conflict, forbidden, invalid, notFound, ok, unchanged, unparsed } from '@/lib/platform/result'
import { nameText } from '@/lib/platform/text'

const Schema = z.strictObject({
  title: nameText('title_missing', 5).optional(),
  addressees: z
    .array(z.strictObject({ words: nameText('addressee_missing') }))
    .max(2, 'list_too_long')
    .optional(),
  count: z.number().optional(),
})

/** The fields that are refused, with their codes and parameters. */
function refused(input: unknown) {
  const { error } = Schema.safeParse(input)
  if (!error) throw new Error('It was not refused.')
  return unparsed(error).errors
}

test('a field is refused by the code that its schema names, and how long it may be', () => {
  expect(refused({ title: ' ' })).toEqual([{ field: 'title', code: 'title_missing', params: {} }])
  expect(refused({ title: 'longer' })).toEqual([{ field: 'title', code: 'text_too_long', params: { maximum: 5 } }])
  const spelledOut = { field: 'title', code: 'spelled_out_too_long', params: { maximum: 5 } }
  expect(refused({ title: 'ﷺ' })).toEqual([spelledOut])
})

test('a field within a list is named by its place', () => {
  expect(refused({ addressees: [{ words: 'States' }, {}] })).toEqual([
    { field: 'addressees.1.words', code: 'addressee_missing', params: {} },
  ])
  expect(refused({ addressees: Array(3).fill({ words: 'States' }) })).toEqual([
    { field: 'addressees', code: 'list_too_long', params: { maximum: 2 } },
  ])
})

test('every unknown field is named, wherever it stands', () => {
  expect(refused({ titel: 'x', kind: 'y', addressees: [{ words: 'States', word: 'z' }] })).toEqual(
    expect.arrayContaining([
      { field: 'titel', code: 'field_unknown', params: {} },
      { field: 'kind', code: 'field_unknown', params: {} },
      { field: 'addressees.0.word', code: 'field_unknown', params: {} },
    ]),
  )
})

test('what no schema has words for is told in words of ours, never in those of a library', () => {
  expect(refused({ count: 'many' })).toEqual([{ field: 'count', code: 'field_unreadable', params: {} }])
  expect(refused('text')).toEqual([{ field: '', code: 'field_unreadable', params: {} }])
  expect(refused(null)).toEqual([{ field: '', code: 'field_unreadable', params: {} }])
})

test('there are four kinds of failure and two of success', () => {
  expect(ok(1)).toEqual({ ok: true, changed: true, value: 1 })
  expect(unchanged(1)).toEqual({ ok: true, changed: false, value: 1 })
  expect([
    invalid({ field: 'title', code: 'title_missing', params: {} }),
    forbidden('assign_forbidden'),
    notFound('assignment_not_found'),
    conflict('assignment_changed', { version: 2 }),
  ]).toMatchObject([
    { ok: false, reason: 'invalid', code: 'fields_invalid', errors: [{ field: 'title' }] },
    { ok: false, reason: 'forbidden', code: 'assign_forbidden' },
    { ok: false, reason: 'not_found', code: 'assignment_not_found' },
    { ok: false, reason: 'conflict', code: 'assignment_changed', current: { version: 2 } },
  ])
})

test.each(Object.keys(messages.errors).filter(isCode))('%s has words that can be put to it', (code) => {
  const parameters = [...messages.errors[code].matchAll(/\{(\w+)/g)].map(([, name]) => [name, 3])
  expect(t(`errors.${code}`, Object.fromEntries(parameters))).not.toMatch(/^errors\.|[{}]/)
})
