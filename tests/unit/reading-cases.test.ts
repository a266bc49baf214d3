import { expect, test } from 'vitest'
import { readPasted } from '@/lib/reading/read-blocks'
import cases from '../support/reading/cases.json'
import kinds from '../support/reading/kinds.json'
import { written } from '../support/reading/read-cases'

test.each([...cases, ...kinds])('$manner', ({ text, right }) => {
  const { paragraphs } = readPasted(text.join('\n'))
  expect(written(paragraphs, right)).toEqual(right)
})
