import { expect, test } from 'vitest'
import type { Activity } from '@/lib/register/activity'
import { fitActivity } from '@/lib/register/fit-activity'

const report = (id: string, narrative: string): Activity => ({
  ...{ kind: 'report', id, at: '2026-11-30T09:00:00.000Z' },
  report: {
    ...{ id, asOf: '2026-11-30', progress: 'in_progress', narrative, author: { id: 'amina', name: 'Amina' } },
    ...{ onBehalf: false, submittedAt: '2026-11-30T09:00:00.000Z', corrected: false },
  },
})
const many = (narrative: string) => Array.from({ length: 20 }, (_, place) => report(`${place}`, narrative))
const narratives = (all: Activity[]) => all.map((one) => (one.kind === 'report' ? one.report.narrative : ''))

test('a page of ordinary reports shows each of them whole', () => {
  const reports = many('The course was given in one more region. '.repeat(20))
  expect(fitActivity(reports)).toEqual(reports)
})

test('of many long ones the newest are shown whole, and the one that is asked for; of the others, the beginning', () => {
  const text = 'word '.repeat(800)
  const shown = fitActivity(many(text), { first: '15' })
  const whole = shown.filter(({ beginningOnly }) => !beginningOnly).map(({ id }) => id)
  expect(whole).toEqual([...whole.slice(0, -1).map((_, place) => `${place}`), '15'])
  expect(whole.length).toBeGreaterThan(3)
  expect(shown.map(({ id }) => id)).toEqual(many(text).map(({ id }) => id))
  const beginnings = narratives(shown.filter(({ beginningOnly }) => beginningOnly))
  expect(Math.max(...beginnings.map(({ length }) => length))).toBeLessThan(130)
})

test('evidence with long addresses takes the room of texts', () => {
  const url = `https://example.org/${'x'.repeat(1_900)}`
  const evidence = Array.from({ length: 100 }, (_, place) => ({
    ...({
      id: `e${place}`,
      kind: 'link',
      title: 'Page',
      url,
      sha256: '',
      audience: 'internal',
      scan: 'not_scanned',
    } as const),
    ...{ by: { id: 'amina', name: 'Amina' }, onBehalf: false, addedAt: '', letterOf: [] },
    reports: many('').map(({ id }) => id),
  }))
  const shown = fitActivity(many('Done.'), { evidence })
  expect(shown.filter(({ beginningOnly }) => !beginningOnly)).toHaveLength(1)
})
