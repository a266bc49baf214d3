import { expect, test } from 'vitest'
import { cut, sentencesOf } from '@/lib/reading/sentences'
import cases from '../support/sentence-cases.json'

test.each(cases)('sentences: $what', ({ text, sentences }) => {
  expect(sentencesOf(text).map((span) => cut(text, span))).toEqual(sentences)
})
