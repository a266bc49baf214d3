import { afterEach, beforeEach, expect, test, vi } from 'vitest'

type Stored = Record<string, string>

/** A browser's storage, of which what is stored are the only keys. */
function storage(from: Stored = {}): Stored {
  const hidden = (value: unknown) => ({ value, enumerable: false })
  const stored = { ...from }
  return Object.defineProperties(stored, {
    getItem: hidden((key: string) => stored[key] ?? null),
    setItem: hidden((key: string, text: string) => Object.assign(stored, { [key]: text })),
    removeItem: hidden((key: string) => delete stored[key]),
  })
}

beforeEach(() => {
  vi.stubGlobal('localStorage', storage())
  let moment = Date.now()
  // Nobody types twice within a millisecond.
  vi.spyOn(Date, 'now').mockImplementation(() => moment++)
})
afterEach(() => void vi.restoreAllMocks())

/** Opens a page in a window of the browser: a new window, unless it has the session of one. */
async function openPage(session = storage()) {
  vi.resetModules()
  const text = await import('@/app/_ui/kept-text')
  const here = <T>(work: () => T) => {
    vi.stubGlobal('sessionStorage', session)
    return work()
  }
  const keyOf = (account: string) => text.keyFor(account, 'note 1')
  return {
    keep: (typed: string, account = 'ada') => here(() => text.keep(keyOf(account), { text: typed })),
    found: (account = 'ada') => here(() => text.findKept(keyOf(account))?.typed.text),
    /** The text was saved or discarded. */
    forget: () => here(() => text.forget(keyOf('ada'))),
    signOut: () => here(() => text.forgetAll('ada')),
    reload: () => openPage(session),
    duplicate: () => openPage(storage(session)),
  }
}

test('what one account typed is never found for another', async () => {
  const page = await openPage()
  expect(page.keep('By Ada.')).toBe(true)
  expect(page.found('ben')).toBeUndefined()
  expect(page.found()).toBe('By Ada.')
})

test('who signs out leaves nothing, also not what a form was about to keep', async () => {
  const page = await openPage()
  page.keep('By Ada.')
  page.keep('By Ben.', 'ben')
  page.signOut()
  expect(page.keep('By Ada, late.')).toBe(false)
  expect(page.found()).toBeUndefined()
  expect(page.found('ben')).toBe('By Ben.')
})

test('each of two windows offers its own text after a reload, and saves it without the other', async () => {
  const [one, other] = [await openPage(), await openPage()]
  one.keep('In one.')
  other.keep('In the other.')

  const [again, otherAgain] = [await one.reload(), await other.reload()]
  expect([again.found(), otherAgain.found()]).toEqual(['In one.', 'In the other.'])

  otherAgain.keep('In the other, longer.')
  otherAgain.forget()
  expect((await other.reload()).found()).toBe('In one.')
  expect((await again.reload()).found()).toBe('In one.')
  again.forget()
  expect((await openPage()).found()).toBeUndefined()
})

test('a new window offers what another one left, and saving it there leaves the other window its own', async () => {
  const one = await openPage()
  one.keep('In one.')
  const other = await openPage()
  expect(other.found()).toBe('In one.')
  other.keep('In the other.')
  other.forget()

  expect((await other.reload()).found()).toBeUndefined()
  expect((await openPage()).found()).toBeUndefined()
  expect((await one.reload()).found()).toBe('In one.')
})

test('a copy of a window and that window each offer their own', async () => {
  const one = await openPage()
  one.keep('In one.')
  const copy = await one.duplicate()
  expect(copy.found()).toBe('In one.')
  copy.keep('In the copy.')
  one.keep('In one, longer.')
  copy.forget()

  expect((await one.reload()).found()).toBe('In one, longer.')
})

test('over many reloads the latest text is offered, and none of the earlier ones once it is saved', async () => {
  let page = await openPage()
  for (const text of ['First.', 'Second.', 'Third.']) {
    page.keep(text)
    page = await page.reload()
    expect(page.found()).toBe(text)
  }
  page.forget()
  expect((await page.reload()).found()).toBeUndefined()
  expect(Object.keys(localStorage)).toEqual([])
})

test('what the browser kept before windows were told apart is offered, for a month', async () => {
  const page = await openPage()
  const keep = (at: number) => localStorage.setItem('text:ada:note 1', JSON.stringify({ at, typed: { text: 'Old.' } }))
  keep(Date.now())
  expect(page.found()).toBe('Old.')
  keep(Date.now() - 31 * 24 * 60 * 60 * 1000)
  expect(page.found()).toBeUndefined()
})
