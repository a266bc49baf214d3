import { beforeAll, expect, test } from 'vitest'
import { answer } from '@/lib/assignments/answer'
import { askAgain } from '@/lib/assignments/ask-again'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { closeCycle } from '@/lib/cycles/close-cycle'
import { findCycle } from '@/lib/cycles/cycle'
import { editCycle } from '@/lib/cycles/edit-cycle'
import { organizationsOf } from '@/lib/cycles/results'
import { archiveDocument } from '@/lib/documents/archive-document'
import { addGroup } from '@/lib/organizations/add-group'
import { addMembers } from '@/lib/organizations/add-members'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { firstWork } from '@/lib/overview/my-work'
import { assignmentRowsOf } from '@/lib/register/assignment-list'
import { findAssignmentView } from '@/lib/register/assignment-view'
import { findRecommendationView } from '@/lib/register/recommendation-view'
import { reportProgress } from '@/lib/reports/report-progress'
import {
  eventsOf,
  givenAssignment,
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  valueIn,
} from '../support/given'
import { answersTo, atMoment, givenAsked, givenCycle } from '../support/given-cycle'
import { givenOrganization } from '../support/places'

const { amina, bruno, chen, dita } = people
const { health, finance } = organizations

beforeAll(givenPeople)

const report = (actor: typeof amina, assignmentId: string, more: object = {}) =>
  reportProgress(actor, { assignmentId, progress: 'in_progress', narrative: 'A draft exists.', ...more }).then(valueIn)

const june = { opensOn: '2098-06-01', closesOn: '2098-06-30' }

test('a cycle opens by itself on its day and asks for what is still to be done then', async () => {
  const { document, of, ...asked } = await givenAsked()
  const { id } = await givenCycle({ document, ...june })
  await atMoment('2098-05-31T23:59:00Z', async () => expect((await findCycle(dita, id))?.state).toBe('planned'))
  await report(bruno, asked.finance, { progress: 'implemented' })
  await atMoment('2098-06-01T00:00:05Z', async () => {
    expect(await answersTo(id)).toMatchObject({ counts: { asked: 1 }, [health.name]: 'not_answered' })
  })
  expect((await eventsOf(id)).map(({ kind, actorId }) => [kind, actorId])).toEqual([
    ['cycle.added', chen.id],
    ['cycle.opened', null],
  ])
  await givenAssignment({ of: await givenRecommendation() })
  expect((await answersTo(id)).counts.asked).toBe(1)
})

test('a report since the opening day answers, late after the closing day; one report can answer several cycles', async () => {
  const { document, ...asked } = await givenAsked()
  const { id } = await givenCycle({ document, ...june })
  const other = await givenCycle({ opensOn: '2098-05-30', closesOn: '2098-06-30', document })
  await atMoment('2098-06-01T06:00:00Z', () => report(chen, asked.health))
  await atMoment('2098-06-30T23:59:00Z', async () => {
    expect(await answersTo(id)).toMatchObject({ [health.name]: 'answered', [finance.name]: 'not_answered' })
  })
  await atMoment('2098-07-01T00:00:00Z', () => report(bruno, asked.finance))
  for (const one of [id, other.id]) {
    expect(await answersTo(one)).toEqual({
      counts: { asked: 2, answered: 1, late: 1, not_answered: 0, closed: 0 },
      [health.name]: 'answered',
      [finance.name]: 'late',
    })
  }
})

test('neither an earlier report nor a correction of one answers', async () => {
  const { document, ...asked } = await givenAsked()
  const { id } = await givenCycle({ document, ...june })
  const { id: corrects } = await atMoment('2098-05-31T10:00:00Z', () => report(amina, asked.health))
  await atMoment('2098-06-02T10:00:00Z', () =>
    report(amina, asked.health, { corrects, narrative: 'Two drafts exist.' }),
  )
  expect(await answersTo(id)).toMatchObject({ [health.name]: 'not_answered' })
})

test('a position that stands answers, until a coordinator asks again', async () => {
  const { document, ...asked } = await givenAsked()
  const refusal = { version: 1, position: 'not_accepted', reason: 'The law forbids it.' }
  valueIn(await answer(amina, { assignmentId: asked.health, ...refusal }))
  const { id } = await givenCycle({ document, asks: 'position' })
  expect(await answersTo(id)).toMatchObject({ [health.name]: 'answered', [finance.name]: 'not_answered' })
  const inWork = async () =>
    (await firstWork(amina, 500)).items.find(({ assignment }) => assignment.id === asked.health)?.next
  expect(await inWork()).toBeUndefined()
  valueIn(await askAgain(chen, { assignmentId: asked.health, version: 2 }))
  expect(await inWork()).toBe('position')
  expect(await answersTo(id)).toMatchObject({ [health.name]: 'not_answered' })
})

test('nobody is asked for a report on what they do not accept, and what is closed since is told apart', async () => {
  const { document, ...asked } = await givenAsked()
  const refusal = { version: 1, position: 'not_accepted', reason: 'The law forbids it.' }
  valueIn(await answer(amina, { assignmentId: asked.health, ...refusal }))
  const { id } = await givenCycle({ document })
  valueIn(await closeAssignment(chen, { id: asked.finance, closure: 'superseded', reason: 'By a later report.' }))
  expect(await answersTo(id)).toEqual({
    counts: { asked: 1, answered: 0, late: 0, not_answered: 0, closed: 1 },
    [finance.name]: 'closed',
  })
})

