import { expect, test } from 'vitest'
import { linesIn, namesIn } from '@/lib/organizations/pasted-names'
import { freeSlug } from '@/lib/organizations/slug'

test('a pasted list is read line by line, without its marks, each name once', () => {
  const pasted = '- Ministry of Health\r\n\n 2. INTERPOL \n• Côte d’Ivoire\ninterpol\n3M\n— UNODC'
  expect(namesIn(pasted)).toEqual(['Ministry of Health', 'INTERPOL', 'Côte d’Ivoire', '3M', 'UNODC'])
  expect(namesIn('\n \n')).toEqual([])
  expect(linesIn(pasted).map(({ line }) => line)).toEqual([1, 3, 4, 6, 7])
})

test('a taken address gets a number', () => {
  expect(freeSlug('Health', 'organization', new Set())).toBe('health')
  expect(freeSlug('Health', 'organization', new Set(['health', 'health-2']))).toBe('health-3')
  expect(freeSlug('保健省', 'organization', new Set(['organization']))).toBe('organization-2')
})
