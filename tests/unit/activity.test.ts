import fc from 'fast-check'
import { expect, test } from 'vitest'
import { activityIn } from '@/lib/register/activity'
import type { Answer } from '@/lib/register/answers'
import type { DateChange } from '@/lib/register/date-changes'
import type { Report } from '@/lib/register/reports'

const by = { id: 'u', name: 'Amina' }
const moment = (day: number) => `2031-01-${String(day).padStart(2, '0')}T09:00:00.000Z`

const reportOn = (day: number, place: number): Report => ({
  id: `report-${place}`,
  asOf: '2031-01-01',
  progress: 'in_progress',
  narrative: 'Done.',
  author: by,
  onBehalf: false,
  submittedAt: moment(day),
  corrected: false,
})
const answerOn = (day: number, place: number): Answer => ({
  id: `answer-${place}`,
  position: 'accepted',
  answeredOn: '2031-01-01',
  by,
  onBehalf: false,
  at: moment(day),
})
const dateOn = (day: number, place: number): DateChange => ({
  id: `date-${place}`,
  kind: 'requested',
  reason: 'Later.',
  by,
  onBehalf: false,
  askedAt: moment(1),
  decidedAt: moment(day),
})

const days = fc.array(fc.integer({ min: 1, max: 28 }), { maxLength: 12 })

test('every report, position and date is on one page, and the newest come first', () =>
  fc.assert(
    fc.property(days, days, days, fc.integer({ min: 1, max: 5 }), (ofReports, ofAnswers, ofDates, size) => {
      const reports = ofReports.toSorted((a, b) => b - a).map(reportOn)
      const [answers, dates] = [ofAnswers.map(answerOn), ofDates.map(dateOn)]
      const pages = Array.from({ length: Math.max(1, Math.ceil(reports.length / size)) }, (_, page) => {
        const older = reports[(page + 1) * size]?.submittedAt
        const shown = reports.slice(page * size, (page + 1) * size).toReversed()
        const part = { reports: shown, answers, dates, ...(older !== undefined && { olderReportAt: older }) }
        return activityIn(part, page === 0)
      })
      const all = pages.flat()
      expect(all.map(({ id }) => id).toSorted()).toEqual(
        [...reports, ...answers, ...dates].map(({ id }) => id).toSorted(),
      )
      for (const page of pages)
        expect(page.map(({ at }) => at)).toEqual(
          page
            .map(({ at }) => at)
            .toSorted()
            .toReversed(),
        )
    }),
  ))

test('of two reports at one moment the one that was written last comes first', () => {
  const reports = [reportOn(3, 1), reportOn(3, 2)]
  expect(activityIn({ reports, answers: [], dates: [] }, true).map(({ id }) => id)).toEqual(['report-2', 'report-1'])
})
