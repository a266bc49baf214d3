import { expect, test } from 'vitest'
import { assignmentAddress, readAssignmentState } from '@/app/_addresses/assignment'
import { assignmentInAddress } from '@/app/_addresses/recommendation'

const id = '018f0000-0000-7000-8000-0000000000a1'

test('what addresses of a recommendation once opened in place leads to the page of the assignment', () => {
  expect(assignmentInAddress({ change: id })).toBe(`/assignments/${id}?form=change#next`)
  expect(assignmentInAddress({ story: id, group: 'states' })).toBe(`/assignments/${id}#reports`)
  for (const others of [{}, { report: id }, { change: 'x' }, { story: [id, id] }, { at: id, done: 'changed' }]) {
    expect(assignmentInAddress(others)).toBeUndefined()
  }
})

test('the address of an assignment is read as it is written, and what it cannot mean is left out', () => {
  const state = { history: 'open', after: 12, reports: 2 } as const
  const address = assignmentAddress(id, state, 'history')
  expect(address).toBe(`/assignments/${id}?history=open&after=12&reports=2#history`)
  expect(readAssignmentState({ history: 'open', after: '12', reports: '2' })).toEqual(state)
  expect(readAssignmentState({ form: 'delete', history: 'x', after: '-1', reports: 'all', more: '1' })).toEqual({})
})

test('a form stands with the latest reports', () => {
  expect(readAssignmentState({ form: 'correct', reports: '2' })).toEqual({ form: 'correct' })
})
