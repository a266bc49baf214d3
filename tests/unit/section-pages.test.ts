import { expect, test } from 'vitest'
import { pageOfSection, type SectionRow } from '@/app/(work)/imports/[id]/section-pages'
import type { CandidateNow } from '@/lib/imports/candidate-shape'

const candidate = (paragraph: number, start: number): CandidateNow => ({
  ...{ id: `${paragraph} ${start}`, paragraph, start, end: start + 4, quote: 'Act.', kind: 'action', title: 'Act' },
  ...{ reasons: [], addressees: [], themes: [], decision: 'suggested', version: 1 },
})

/** Paragraphs of a section with as many candidates each. */
const rowsOf = (...counts: number[]) =>
  counts.map((count, place): SectionRow => {
    const own = Array.from({ length: count }, (_, at) => candidate(place + 1, at * 5))
    return { paragraph: { ordinal: place + 1, part: 1, label: null, text: 'Act. '.repeat(count) }, own, shown: own }
  })

const starts = (rows: readonly SectionRow[]) => rows.flatMap(({ shown }) => shown.map(({ id }) => id))

test('a section with few candidates has one page', () => {
  const rows = rowsOf(0, 20, 25)
  expect(pageOfSection(rows, 3)).toMatchObject({ rows, page: 1, pages: 1 })
})

test('a paragraph with hundreds of candidates continues on the next page, and each candidate is on one page', () => {
  const rows = rowsOf(2, 0, 300, 0, 3)
  const pages = Array.from({ length: 11 }, (_, place) => pageOfSection(rows, place + 1))
  expect(pages.flatMap(({ rows }) => starts(rows))).toEqual(starts(rows))
  expect(pages.map(({ first, last }) => last - first + 1)).toEqual([...Array(10).fill(30), 5])

  // The parts of the text follow each other, and paragraphs without candidates are on one page too.
  const long = pages.flatMap(({ rows }) => rows.filter(({ paragraph }) => paragraph.ordinal === 3))
  expect(long.map(({ from }) => from)).toEqual([undefined, ...long.slice(0, -1).map(({ to }) => to)])
  expect(long.at(-1)?.to).toBeUndefined()
  const ordinals = pages.flatMap(({ rows }) => rows.map(({ paragraph }) => paragraph.ordinal))
  expect(ordinals.filter((ordinal) => ordinal !== 3)).toEqual([1, 2, 4, 5])
  expect(pageOfSection(rows, 99).page).toBe(11)
})
