import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { givenPeople, organizations } from '../support/given'
import { givenPerson } from '../support/given-person'
import { everybody } from '../support/permissions/deed'
import { deedsOnInstance } from '../support/permissions/instance'
import { deedsOnPeople } from '../support/permissions/people'
import { deedsOnPlaces } from '../support/permissions/places'
import { deedsOfWork } from '../support/permissions/work'

const deeds = [...deedsOnPeople, ...deedsOnInstance, ...deedsOfWork, ...deedsOnPlaces]

beforeAll(async () => {
  await givenPeople()
  await givenPerson({ role: 'administrator' })
})

for (const [row, { command, relation, allowed, attempt }] of deeds.entries()) {
  for (const role of everybody) {
    const may = allowed.includes(role)
    test(`${row + 1}. ${role} ${may ? 'may' : 'may not'} ${command}, ${relation}`, async () => {
      const doer = await givenPerson({ role, organizationIds: [organizations.health.id] })
      const result = await attempt(doer)
      if (may) return expect(result).toMatchObject({ ok: true })

      expect(refuses(result)).toBe(true)
      expect(await db.event.count({ where: { actorId: doer.id, NOT: { kind: 'annotation.added' } } })).toBe(0)
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
  const covered = new Set(deeds.map(({ command }) => command))
  expect(commands.filter((command) => command && !covered.has(command))).toEqual([])
})
