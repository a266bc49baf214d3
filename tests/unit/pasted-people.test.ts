import { expect, test } from 'vitest'
import { headerOf, peopleIn } from '@/lib/people/pasted-people'

const ana = { name: 'Ana Sousa', email: 'ana@example.org', organization: undefined, role: undefined }
const full = { ...ana, organization: 'Ministry of Justice', role: 'focal point' }

test.each([
  ['Ana Sousa, ana@example.org, Ministry of Justice, focal point', full],
  ['Ana Sousa; ana@example.org; Ministry of Justice; focal point', full],
  ['Ana Sousa\tana@example.org\tMinistry of Justice\tfocal point', full],
  ['Ana Sousa <ana@example.org>, Ministry of Justice, focal point', full],
  ['Ana Sousa <ana@example.org>; Ministry of Justice; focal point', full],
  ['"Ana Sousa","ana@example.org","Ministry of Justice","focal point"', full],
  ['Ana Sousa, ana@example.org, focal point, Ministry of Justice', full],
  ['Ana Sousa, ana@example.org', ana],
  ['Ana Sousa <ana@example.org>', ana],
  ['Ana Sousa\tana@example.org\t\t', ana],
  ['\tana@example.org\t\tviewer', { ...ana, name: 'ana', role: 'viewer' }],
  ['Ana Sousa, ana@example.org, Viewer', { ...ana, role: 'Viewer' }],
  ['Ana Sousa; ana@example.org; ; viewer', { ...ana, role: 'viewer' }],
  ['Ana Sousa, ana@example.org, Ministry of Justice', { ...ana, organization: 'Ministry of Justice' }],
  ['Ana @ Home, ana@example.org, viewer', { ...ana, name: 'Ana @ Home', role: 'viewer' }],
  ['ana@example.org', { ...ana, name: 'ana' }],
  ['ana@example.org, viewer', { ...ana, name: 'ana', role: 'viewer' }],
  ['Sousa, Ana <ana@example.org>, viewer', { ...ana, name: 'Sousa, Ana', role: 'viewer' }],
  ['"Sousa, PhD" <ana@example.org>, viewer', { ...ana, name: 'Sousa, PhD', role: 'viewer' }],
  ['Sousa, Ana, ana@example.org, viewer', { ...ana, name: 'Sousa, Ana', role: 'viewer' }],
  ['Ana Sousa, ana@example.org, "Lagos, Nigeria", viewer', { ...ana, organization: 'Lagos, Nigeria', role: 'viewer' }],
  ['Ana Sousa, ana@example.org, Lagos, Nigeria, viewer', { ...ana, organization: 'Lagos, Nigeria', role: 'viewer' }],
  ['Ana Sousa, ana@example.org, UNODC, chief', { ...ana, organization: 'UNODC', role: 'chief' }],
  ['Ana "the Judge Sousa, ana@example.org', { ...ana, name: 'Ana "the Judge Sousa' }],
])('%s', (line, person) => {
  expect(peopleIn(line)).toEqual([{ line: 1, text: line.trim(), ...person }])
})

test('without an address, what stands in its place is kept for the refusal', () => {
  expect(peopleIn('Ana Sousa')).toMatchObject([{ name: 'Ana Sousa', email: '' }])
  expect(peopleIn('Ana Sousa, viewer')).toMatchObject([{ name: 'Ana Sousa', email: 'viewer' }])
  expect(peopleIn('Fay <fay at nowhere>')).toMatchObject([{ name: 'Fay', email: 'fay at nowhere' }])
})

test('lines are numbered as they were pasted, blank ones too', () => {
  expect(peopleIn('a@example.org\r\n\r\n b@example.org\r').map(({ line, text }) => [line, text])).toEqual([
    [1, 'a@example.org'],
    [3, 'b@example.org'],
  ])
})

test.each(['Name, Email, Role, Organization', 'Full name\tE-mail address\tOrganisation', '"Name";"Email"'])(
  'a first line that only names columns is no person: %s',
  (header) => {
    const pasted = `\n${header}\nana@example.org`
    expect(headerOf(pasted)).toBe(header)
    expect(peopleIn(pasted).map(({ line, email }) => [line, email])).toEqual([[3, 'ana@example.org']])
  },
)

test('what is not only column names is read as a person, and so is a single word', () => {
  for (const line of ['Name, name@example.org', 'Email', 'Ana Sousa, Role']) {
    expect(headerOf(line)).toBeUndefined()
    expect(peopleIn(line)).toHaveLength(1)
  }
})