test('only the organizations and members of groups that it names are asked', async () => {
  const { document } = await givenAsked()
  const { slug } = valueIn(await addGroup(chen, { name: 'Ministries of money' }))
  valueIn(await addMembers(chen, { group: slug, organizations: [finance.slug] }))
  const { id } = await givenCycle({ document, groups: ['Ministries of money'] })
  expect(Object.keys(await answersTo(id))).toEqual(['counts', finance.name])
  const both = await givenCycle({ document, groups: [slug], organizations: [health.slug] })
  expect((await answersTo(both.id)).counts.asked).toBe(2)
})

test('while it is open only its closing day moves, and the history keeps the earlier one', async () => {
  const { id, version, closesOn } = await givenCycle({ ...june, document: (await givenAsked()).document })
  await atMoment('2098-06-01T06:00:00Z', async () => {
    const current = { version: version + 1, state: 'open' }
    expect(await editCycle(chen, { id, version: 2, name: 'Another' })).toMatchObject({ code: 'cycle_is_open', current })
    expect(await editCycle(chen, { id, version: 2, closesOn: '2098-06-29' })).toMatchObject({ reason: 'invalid' })
    valueIn(await editCycle(chen, { id, version: 2, closesOn: '2098-07-15' }))
    valueIn(await closeCycle(chen, { id }))
    expect(await editCycle(chen, { id, version: 4, closesOn: '2098-08-15' })).toMatchObject({ code: 'cycle_is_closed' })
  })
  expect((await eventsOf(id)).find(({ kind }) => kind === 'cycle.extended')?.body).toEqual({
    before: { closesOn },
    after: { closesOn: '2098-07-15' },
  })
})

test('an assignment says what is asked until it has answered: on its page, in lists and in My work', async () => {
  const { document, key, ...asked } = await givenAsked()
  const { id } = await givenCycle({ document, name: 'Mid-year 2099' })
  const cycles = [{ id, name: 'Mid-year 2099', asks: 'report', closesOn: '2099-12-31' }]
  const shown = async () => {
    const work = await firstWork(amina, 200)
    const view = await findRecommendationView(amina, key, {})
    return [
      (await findAssignmentView(amina, asked.health))?.cycles,
      (await assignmentRowsOf([asked.health]))[0]?.cycles,
      work.items.find(({ assignment }) => assignment.id === asked.health)?.cycles,
      view?.rows.find(({ assignment }) => assignment.id === asked.health)?.cycles,
    ]
  }
  expect(await shown()).toEqual([cycles, cycles, cycles, cycles])
  await report(amina, asked.health)
  expect((await shown()).filter(Boolean)).toEqual([])
})

test('the organizations of a reader come first, then those that have not answered, also page by page', async () => {
  const { document, of, ...asked } = await givenAsked()
  const third = await givenOrganization()
  const { id: ofThird } = await givenAssignment({ of, to: third })
  const cycle = await givenCycle({ document })
  await report(bruno, asked.finance)
  const namesFor = async (actor: typeof amina) => {
    const [names, all] = [[] as string[], { limit: 1, urgentFirst: true }]
    for (let after: string | undefined; ; ) {
      const { items, next } = await organizationsOf(actor, cycle, { ...all, after })
      names.push(...items.map(({ organization }) => organization.name))
      if (next === null) return names
      after = next
    }
  }
  const waiting = [health.name, third.name].toSorted()
  expect(await namesFor(chen)).toEqual([...waiting, finance.name])
  expect(await namesFor(bruno)).toEqual([finance.name, ...waiting])
  const { next } = await organizationsOf(chen, cycle, { limit: 1, urgentFirst: true })
  await report(chen, waiting[0] === health.name ? asked.health : ofThird)
  const { items } = await organizationsOf(chen, cycle, { urgentFirst: true, after: next ?? undefined })
  expect(items[0]?.organization.name).toBe(waiting[1])
})

test('after a merge, a cycle asks for the assignment that stays', async () => {
  const merged = await givenOrganization()
  const { document, of, ...asked } = await givenAsked()
  await givenAssignment({ of, to: merged })
  const { id } = await givenCycle({ document, organizations: [merged.slug] })
  valueIn(await mergeOrganization(chen, { slug: merged.slug, into: finance.slug }))
  expect(await answersTo(id)).toMatchObject({ counts: { asked: 1 }, [finance.name]: 'not_answered' })
  await report(bruno, asked.finance)
  expect(await answersTo(id)).toMatchObject({ [finance.name]: 'answered' })
})

test('a cycle of an archived document is there only for those who keep the record', async () => {
  const { document } = await givenAsked()
  const { id } = await givenCycle({ document })
  valueIn(await archiveDocument(chen, { code: document }))
  expect(await findCycle(dita, id)).toBeUndefined()
  expect(await findCycle(chen, id)).toMatchObject({ id })
})
