import { beforeEach, expect, test, vi } from 'vitest'
import { findKept, forget, forgetAll, keep, keyFor } from '@/app/_ui/kept-text'

/** A browser's storage, of which what is stored are the only keys. */
function storage() {
  const hidden = (value: unknown) => ({ value, enumerable: false })
  const stored: Record<string, string> = {}
  return Object.defineProperties(stored, {
    getItem: hidden((key: string) => stored[key] ?? null),
    setItem: hidden((key: string, text: string) => Object.assign(stored, { [key]: text })),
    removeItem: hidden((key: string) => delete stored[key]),
  })
}

beforeEach(() => void vi.stubGlobal('localStorage', storage()))

const [ada, ben] = [keyFor('ada', 'note 1'), keyFor('ben', 'note 1')]

test('what one account typed is never found for another', () => {
  expect(keep(ada, { text: 'By Ada.' })).toBe(true)
  expect(findKept(ben)).toBeUndefined()
  expect(findKept(ada)).toMatchObject({ typed: { text: 'By Ada.' } })
})

test('who signs out leaves nothing, also not what a form was about to keep', () => {
  keep(ada, { text: 'By Ada.' })
  keep(ben, { text: 'By Ben.' })
  forgetAll('ada')
  expect(keep(ada, { text: 'By Ada, late.' })).toBe(false)
  expect(findKept(ada)).toBeUndefined()
  expect(findKept(ben)).toMatchObject({ typed: { text: 'By Ben.' } })
})

test('what another window kept since is not forgotten with what this one saved', () => {
  keep(ada, { text: 'In this window.' })
  forget(ada)
  expect(findKept(ada)).toBeUndefined()

  keep(ada, { text: 'In this window.' })
  localStorage.setItem(ada, JSON.stringify({ at: Date.now() + 1, typed: { text: 'In another one.' } }))
  forget(ada)
  expect(findKept(ada)).toMatchObject({ typed: { text: 'In another one.' } })
})
