import { beforeAll, expect, test } from 'vitest'
import { reportProgress } from '@/lib/reports/report-progress'
import { organizations, people } from '../support/given'
import { givenStory } from '../support/given-story'
import { runChanges } from '../support/run-changes'
import { readHistory } from '../support/run-history'
import { readNotifications } from '../support/run-notifications'
import {
  givenMany,
  readList,
  readMoves,
  readOne,
  readOrganizations,
  readOverview,
  readPeople,
} from '../support/run-queries'
import { keepRows } from '../support/statement-rows'
import { difference, differenceInNames, findStatements } from '../support/statement-types'

const { amina } = people
const { health } = organizations

const kept = keepRows()

beforeAll(async () => {
  const story = await givenStory()
  await readPeople()
  await readOne(story)
  await readNotifications()
  await readOverview()
  await reportProgress(amina, { assignmentId: story.assignment, progress: 'in_progress', narrative: 'It goes on.' })
  await readOverview()
  for (const asked of [{}, { organization: health.slug }, { q: 'training' }, { due: 'overdue' }, { kind: 'action' }]) {
    await readList(asked)
  }
  await readOrganizations(story.group)
  await readMoves()
  await runChanges()
  await readHistory(story.key)
  await readOverview()
  await givenMany(story)
  await readList({})
})

const onlyWhereHistoryIsWrong = ['rows-lost', 'words-altered', 'versions-missing', 'evidence-altered']

test('every statement has a name of its own, and reads what its type says', () => {
  const { statements, nameless, checker } = findStatements()
  expect(nameless).toEqual([])

  const wrong = statements.flatMap(({ name, place, row }) => {
    const { rows = [], columns = [] } = kept.get(name) ?? {}
    const found = rows.slice(0, 200).map((one) => difference(checker, one, row))
    const nothing = rows.length === 0 && !onlyWhereHistoryIsWrong.includes(name) ? 'reads nothing here' : undefined
    const problem = nothing ?? differenceInNames(checker, columns, row) ?? found.find(Boolean)
    return problem ? [`${name} (${place}): ${problem}`] : []
  })
  expect(wrong).toEqual([])

  const names = statements.map(({ name }) => name)
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
})
