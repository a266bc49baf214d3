import '../support/mailbox'

import { beforeAll, expect, test } from 'vitest'
import { followUpFigures } from '@/lib/overview/follow-up-figures'
import { findTheme } from '@/lib/overview/theme'
import { trendOf } from '@/lib/overview/trend'
import { alteredSealedDay } from '@/lib/overview/verify-sealed-days'
import { at, daysAfter, today } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import { pastDayOf, showing } from '@/lib/platform/shown-day'
import { firstEventAt } from '@/lib/register/first-event'
import { reportProgress } from '@/lib/reports/report-progress'
import { organizations, people } from '../support/given'
import { givenStory } from '../support/given-story'
import { runChanges } from '../support/run-changes'
import { readCycles } from '../support/run-cycles'
import { readHistory } from '../support/run-history'
import { readAndPublish } from '../support/run-imports'
import { readNotifications } from '../support/run-notifications'
import { generateReports } from '../support/run-publications'
import {
  givenMany,
  readList,
  readMoves,
  readOne,
  readOrganizations,
  readOverview,
  readPeople,
} from '../support/run-queries'
import { relateRecommendations } from '../support/run-relations'
import { importAndUndoSheets } from '../support/run-sheets'
import { runWrites } from '../support/run-writes'
import { keepRows } from '../support/statement-rows'
import { difference, differenceInNames, findStatements } from '../support/statement-types'

const { amina } = people
const { health } = organizations

const { read, sent } = keepRows()

beforeAll(async () => {
  // Only a connection that is opened from now on counts the calls of functions.
  process.env.PGOPTIONS = '-c track_functions=pl'
  const story = await givenStory()
  await readPeople()
  await readOne(story)
  await readNotifications()
  await readCycles()
  await readAndPublish()
  await importAndUndoSheets()
  await relateRecommendations()
  await generateReports(story)
  await readOverview()
  await reportProgress(amina, { assignmentId: story.assignment, progress: 'in_progress', narrative: 'It goes on.' })
  await readOverview()
  for (const asked of [{}, { organization: health.slug }, { q: 'training' }, { due: 'overdue' }, { kind: 'action' }]) {
    await readList(asked)
  }
  await readOrganizations(story.group)
  await readMoves()
  await runChanges()
  await runWrites()
  await readHistory(story.key)
  await readOverview()
  await showing(pastDayOf('2020-12-31'), readOverview)
  await alteredSealedDay()
  // A past day with events.
  await at(`${daysAfter(today(), 1)}T12:00:00Z`, () =>
    showing(pastDayOf(daysAfter(today(), -1)), async () => {
      for (const whose of [{}, { organization: health.slug }, { theme: 'Trade' }]) await trendOf(amina, whose)
    }),
  )
  await firstEventAt()
  await findTheme(amina, 'Trade')
  await followUpFigures(amina, {})
  await givenMany(story)
  await readList({})
  // It does everything that the product does, which takes half a minute on an idle machine.
}, 180_000)

/** Read from the sources once. */
let scanned: ReturnType<typeof findStatements> | undefined
const found = () => (scanned ??= findStatements())

const onlyWhereHistoryIsWrong = [
  'rows-lost',
  'words-altered',
  'versions-missing',
  'erasures-altered',
  'evidence-altered',
  'evidence-naming-altered',
  'letter-altered',
  'cycle-altered',
  'mention-altered',
  'link-altered',
]

test('every statement has a name of its own, and reads what its type says', () => {
  const { statements, nameless, checker } = found()
  expect(nameless).toEqual([])

  const wrong = statements.flatMap(({ name, place, row }) => {
    const { rows = [], columns = [] } = read.get(name) ?? {}
    const differences = rows.slice(0, 200).map((one) => difference(checker, one, row))
    const nothing = rows.length === 0 && !onlyWhereHistoryIsWrong.includes(name) ? 'reads nothing here' : undefined
    const problem = nothing ?? differenceInNames(checker, columns, row) ?? differences.find(Boolean)
    return problem ? [`${name} (${place}): ${problem}`] : []
  })
  expect(wrong).toEqual([])

  const names = statements.map(({ name }) => name)
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
})

test('every statement whose rows nobody reads is sent', () => {
  const { changing } = found()
  expect(changing.length).toBeGreaterThan(25)
  const all = [...sent]
  const missing = changing.filter(
    ({ name, text }) => !all.some((one) => (name === undefined ? one.includes(text ?? '') : one.startsWith(name))),
  )
  expect(missing).toEqual([])
})

test('every function of the database that is written in PL/pgSQL runs, unless it only refuses', async () => {
  // What a connection has counted is written when it ends.
  await pool.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  const { rows } = await pool.query<{ name: string }>(`
    select proname as name from pg_proc p join pg_language l on l.oid = prolang
    where pronamespace = 'public'::regnamespace and lanname = 'plpgsql' and prosrc ~ '\\mreturn\\M'
      and not exists (select from pg_stat_user_functions f where f.funcid = p.oid and f.calls > 0)
    order by proname`)
  expect(rows.map(({ name }) => name)).toEqual([])
})
