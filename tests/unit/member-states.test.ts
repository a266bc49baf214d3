import { expect, test } from 'vitest'
import { memberStates } from '@/lib/organizations/member-states'

const names = memberStates.map(({ name }) => name)

test('the United Nations have 193 Member States, each with its own name', () => {
  expect(names).toHaveLength(193)
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(193)
})

test('they are called what the United Nations call them', () => {
  expect(names).toEqual(expect.arrayContaining(theirOwn))
})

test('no State is taken for another one by one of its other names', () => {
  for (const { name, others } of memberStates) {
    for (const other of memberStates) {
      if (other.name !== name) expect([name, ...others]).not.toContain(other.name)
    }
  }
})

test('who is no Member State is not among them', () => {
  for (const name of ['Holy See', 'Vatican City', 'Palestine', 'Kosovo', 'Taiwan', 'Cook Islands']) {
    expect(names).not.toContain(name)
  }
})

const theirOwn = [
  ...[
    'Bahamas',
    'Bolivia (Plurinational State of)',
    'Brunei Darussalam',
    'Cabo Verde',
    'Congo',
    "Côte d'Ivoire",
    'Czechia',
  ],
  ...[
    "Democratic People's Republic of Korea",
    'Democratic Republic of the Congo',
    'Eswatini',
    'Gambia',
    'Guinea-Bissau',
  ],
  ...[
    'Iran (Islamic Republic of)',
    'Kyrgyzstan',
    "Lao People's Democratic Republic",
    'Micronesia (Federated States of)',
  ],
  ...['Myanmar', 'Netherlands (Kingdom of the)', 'North Macedonia', 'Republic of Korea', 'Republic of Moldova'],
  ...['Russian Federation', 'Sao Tome and Principe', 'Syrian Arab Republic', 'Timor-Leste', 'Türkiye'],
  ...[
    'United Kingdom of Great Britain and Northern Ireland',
    'United Republic of Tanzania',
    'United States of America',
  ],
  ...['Venezuela (Bolivarian Republic of)', 'Viet Nam'],
]
