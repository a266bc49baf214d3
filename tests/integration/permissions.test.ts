import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import type { Role } from '@/prisma/generated/enums'
import { givenPeople, organizations } from '../support/given'
import { givenPerson } from '../support/given-person'
import { onAnnotations } from '../support/permissions/annotations'
import { onAssignments } from '../support/permissions/assignments'
import { commands } from '../support/permissions/commands'
import { onCycles } from '../support/permissions/cycles'
import { onErasures } from '../support/permissions/erasures'
import { onAllEvidence } from '../support/permissions/evidence'
import { onImports } from '../support/permissions/imports'
import { onInstance } from '../support/permissions/instance'
import { onNotifications } from '../support/permissions/notifications'
import { onOrganizationsAndDocuments } from '../support/permissions/organizations-and-documents'
import { onPeople } from '../support/permissions/people'
import { everybody, type Permission, type Person } from '../support/permissions/permission'
import { onPositionsAndPlans } from '../support/permissions/positions-and-plans'
import { onPublications } from '../support/permissions/publications'
import { onRecommendations, onWhatIsArchived } from '../support/permissions/recommendations'
import { onReminders } from '../support/permissions/reminders'
import { onReportDrafts } from '../support/permissions/report-drafts'
import { onSheets } from '../support/permissions/sheets'

const permissions = [
  ...onPeople,
  ...onInstance,
  ...onNotifications,
  ...onReminders,
  ...onCycles,
  ...onAssignments,
  ...onReportDrafts,
  ...onPositionsAndPlans,
  ...onAllEvidence,
  ...onRecommendations,
  ...onAnnotations,
  ...onErasures,
  ...onWhatIsArchived,
  ...onOrganizationsAndDocuments,
  ...onImports,
  ...onSheets,
  ...onPublications,
]

beforeAll(async () => {
  await givenPeople()
  await givenPerson({ role: 'administrator' })
})

/** One person for each role; what somebody does to themselves is done by somebody new. */
const doers = new Map<Role, Person>()
async function personFor(role: Role, { relation }: Permission) {
  const known = relation === 'oneself' ? undefined : doers.get(role)
  const person = known ?? (await givenPerson({ role, organizationIds: [organizations.health.id] }))
  if (relation !== 'oneself') doers.set(role, person)
  return person
}

/** What somebody has done, apart from the annotations that they need to have to be allowed or not to change them. */
const doneBy = ({ id }: Person) => db.event.count({ where: { actorId: id, NOT: { kind: 'annotation.added' } } })

for (const [row, permission] of permissions.entries()) {
  const { command, relation, allowed, attempt } = permission
  for (const role of everybody) {
    const may = allowed.includes(role)
    test(`${row + 1}. ${role} ${may ? 'may' : 'may not'} ${command}, ${relation}`, async () => {
      const person = await personFor(role, permission)
      const before = await doneBy(person)
      const result = await attempt(person)
      if (may) return expect(result).toMatchObject({ ok: true })

      expect(refuses(result)).toBe(true)
      expect(await doneBy(person)).toBe(before)
    })
  }
}

/** Whether it was refused for who asks, and not for what was asked. */
function refuses(result: Result<unknown>) {
  if (result.ok) return false
  if (result.reason !== 'invalid') return result.reason !== 'conflict'
  return result.errors.every(({ code }) => code === 'annotation_organization_not_yours')
}

test('every command has its rows', () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const sources = files.map((file) => readFileSync(join('lib', file), 'utf8'))
  const declared =
    /export (?:async function|const) (\w+)(?: = )?\(actor: Actor, (?:input: unknown|id: string)\): Promise<Result</g
  const commands = sources.flatMap((source) => [...source.matchAll(declared)].map(([, name]) => name))
  expect(commands.length).toBeGreaterThan(30)
  const covered = new Set(permissions.map(({ command }) => command))
  expect(commands.filter((command) => command && !covered.has(command))).toEqual([])
})

/** Every function that changes something, read from the sources once. */
let read: ReturnType<typeof commands> | undefined
const changing = () => (read ??= commands())

const reads = [
  ...['findAssignment', 'findImport', 'findOne', 'findSheet', 'findSheetInFull', 'listPlaces', 'listSheets'],
  ...['openEvidence', 'previewAnnotation', 'previewImport', 'previewPublication'],
]

/** Reads that keep their counts in the database, from where they can be deleted at any time. */
const caching = new Set(['trendOf', 'trendFile'])

test('whatever screens and addresses let somebody change has its rows, and every row names what is there', () => {
  const changes = changing().filter(({ asked, name }) => asked && !caching.has(name))
  const rows = new Set(permissions.map(({ command }) => command))
  const called = changes.filter((change) => change.called).map(({ name }) => name)
  expect(called.length).toBeGreaterThan(45)
  expect(called.filter((name) => !rows.has(name))).toEqual([])

  const there = new Set([...changes.map(({ name }) => name), ...reads])
  expect([...rows].filter((name) => !there.has(name))).toEqual([])
})

test('few things are changed for somebody who is not known yet, or whatever their role', () => {
  const before = changing().filter(({ asked, called }) => called && !asked)
  expect(before.map(({ name }) => name).sort()).toEqual([
    'acceptLink',
    'actorOfApi',
    'askForReset',
    'authHandler',
    'currentActor',
    'keepForm',
    'setUp',
    'unsubscribe',
  ])
})
