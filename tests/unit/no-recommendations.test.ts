import { expect, test } from 'vitest'
import { findCandidates } from '@/lib/suggestions/find-candidates'

const suggestedIn = async (text: string) => {
  const candidates = await findCandidates([{ label: '1', text, heading: 'Recommendations' }], { language: 'en' })
  return candidates.filter(({ confidence }) => confidence >= 0.5).map(({ quote }) => quote)
}

test.each([
  'The Transport Committee has examined the bill and recommends by majority that it be passed.',
  '“Replace the filters every year; clean the tanks twice,” said the director.',
  '"Replace the filters every year; you should call the plumber" the director of the plant told us.',
  'The Ministry should have informed the public.',
  'The team should be congratulated on its work.',
  'The court may ask the ministry to pay.',
  'The committee invited three experts to its meeting.',
  'We asked the Department for its figures.',
  'The Committee expects to return to this subject.',
  'It is important to note that fees rose.',
  'I have considered whether to close it, and concluded that it should not.',
  'The Ministry should therefore have informed the public.',
  'The Ministry, in our view, should at that time have informed the public.',
  'The Ministry should, as the rules then required, have been told.',
])('no recommendation is suggested in "%s"', async (text) => {
  expect(await suggestedIn(text)).toEqual([])
})

test.each([
  'The Committee recommends that the Ministry inform the public.',
  'The Ministry should ensure that those who have informed it are safe.',
  'The Ministry should therefore have a plan.',
  'The Ministry should replace “smart” meters, said the auditors, and pay for them.',
])('a recommendation is suggested in "%s"', async (text) => {
  expect(await suggestedIn(text)).toEqual([text])
})
