import type { Bodies } from '@/lib/history/description'
import type { EventKind } from '@/lib/history/events'

/** The body of an event of each kind, its sentence, and the pairs of labels and values below it. */
export type EventWords<Kind extends EventKind = EventKind> = {
  [K in Kind]: [Bodies[K], sentence: string, ...pairs: string[]]
}

export const id = (last: number) => `018f0000-0000-7000-8000-${String(last).padStart(12, '0')}`

export const subject = id(1)
export const unodc = id(2)
export const justice = id(3)
export const states = id(4)
export const priya = id(5)
const text = id(6)
const earlier = id(7)
export const gone = id(99)

export const names = new Map([
  [subject, 'Its subject'],
  [unodc, 'UNODC'],
  [justice, 'Ministry of Justice'],
  [states, 'States'],
  [priya, 'Priya Raman'],
  [text, 'The words themselves.'],
  [earlier, 'Earlier words.'],
])

export const input = { id: text, sha256: '' }
export const before = { id: earlier, sha256: '' }
const owed = { organizationId: justice, viaGroupId: states, ownerId: null, dueOn: '2026-09-01' }
export const assigned = { ...owed, role: 'contributing' } as const
export const archived = { before: { archived: false }, after: { archived: true } }
export const restored = { before: { archived: true }, after: { archived: false } }
export const members = { organizationIds: [unodc, justice] }
export const expiresAt = '2027-06-30T00:00:00.000Z'
export const placed = { id: gone, paragraphId: gone, start: 0, end: 5, quote: '', decidedById: priya }
