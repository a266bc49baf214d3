import type { Role } from '@/prisma/generated/enums'

type Person = { name: string; email: string; role: Role; organizations: readonly string[] }

/** Organizations that the first document does not name. */
export const organizations = [
  { slug: 'ministry-of-justice', name: 'Ministry of Justice' },
  { slug: 'national-police', name: 'National Police' },
  { slug: 'national-statistics-office', name: 'National Statistics Office' },
  { slug: 'interpol', name: 'INTERPOL' },
  { slug: 'itu', name: 'International Telecommunication Union' },
] as const

/** Invented people. None of them is real. */
export const people = {
  amina: { name: 'Amina Diallo', email: 'amina.diallo@example.org', role: 'coordinator', organizations: ['unodc'] },
  priya: { name: 'Priya Raman', email: 'priya.raman@example.org', role: 'focal_point', organizations: ['unodc'] },
  jonas: {
    name: 'Jonas Berg',
    email: 'jonas.berg@example.org',
    role: 'focal_point',
    organizations: ['council-of-europe'],
  },
  tomas: {
    name: 'Tomás Rivera',
    email: 'tomas.rivera@example.org',
    role: 'focal_point',
    organizations: ['ministry-of-justice'],
  },
  leila: {
    name: 'Leila Haddad',
    email: 'leila.haddad@example.org',
    role: 'focal_point',
    organizations: ['national-police'],
  },
  kofi: { name: 'Kofi Mensah', email: 'kofi.mensah@example.org', role: 'focal_point', organizations: ['interpol'] },
  marc: { name: 'Marc Weber', email: 'marc.weber@example.org', role: 'coordinator', organizations: [] },
  renata: { name: 'Renata Kovács', email: 'renata.kovacs@example.org', role: 'reviewer', organizations: [] },
  ines: { name: 'Inês Carvalho', email: 'ines.carvalho@example.org', role: 'viewer', organizations: [] },
  admin: { name: 'Sam Okafor', email: 'sam.okafor@example.org', role: 'administrator', organizations: [] },
} as const satisfies Record<string, Person>

export type PersonKey = keyof typeof people
export type OrganizationSlug = (typeof organizations)[number]['slug'] | 'unodc' | 'council-of-europe'
