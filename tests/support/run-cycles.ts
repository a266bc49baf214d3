import { closeCycle } from '@/lib/cycles/close-cycle'
import { cycleCsv } from '@/lib/cycles/csv'
import { listCycles } from '@/lib/cycles/list-cycles'
import { previewOf } from '@/lib/cycles/preview'
import { organizationsOf } from '@/lib/cycles/results'
import { remindCycle } from '@/lib/notifications/remind-cycle'
import { trendOf } from '@/lib/overview/trend'
import { reportProgress } from '@/lib/reports/report-progress'
import { people, valueIn } from './given'
import { answersTo, atMoment, givenAsked, givenCycle } from './given-cycle'

const { chen, dita } = people

/** Reads everything of a cycle, from its plan to its end. */
export async function readCycles() {
  const { document, health } = await givenAsked()
  const days = { opensOn: '2098-06-01', closesOn: '2098-06-30' }
  const { id } = await givenCycle({ document, ...days })
  await previewOf(id)
  await atMoment('2098-06-01T00:00:00Z', async () => valueIn(await remindCycle(chen, { id })))
  await answersTo(id)
  valueIn(await reportProgress(chen, { assignmentId: health, progress: 'in_progress', narrative: 'A draft exists.' }))
  await answersTo(id)
  const closed = valueIn(await closeCycle(chen, { id }))
  await answersTo(id)
  await listCycles(dita)
  await organizationsOf(dita, closed)
  for await (const _ of cycleCsv(dita, closed, 'comma'));
  await trendOf(dita, { cycle: closed.id })
}
