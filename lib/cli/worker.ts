import { openDatabase } from './database'
import { missingMigrations } from './migrate'
import { Problem } from './problem'
import { type Lifetime, live } from './process-lifetime'
import { publish, readSettings } from './settings'

/** Makes and sends notifications and scans files, beside the processes that answer requests. */
async function work(life: Lifetime) {
  const settings = readSettings()
  const say = (sentence: string) => console.log(sentence)
  const database = await openDatabase(settings, { holder: 'npm run worker', signal: life.signal, say })
  if (database.ours) {
    await database.stop()
    throw new Problem('A worker needs Followthrough beside it: start that first by `npm start`, or set DATABASE_URL.')
  }
  const { fresh, missing } = await missingMigrations(database.url)
  if (fresh || missing > 0)
    throw new Problem('The database is not up to date: start this version by `npm start` first.')

  publish(settings, database)
  Object.assign(process.env, { NODE_ENV: 'production' })
  const { watchDatabase } = await import('@/lib/server/watch-database')
  const { runJobs } = await import('@/lib/server/jobs')
  const { logConsole } = await import('@/lib/server/log-console')
  runJobs(life.signal)
  say('The worker is ready.')
  logConsole()
  const { log } = await import('@/lib/platform/log')
  const why = await watchDatabase(database.url, { signal: life.signal, say: (sentence) => log.warn(sentence) })
  life.end(1, why)
}

live(work, { stays: true })
