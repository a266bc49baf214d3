import { describe, expect, test } from 'vitest'
import { describeEvent } from '@/lib/history/describe'
import { Event } from '@/lib/history/events'
import type { EventRecord } from '@/lib/history/queries'
import { annotations } from '../support/event-words/annotations'
import { assignments } from '../support/event-words/assignments'
import { cycles } from '../support/event-words/cycles'
import { type EventWords, gone, id, names, subject, unodc } from '../support/event-words/event-bodies'
import { organizations } from '../support/event-words/organizations'
import { people } from '../support/event-words/people'
import { publications } from '../support/event-words/publications'
import { recommendations } from '../support/event-words/recommendations'

/** One of every kind, and its words. A kind that is not here doesn't compile. */
const told: EventWords = {
  ...recommendations,
  ...assignments,
  ...annotations,
  ...organizations,
  ...people,
  ...cycles,
  ...publications,
}

const event = ({ kind, body }: Pick<Event, 'kind' | 'body'>, actor: EventRecord['actor']): EventRecord => ({
  seq: 1,
  at: '2026-11-24T09:00:00.000Z',
  actor,
  kind,
  subject: { type: kind.split('.')[0] ?? '', id: subject },
  before: body.before,
  after: body.after,
  change: id(8),
  previousHash: '',
  hash: '',
})

const amina = { id: id(9), name: 'Amina Diallo' }

const eventKinds = Event.options.map(({ shape }) => shape.kind.value)

describe('every kind of event is told in plain words', () => {
  test.each(eventKinds.map((kind) => [kind, ...told[kind]] as const))('%s', (kind, body, sentence, ...pairs) => {
    const line = describeEvent(event({ kind, body }, amina), names)

    expect(line.sentence).toBe(sentence)
    const fields = line.pairs.map(({ label, before = '', after = '' }) => `${label}: ${before} → ${after}`)
    const shown = [...fields, ...(line.text ? [`text: ${line.text}`] : [])]
    expect(shown.map((text) => text.replace(/ +/g, ' ').trim())).toEqual(pairs)
  })
})

test('an assignment that a merge removed names the organization that keeps the other one', () => {
  const [{ before }] = told['assignment.removed']
  const body = { before, after: { mergedInto: unodc, assignmentId: gone } }

  expect(describeEvent(event({ kind: 'assignment.removed', body }, amina), names).sentence).toBe(
    'Amina Diallo merged two assignments on one recommendation: the one of Ministry of Justice was removed, and UNODC keeps the other',
  )
})

test('organizations from before main and alternate focal points were recorded are named together', () => {
  const body = { before: { organizationIds: [] }, after: { organizationIds: [unodc] } }

  expect(describeEvent(event({ kind: 'user.organizations_changed', body }, amina), names).pairs).toEqual([
    { label: 'Organizations', before: 'None', after: 'UNODC' },
  ])
})

test('a new cycle that names no organization asks all of them', () => {
  const [{ before, after }] = told['cycle.added']
  const pairsFor = (asked: object) =>
    describeEvent(event({ kind: 'cycle.added', body: { before, after: { ...after, ...asked } } }, amina), names)
      .pairs.slice(4)
      .map((pair) => `${pair.label}: ${pair.after}`)

  expect(pairsFor({ organizationIds: [], groupIds: [] })).toEqual(['Organizations: All organizations'])
  expect(pairsFor({ organizationIds: [unodc], groupIds: [] })).toEqual(['Organizations: UNODC'])
})

test('a logo that goes is told apart from one that comes', () => {
  const body = { before: { logo: 'abc' }, after: { logo: null } }

  expect(describeEvent(event({ kind: 'instance.logo_changed', body }, amina), names).sentence).toBe(
    'Amina Diallo removed the logo',
  )
})

test('what nobody did, the system did', () => {
  const [body] = told['document.archived']

  expect(describeEvent(event({ kind: 'document.archived', body }, null), names).sentence).toMatch(
    /^The system archived/,
  )
})
