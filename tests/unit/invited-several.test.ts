import { expect, test } from 'vitest'
import { stateAfter } from '@/app/(work)/people/invited-several'
import { invalidField, ok } from '@/lib/platform/result'

const person = (text: string) => ({ line: 1, text, name: text, email: text, organization: undefined, role: undefined })
const linked = (name: string, organizations: { slug: string; name: string; kind: 'main' }[] = []) =>
  ok({
    id: name,
    name,
    email: `${name}@example.org`,
    role: 'focal_point' as const,
    organizations,
    invited: true,
    disabled: false,
    version: 1,
    link: `/invite/${name}`,
    mailed: false,
  })

test('the answer warns of focal points without an organization, and says which line was skipped', () => {
  const unodc = { slug: 'unodc', name: 'UNODC', kind: 'main' as const }
  const all = [
    { person: person('ana'), result: linked('ana', [unodc]) },
    { person: person('ben'), result: linked('ben') },
  ]
  const { done, errors } = stateAfter({ all, header: 'Name, Email' }, 'focal_point', undefined)
  expect(done).toBe(
    '2 people were invited. The line of column names was skipped: Name, Email. ben is a focal point without an organization and cannot report progress yet. Name the organization on their page.',
  )
  expect(errors).toBeUndefined()
})

test('a line whose organization is missing points to the box that creates it', () => {
  const result = invalidField('organizations.0', 'organization_unknown', { name: 'Atlantis' })
  const state = stateAfter({ all: [{ person: person('gus'), result }], header: undefined }, 'viewer', undefined)
  expect(state.errors?.people).toBe(
    'Line 1 (gus): There is no organization called “Atlantis”. Check its spelling, or select “Create organizations that do not exist yet” below.',
  )
  expect(state.typed).toEqual({ people: 'gus', role: 'viewer' })
})
