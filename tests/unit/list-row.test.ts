import { expect, test } from 'vitest'
import { aroundName } from '@/app/(work)/recommendations/_list/name-in-text'
import { t } from '@/lib/platform/i18n'
import { filterInWords } from '@/lib/register/filter-words'
import { readShown } from '@/lib/register/filters'

const name = 'Ministry of Justice'

test('how many others there are stands apart from the name, so that it is never shortened', () => {
  const whose = (others: number) => aroundName(name, (organization) => t('list.whose', { organization, others }))
  expect(whose(197)).toEqual({ name, after: ' and 197 others' })
  expect(whose(0)).toEqual({ name })
  expect(aroundName(name, (first) => `With ${first}`)).toEqual({ before: 'With ', name })
})

test('what is begun or partially implemented is called under way', () => {
  const counts = { open: 2, implemented: 0, verified: 0, underWay: 2, closed: 0 }
  expect(t('list.progress', counts)).toBe('0 of 2 implemented, 2 under way')
})

test('a filter for what nobody owns says so by itself', () => {
  const { shown } = readShown(new URLSearchParams({ owner: 'none' }))
  const scope = { filters: shown, keepsTheRecord: true, today: '2026-11-24', soon: '2026-12-24' }
  expect(filterInWords('owner', { shown, scope })).toBe('No owner')
})
