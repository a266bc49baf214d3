import { vi } from 'vitest'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { newCode } from '@/lib/publications/code'
import { makePublications } from '@/lib/publications/make-publications'
import { requestPublication } from '@/lib/publications/request-publication'
import { valueIn } from './given'

const patience = { timeout: 30_000, interval: 100 }

/** Generates a report, and leaves another one that could not be generated. Returns the code of the first. */
export async function writePublication(actor: Parameters<typeof requestPublication>[0], word: string) {
  const { code } = valueIn(await requestPublication(actor, { title: word }))
  await makePublications()
  // A server of the test may have taken it first.
  await vi.waitFor(() => db.publication.findFirstOrThrow({ where: { code, state: 'ready' } }), patience)
  const moment = new Date()
  const id = newId()
  await db.publication.create({
    data: {
      ...{ id, code: newCode(), authorId: actor.id, state: 'failed', title: word, asOf: moment },
      ...{ definition: { title: word }, requestedAt: moment, nextAttemptAt: moment },
      error: { code: word, params: {} },
      files: { create: { format: 'pdf', state: 'failed', error: word, nextAttemptAt: moment } },
    },
  })
  return code
}
