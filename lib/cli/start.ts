import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import type { Environment } from '@/lib/platform/environment'
import { build } from './build'
import { type Database, openDatabase } from './database'
import { type Lifetime, live } from './lifetime'
import { granted } from './manage/verb'
import { migrate } from './migrate'
import { Problem } from './problem'
import { openDataFolder, originOf, publish, readSettings } from './settings'

const { values } = parseArgs({
  options: { dev: { type: 'boolean', default: false }, demo: { type: 'boolean', default: false } },
})

async function start(life: Lifetime) {
  // The demonstration is an instance of its own beside the real one.
  if (values.demo) Object.assign(process.env, demoSettings(process.env))
  const settings = readSettings()
  openDataFolder(settings)

  const holder = `http://${settings.HOST}:${settings.PORT}, process ${process.pid}`
  const database = await openDatabase(settings, holder, life.signal)
  keep(database, settings, life)
  await refuseTakenPort(settings)

  publish(settings, database.url)
  Object.assign(process.env, { NODE_ENV: values.dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })
  await prepare(database.url, settings)
  if (!values.dev) await build(life.signal)
  life.signal.throwIfAborted()

  const { serve } = await import('./serve')
  life.onEnd(await serve(settings, originOf(settings), values.dev))
  console.log(`Followthrough is ready: ${originOf(settings)}`)
  if (values.demo) console.log((await import('./demo/stage')).signIns(settings.DATA_DIR))
  else await sayWhereToSetUp(originOf(settings))
}

/** It keeps away from the real instance, whatever .env says: only what the command itself was given counts. */
const demoSettings = ({ PORT = '3001', DATA_DIR = '.demo' }: NodeJS.ProcessEnv) => ({
  PORT,
  DATA_DIR,
  DATABASE_URL: '',
  NEXTAUTH_URL: '',
  ADMIN_EMAIL: '',
  ADMIN_PASSWORD: '',
})

/** As long as we live, so does the embedded database, and the other way round. */
function keep(database: Database, { DATA_DIR }: Environment, life: Lifetime) {
  if (database.ours) {
    life.onEnd(database.stop)
    void database.gone.then(() => life.end(1, `The database has gone: ${DATA_DIR}/postgres.log says why.`))
  } else if (database.holder !== null) {
    throw new Problem(`Followthrough runs already with the data in ${DATA_DIR}: ${database.holder}.`)
  }
}

/** Said at once, before anything that takes long. */
async function refuseTakenPort({ HOST, PORT }: Environment) {
  const trial = createServer()
  await new Promise<void>((resolve, reject) => {
    trial.once('error', reject).listen(PORT, HOST, () => trial.close(() => resolve()))
  }).catch((error: Error) => {
    const taken = 'code' in error && error.code === 'EADDRINUSE'
    const why = taken ? 'Another program listens' : `We can't listen (${error.message})`
    throw new Problem(`${why} on ${HOST}, port ${PORT}: set another PORT, such as PORT=${PORT + 1} npm start.`)
  })
}

async function prepare(url: string, { DATA_DIR }: Environment) {
  const applied = await migrate(url)
  if (applied > 0) console.log(`Brought the database up to date (${applied} migrations).`)
  if (values.demo) await (await import('./demo/stage')).stage(DATA_DIR)
  const { seed } = await import('@/prisma/seed/seed')
  await seed()
  const { makeFirstAdministrator } = await import('@/lib/people/set-up')
  granted(await makeFirstAdministrator())
}

/** On the first visit somebody makes the first account: whoever reads this line. */
async function sayWhereToSetUp(origin: string) {
  const { setupLink } = await import('@/lib/people/set-up')
  const link = await setupLink()
  if (link) console.log(`Make the first account here, within 7 days: ${origin}${link}`)
}

live(start, { stays: true })
