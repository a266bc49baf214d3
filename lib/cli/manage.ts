import { parseArgs } from 'node:util'
import { openDatabase } from './database'
import * as database from './manage/database'
import * as erasing from './manage/erase'
import * as history from './manage/history'
import * as importing from './manage/import'
import { importSheet } from './manage/import-sheet'
import * as seeding from './manage/seed'
import * as token from './manage/token'
import * as user from './manage/user'
import { type Given, parseOptions, type Verb } from './manage/verb'
import { migrate, missingMigrations } from './migrate'
import { Problem } from './problem'
import { type Lifetime, live } from './process-lifetime'
import { openDataFolder, publish, readSettings } from './settings'

const verbs: Record<string, Verb> = {
  'database url': database.url,
  'erase items': erasing.items,
  'erase list': erasing.list,
  'erase person': erasing.person,
  'history head': history.head,
  'history verify': history.verify,
  import: importing.importFile,
  'import-sheet': importSheet,
  seed: seeding.seed,
  'token create': token.create,
  'user create': user.create,
  'user reset': user.reset,
}

const command = 'npm run manage --'

// A command prints only its result, because scripts read it. The history has what it changed.
process.env.LOG_LEVEL ??= 'warn'

async function manage(life: Lifetime) {
  const args = process.argv.slice(2)
  const name = Object.keys(verbs).find((name) => name === args.slice(0, name.split(' ').length).join(' '))
  const verb = name && verbs[name]
  if (!verb) {
    if (args.length === 0 || args.includes('--help') || args.includes('-h')) return console.log(overview())
    throw new Problem(`There is no command "${args.join(' ')}": ${command} --help lists all.`)
  }

  const given = read(verb, name, args.slice(name.split(' ').length))
  console.log(given.help ? helpOf(name, verb) : await perform(verb, given, life))
}

function read(verb: Verb, name: string, args: string[]): Given {
  try {
    return givenIn(verb, args)
  } catch (error) {
    const [sentence] = error instanceof Error ? error.message.split('. ') : []
    throw new Problem(`${sentence}: ${command} ${name} --help lists its options.`)
  }
}

function givenIn(verb: Verb, args: string[]): Given {
  const { argument } = verb
  const { values, positionals } = parseArgs({
    args,
    options: parseOptions(verb),
    allowPositionals: argument !== undefined,
  })
  if (argument === undefined) return values
  if (positionals.length > 1) throw new Error(`Only one ${argument} can be given`)
  return { ...values, [argument]: positionals[0] }
}

/**
 * Runs a command on the database of the running instance. If no instance runs, opens the embedded database for the
 * command.
 */
async function perform(verb: Verb, given: Given, life: Lifetime) {
  const settings = readSettings()
  if (verb.offline) return verb.run(given, settings)

  openDataFolder(settings)
  const opened = await openDatabase(settings, {
    holder: `npm run manage, process ${process.pid}`,
    signal: life.signal,
    say: console.error,
  })
  if (opened.ours) life.onEnd(opened.stop)
  await refuseOlder(opened.url)
  publish(settings, opened)
  return verb.run(given, settings)
}

/**
 * Migrates an empty database. Refuses one that lacks migrations: an instance with older code may be using it, so only a
 * start migrates it.
 */
async function refuseOlder(url: string) {
  const { fresh, missing } = await missingMigrations(url)
  if (fresh) await migrate(url)
  else if (missing > 0) {
    throw new Problem(
      `The database is older than this version of Followthrough (it lacks ${missing} migrations): start this version first, which brings it up to date.`,
    )
  }
}

function overview() {
  const lines = Object.entries(verbs).map(([name, { says }]) => `  ${name.padEnd(20)} ${says}`)
  return [
    `Usage: ${command} <noun> <verb> [options]`,
    '',
    ...lines,
    '',
    '--help after a command lists its options.',
  ].join('\n')
}

function helpOf(name: string, { says, argument, options = {} }: Verb) {
  const lines = Object.entries(options).map(([option, { type, says }]) => {
    const usage = type === 'string' ? `--${option} ${option.toUpperCase()}` : `--${option}`
    return `  ${usage.padEnd(36)} ${says}`
  })
  const usage = argument === undefined ? name : `${name} ${argument.toUpperCase()}`
  return [`${command} ${usage}: ${says}`, ...lines].join('\n')
}

live(manage)
