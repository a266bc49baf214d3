import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Problem } from '@/lib/cli/problem'
import { type Lifetime, live } from '@/lib/cli/process-lifetime'
import { debian } from '../support/programs'
import { embedded } from './embedded'
import { external } from './external'
import { notifications } from './notifications'
import { oneAssignment } from './one-assignment'

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' } },
})

const parts: Record<string, (rounds: number, life: Lifetime) => Promise<void>> = {
  embedded,
  'one-assignment': oneAssignment,
  external,
  notifications: (_, life) => notifications(life),
}

/** The parts that start a PostgreSQL server of their own. */
const onDebian = ['external', 'notifications']

// Kills and cuts off what it can while people write, and then checks whether anything was lost, doubled or broken.
live(async (life: Lifetime) => {
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) throw new Problem('--rounds: give a number of rounds, such as 3.')
  const unknown = names.filter((name) => !(name in parts))
  if (unknown.length > 0) throw new Problem(`There is no ${unknown.join(', ')} among ${Object.keys(parts).join(', ')}.`)
  for (const [name, run] of Object.entries(parts)) {
    if (names.length > 0 && !names.includes(name)) continue
    if (existsSync(debian.postgres) || !onDebian.includes(name)) await run(rounds, life)
    else console.log(`Without Debian’s postgresql-15, ${name} is left out.`)
  }
  console.log('Nothing was lost, doubled or broken.')
})
