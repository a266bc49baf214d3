import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import type { Environment } from '@/lib/platform/environment'
import { originAt } from '@/lib/platform/network'
import { watchDatabase } from '@/lib/server/watch-database'
import { build } from './build'
import { type Database, openDatabase } from './database'
import { openDemo, openFirstVisit } from './first-visit'
import { prepareDatabase } from './prepare-database'
import { Problem } from './problem'
import { type Lifetime, live } from './process-lifetime'
import { openDataFolder, originOf, publish, readSettings } from './settings'

const { values } = parseArgs({
  options: { dev: { type: 'boolean', default: false }, demo: { type: 'boolean', default: false } },
})

async function start(life: Lifetime) {
  // The demonstration is a separate instance beside the real one.
  if (values.demo) Object.assign(process.env, demoSettings(process.env))
  const settings = readSettings()
  openDataFolder(settings)

  const speaker = { say: (sentence: string) => console.log(sentence) }
  const say = (sentence: string) => speaker.say(sentence)
  const holder = `${originAt(settings.HOST, settings.PORT)}, process ${process.pid}`
  const database = await openDatabase(settings, { holder, signal: life.signal, say })
  keep(database, settings, life)
  await refuseTakenPort(settings)

  publish(settings, database)
  Object.assign(process.env, { NODE_ENV: values.dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })
  await prepareDatabase(database.url)
  await endUploads(say)
  const welcome = values.demo ? await openDemo(settings) : await openFirstVisit(originOf(settings))
  if (!values.dev) await build(life.signal)
  life.signal.throwIfAborted()

  const { serve } = await import('@/lib/server/serve')
  const { log } = await import('@/lib/platform/log')
  const { logConsole } = await import('@/lib/server/log-console')
  speaker.say = (sentence) => log.warn(sentence)
  if (!values.dev) logConsole()
  if (!database.ours) void watch(database.url, life, say)
  life.onEnd(await serve(settings, originOf(settings), values.dev))
  const { runJobs } = await import('@/lib/server/jobs')
  if (settings.JOBS === 'here') runJobs(life.signal)
  // This is for people. All further output goes to the log.
  process.stdout.write(`${[`Followthrough is ready: ${originOf(settings)}`, ...welcome].join('\n')}\n`)
}

/** Ends the uploads that a crash left behind. Later starts do it if the files cannot be reached now. */
async function endUploads(say: (sentence: string) => void) {
  const { refusesFiles } = await import('@/lib/platform/file-store')
  const away = await refusesFiles()
  if (away) return say(`${away} Until it can, files cannot be added or opened.`)
  const { sweepUploads } = await import('@/lib/evidence/sweep-uploads')
  return sweepUploads()
}

/**
 * Returns the settings of the demonstration. They keep it apart from the real instance, whatever .env says: only
 * variables of the command itself count. The log has only warnings and errors, because the accounts to sign in with
 * would be hard to find among other lines.
 */
const demoSettings = ({ PORT = '3001', DATA_DIR = '.demo', LOG_LEVEL = 'warn' }: NodeJS.ProcessEnv) => ({
  PORT,
  DATA_DIR,
  LOG_LEVEL,
  DATABASE_URL: '',
  NEXTAUTH_URL: '',
  ADMIN_EMAIL: '',
  ADMIN_PASSWORD: '',
})

/** Ends the embedded database with this process, and this process with the embedded database. */
function keep(database: Database, { DATA_DIR }: Environment, life: Lifetime) {
  if (database.ours) {
    life.onEnd(database.stop)
    void database.gone.then((why) => life.end(1, why))
  } else if (database.holder !== null) {
    throw new Problem(`Followthrough runs already with the data in ${DATA_DIR}: ${database.holder}.`)
  }
}

/** Ends this process if a database that others run stays away for too long. */
const watch = (url: string, life: Lifetime, say: (sentence: string) => void) =>
  watchDatabase(url, { signal: life.signal, say }).then(
    (why) => life.end(1, why),
    () => {}, // This process is ending already.
  )

/** Refuses a port that is in use, before anything that takes long. */
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

live(start, { stays: true })
