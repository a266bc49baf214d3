import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { build } from '@/lib/cli/build'
import { Problem } from '@/lib/cli/problem'
import { type Lifetime, live } from '@/lib/cli/process-lifetime'
import { buildBare } from './bare-build'
import { type Case, type Change, casesOf } from './cases'
import { credentialsFor, subjectsOf } from './credentials'
import { folder, openFilled } from './database'
import { timeDay } from './day'
import { exportLine, timeExports } from './export'
import { readCorpusInAllFormats } from './import/read-corpus'
import { drive } from './load'
import { type Measured, measure } from './measure'
import { timeMerge } from './merge'
import { explainAll, explainNone, growingTables, type Scan, scansDuring } from './plans'
import { heading, line } from './print'
import { setPublications } from './publications'
import { compressedSizeOf, sizeOf, storeSamePage } from './same-page'
import { type Server, startBare, startFloor, startProduct } from './servers'
import { importSheets } from './sheets'

const secret = randomBytes(32).toString('base64')

async function bench(life: Lifetime) {
  const { n, port, seconds, rounds, names, json, details } = readArguments()
  if (names.includes('import')) return await readCorpusInAllFormats({ details })
  if (names.includes('sheets')) return await importSheets(n, life)
  if (names.includes('publications')) return await setPublications(life.signal)
  if (names.includes('slow-upload')) {
    // Loaded only here: it reads the settings, which the other cases set later.
    const { uploadSlowly } = await import('./slow-upload')
    return await uploadSlowly(life)
  }
  await build(life.signal)
  await buildBare(life.signal)
  const url = await openFilled(n, life)
  const settings = { DATABASE_URL: url, NEXTAUTH_SECRET: secret, DATA_DIR: folder, LOG_LEVEL: 'warn', RATE_LIMIT: '0' }
  Object.assign(process.env, settings)
  const { cases: all, change } = casesOf(await subjectsOf(url, n), await credentialsFor(url, secret))
  const isAsked = (name: string) => names.length === 0 || names.some((begin) => name.startsWith(begin))
  const cases = all.filter(({ name }) => isAsked(name))

  const start = async (starting: Promise<Server>) => {
    const server = await starting
    life.onEnd(server.stop)
    return server
  }

  await explainAll(url)
  const explained = await start(startProduct(port, settings))
  const scans = await scansOf(cases, change, explained, await growingTables(url))
  await explained.stop()
  await explainNone(url)

  const product = await start(startProduct(port, settings))
  const floor = await start(startFloor(port + 1, settings))
  const bare = await start(startBare(port + 2, settings))
  for (const { same } of cases) if (same) await storeSamePage(product, same)
  await printSizes(cases, product, bare)
  console.log(heading)
  const results: Measured[] = []
  for (const one of cases) {
    for (const concurrency of one.concurrency) {
      const measured = await measure(one, concurrency, { product, floor, bare }, { rounds, seconds })
      results.push(measured)
      console.log(line(measured))
    }
  }
  await product.stop()
  const day = isAsked('day') ? await timeDay(url) : undefined
  if (day) console.log(`day: ${day.made} notifications made in ${day.seconds.toFixed(1)} s`)
  const exports = isAsked('export') ? await timeExports(url) : []
  for (const one of exports) console.log(exportLine(one))
  const merge = isAsked('merge') ? await timeMerge(url) : undefined
  if (merge) console.log(`merge: ${merge.moved} assignments moved in ${merge.seconds.toFixed(1)} s`)
  if (json) console.log(JSON.stringify({ n, scans: Object.keys(scans), results, day, exports, merge }))
}

/** Prints the sizes of the pages that are compared, so that the ratios of their processor time can be judged. */
async function printSizes(cases: Case[], product: Server, bare: Server) {
  for (const { name, product: shot, bare: inBare, same, compressed } of cases) {
    if (compressed) console.log(`${name}: ${await compressedSizeOf(product, shot(0))} kB compressed`)
    if (!inBare || !same) continue
    const [own, bareOwn, sameOwn] = await Promise.all([
      sizeOf(product, shot(0)),
      sizeOf(bare, inBare(0)),
      sizeOf(bare, { ...same, path: `/same${same.path}` }),
    ])
    console.log(`${name}: ${own} kB, bare ${bareOwn} kB, the same elements in bare ${sameOwn} kB`)
  }
}

/** Prints each plan that scans a growing table. Returns the plans by the name of the case. */
async function scansOf(cases: Case[], change: Change, product: Server, growing: Set<string>) {
  const found: Record<string, Scan[]> = {}
  for (const { name, product: shot } of cases) {
    let turn = 0
    // More than five times: PostgreSQL may then choose one plan for all values of a prepared statement.
    const scans = await scansDuring(growing, () =>
      drive(product, () => ({ after: change(turn), ...shot(turn++) }), 1, 1),
    )
    if (scans.length > 0) found[name] = scans
    for (const { query, plan } of scans) console.log(`${name} scans a growing table:\n${query}\n\n${plan}\n`)
  }
  if (Object.keys(found).length === 0) console.log('No query scans a growing table.')
  return found
}

function readArguments() {
  const { values, positionals: names } = parseArgs({
    allowPositionals: true,
    options: {
      n: { type: 'string', default: '100000' },
      port: { type: 'string', default: '3401' },
      seconds: { type: 'string', default: '2' },
      rounds: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
      details: { type: 'boolean', default: false },
    },
  })
  const { json, details, ...numbers } = values
  const read = (name: keyof typeof numbers) => {
    const number = Number(numbers[name])
    if (!Number.isInteger(number) || number < 1)
      throw new Problem(`--${name}: give a whole number, not ${numbers[name]}.`)
    return number
  }
  return { n: read('n'), port: read('port'), seconds: read('seconds'), rounds: read('rounds'), names, json, details }
}

live(bench)
