import fc from 'fast-check'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Prisma } from '@/prisma/generated/client'
import { Closure, Kind, Progress, Verification } from '@/prisma/generated/enums'

/** The organizations that the steps assign to. */
export const ids = Array.from({ length: 8 }, () => newId())
/** The reason for closing. A test file sets it before its tests. */
export const because = { id: '' }

const closing = (closure: Closure | null) => ({ closure, closureReasonId: closure && because.id })

/** What can happen to the assignments of a recommendation, or to itself, each as one statement. */
type Step = (recommendationId: string) => Promise<unknown>
type Data = Prisma.AssignmentUncheckedUpdateManyInput

const assigning =
  (who: string[], dueOn: Date | null): Step =>
  (recommendationId) =>
    db.assignment.createMany({
      data: who.map((organizationId) => {
        return { id: newId(), recommendationId, organizationId, dueOn, originalDueOn: dueOn }
      }),
      skipDuplicates: true,
    })

const assignmentsOf = (recommendationId: string, who: string[]) => ({ recommendationId, organizationId: { in: who } })

const updating =
  (who: string[], data: Data): Step =>
  (recommendationId) =>
    db.assignment.updateMany({ where: assignmentsOf(recommendationId, who), data })

const reporting = (who: string[], progress: Progress, claimed: Verification) =>
  updating(who, { progress, verification: progress === 'implemented' ? claimed : 'none' })

const removing =
  (who: string[]): Step =>
  (recommendationId) =>
    db.assignment.deleteMany({ where: assignmentsOf(recommendationId, who) })

/** Another recommendation, to which assignments move. */
export const elsewhere = { id: '' }
const moving =
  (who: string[]): Step =>
  async (recommendationId) => {
    await db.assignment.deleteMany({ where: { recommendationId: elsewhere.id } })
    await updating(who, { recommendationId: elsewhere.id })(recommendationId)
  }

const itself =
  (data: Prisma.RecommendationUncheckedUpdateInput): Step =>
  (id) =>
    db.recommendation.update({ where: { id }, data })

const some = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 5 })
const day = fc.option(fc.constantFrom('2026-06-30', '2027-06-30', '2028-06-30').map((date) => new Date(date)))
const closure = fc.option(fc.constantFrom(...Object.values(Closure)))
const kind = fc.constantFrom(...Object.values(Kind))
const progress = fc.constantFrom(...Object.values(Progress))
const verification = fc.constantFrom(...Object.values(Verification))

/** Any of the steps, with any values. */
export const anyStep = fc.oneof(
  fc.tuple(some, day).map(([who, dueOn]) => assigning(who, dueOn)),
  fc.tuple(some, progress, verification).map(([who, progress, claimed]) => reporting(who, progress, claimed)),
  fc.tuple(some, closure).map(([who, closure]) => updating(who, closing(closure))),
  fc.tuple(some, day).map(([who, dueOn]) => updating(who, { dueOn, originalDueOn: new Date('2026-06-30') })),
  some.map(removing),
  some.map(moving),
  closure.map((closure) => itself(closing(closure))),
  kind.map((kind) => itself({ kind })),
)

const two = ids.slice(0, 2)
/** One way through every status, so that no run misses one. */
export const everyStatus = [
  itself({ kind: 'action' }),
  itself({ kind: 'finding' }),
  assigning(two, new Date('2027-06-30')),
  reporting(two.slice(1), 'in_progress', 'none'),
  reporting(two, 'implemented', 'submitted'),
  reporting(two, 'implemented', 'verified'),
  // Only when it is taken: the reason is a row that isn't there yet.
  (id: string) => updating(two, closing('superseded'))(id),
]
