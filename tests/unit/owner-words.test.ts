import { expect, test } from 'vitest'
import { ownerInWords } from '@/app/(work)/_components/owner-words'

test('an owner who can no longer act is named, and counted as none', () => {
  expect(ownerInWords({ name: 'Ana', active: true })).toBe('Ana')
  expect(ownerInWords({ name: 'Ana', active: false, closed: true })).toBe('No owner (Ana: account closed)')
  expect(ownerInWords({ name: 'Ana', active: false })).toBe('No owner (Ana left the organization)')
  expect(ownerInWords(undefined)).toBe('No owner')
})
