import { expect, test } from 'vitest'
import { readForm, readTyped, refusedBySize } from '@/lib/platform/form'
import { keepLinks } from '@/lib/platform/form-links'
import { processorTime } from '../support/processor-time'

function formOf(fields: [name: string, value: string | File][]) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

const fields = (count: number) => formOf(Array.from({ length: count }, (_, place) => [`field-${place}`, '']))

test('what was typed comes back whole: blank fields, several of one name, and what was shown, but nothing of the framework', () => {
  const form = formOf([
    ['title', 'Courts'],
    ['marks', '1'],
    ['reason', ''],
    ['marks', '2'],
    ['$shown:title', 'Court'],
    ['$ACTION_KEY', 'k'],
  ])
  expect(readTyped(form)).toEqual({ title: 'Courts', marks: '1\n2', reason: '', '$shown:title': 'Court' })
  expect(readForm(form)).toEqual({ title: 'Courts', marks: '2' })
})

test('a form of many fields is read in time that grows with them', () => {
  const form = fields(30_000)
  expect(processorTime(() => readTyped(form))).toBeLessThan(1_000)
  expect(Object.keys(readTyped(form))).toHaveLength(30_000)
})

test('a form is refused as a whole for too many fields, a name too long, or a file', () => {
  expect(refusedBySize(fields(2_000), 2_000)).toBeUndefined()
  expect(refusedBySize(fields(2_001), 2_000)).toEqual({
    message: 'This form has more than 2,000 fields. Send fewer at a time.',
  })
  const unreadable = { message: 'This form could not be read. Reload the page and try again.' }
  expect(refusedBySize(formOf([['n'.repeat(201), '']]), 2_000)).toEqual(unreadable)
  expect(refusedBySize(formOf([['body', new File(['x'], 'x.txt')]]), 2_000)).toEqual(unreadable)
})

test('a text that is too long is refused at its field, and kept', () => {
  const body = 'x'.repeat(1_000_001)
  expect(refusedBySize(formOf([['body', body]]), 2_000)).toEqual({
    message: 'One field needs attention.',
    errors: { body: 'Use at most 1,000,000 characters.' },
    typed: { body },
  })
})

test('links that a form shows stay with each later answer, the latest first, each once', () => {
  const [ana, ben] = ['Ana', 'Ben'].map((label) => ({ label, value: `/invite/${label}` }))
  const links = [ana, ben].flatMap((link) => link ?? [])
  expect(keepLinks(links.slice(0, 1), { done: 'Done', links: links.slice(1) }).links).toEqual(links.toReversed())
  expect(keepLinks(links, { message: 'No', links: links.slice(0, 1) }).links).toEqual(links)
  expect(keepLinks(links, { signedOut: true })).toEqual({ signedOut: true, links })
  expect(keepLinks(undefined, { done: 'Done' })).toEqual({ done: 'Done' })
})
