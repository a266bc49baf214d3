import 'server-only'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '@/lib/domain/actor'
import { addMemberStates } from '@/lib/organizations/add-member-states'
import { addOrganization } from '@/lib/organizations/add-organization'
import { createUserAtConsole } from '@/lib/people/create-user-at-console'
import { at, daysAfter, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { t } from '@/lib/platform/i18n'
import { seed } from '@/prisma/seed/seed'
import { granted } from '../manage/verb'
import { Problem } from '../problem'
import { organizations, type PersonKey, people } from './people-and-organizations'
import { runSteps } from './run-steps'

/** Creates the year before today through the commands, once. Each step runs with the clock set to its own day. */
export async function createDemo(dataDir: string) {
  if ((await db.user.count()) > 0) {
    if (existsSync(passwordFile(dataDir))) return
    throw new Problem(`${dataDir} holds people who are no part of the demonstration: give it a DATA_DIR of its own.`)
  }

  console.log('Playing a year of follow-up (half a minute) …')
  const day = today()
  await at(`${daysAfter(day, -270)}T08:00:00Z`, seed)
  const players = await at(`${daysAfter(day, -269)}T09:00:00Z`, () => enter(passwordOf(dataDir)))
  await runSteps(players, day)
}

/** Returns the accounts that can sign in, as lines for the console. */
export function signIns(dataDir: string) {
  const rows = Object.values(people).map(
    ({ email, name, role }) => `  ${email.padEnd(32)} ${name}, ${t(`role.${role}`)}`,
  )
  return ['Sign in as one of these, all with the password', `  ${passwordOf(dataDir)}`, ...rows].join('\n')
}

const passwordFile = (dataDir: string) => join(dataDir, 'demo-password')

/** Returns the password of this instance, which is generated with it. */
function passwordOf(dataDir: string) {
  const file = passwordFile(dataDir)
  if (!existsSync(file)) writeFileSync(file, randomBytes(9).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

async function enter(password: string): Promise<Record<PersonKey, Actor>> {
  const { id } = granted(await createUserAtConsole({ ...people.admin, password }))
  const administrator: Actor = { id, role: 'administrator', organizationIds: [] }
  for (const organization of organizations) granted(await addOrganization(administrator, organization))
  granted(await addMemberStates(administrator, { group: 'states' }))

  const entered = [['admin', administrator]]
  for (const [name, person] of Object.entries(people)) {
    if (name !== 'admin') entered.push([name, await actorFor(person, password)])
  }
  return Object.fromEntries(entered)
}

async function actorFor(person: (typeof people)[PersonKey], password: string): Promise<Actor> {
  const { id } = granted(await createUserAtConsole({ ...person, password }))
  const memberships = await db.membership.findMany({ where: { userId: id }, select: { organizationId: true } })
  return { id, role: person.role, organizationIds: memberships.map(({ organizationId }) => organizationId) }
}
