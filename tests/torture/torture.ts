import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Problem } from '@/lib/cli/problem'
import { type Lifetime, live } from '@/lib/cli/process-lifetime'
import { debian } from '../support/programs'
import { embedded } from './embedded'
import { external } from './external'
import { notifications } from './notifications'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } })

// Kills and cuts off what it can while people write, and then checks whether anything was lost, doubled or broken.
live(async (life: Lifetime) => {
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) throw new Problem('--rounds: give a number of rounds, such as 3.')
  await embedded(rounds, life)
  if (existsSync(debian.postgres)) {
    await external(rounds, life)
    await notifications(life)
  } else console.log('Without Debian’s postgresql-15 the faults of a server of one’s own are left out.')
  console.log('Nothing was lost, doubled or broken.')
})
