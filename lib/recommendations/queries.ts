import 'server-only'
import type { Transaction } from '@/lib/platform/db'

/** What may be corrected of a recommendation, and its version: what its commands answer, and every conflict shows. */
export async function recommendationNow(tx: Transaction, id: string) {
  const { addressees, ...row } = await tx.recommendation.findUniqueOrThrow({
    where: { id },
    select: {
      key: true,
      title: true,
      kind: true,
      themes: true,
      status: true,
      closure: true,
      version: true,
      addressees: {
        orderBy: { position: 'asc' },
        select: {
          words: true,
          organization: { select: { id: true, slug: true, name: true } },
          group: { select: { id: true, slug: true, name: true } },
        },
      },
    },
  })
  return { ...row, addressees }
}

export type RecommendationNow = Awaited<ReturnType<typeof recommendationNow>>
