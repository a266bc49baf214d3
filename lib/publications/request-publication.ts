import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { now } from '@/lib/platform/clock'
import { db, inWriterTurn } from '@/lib/platform/db'
import { NewRowId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { canonicalJson } from './canonical-json'
import { newCode, readCode } from './code'
import { Definition } from './definition'
import { planPublication } from './plan-publication'
import { mayGenerate } from './policy'
import { type Publication, publicationColumns, publicationShape } from './publication-shape'

const Asked = z.strictObject({ id: NewRowId, ...Definition.shape })

/**
 * Asks for a report, which is then made in the background. Returns it as it waits. Refusals: `publication_forbidden`,
 * `publication_sent_before`, and those of `planPublication`.
 */
export async function requestPublication(actor: Actor, input: unknown): Promise<Result<Publication>> {
  if (!mayGenerate(actor)) return forbidden('publication_forbidden')

  const parsed = Asked.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const { id, ...definition } = parsed.data
  return request(actor, id, definition)
}

const Again = z.strictObject({ id: NewRowId, code: z.string() })

/**
 * Asks for a report with the definition of an earlier one. Refusals: `publication_forbidden`, `publication_not_found`, and
 * those of `requestPublication`.
 */
export async function generateAgain(actor: Actor, input: unknown): Promise<Result<Publication>> {
  if (!mayGenerate(actor)) return forbidden('publication_forbidden')

  const parsed = Again.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const code = readCode(parsed.data.code) ?? ''
  const earlier = await db.publication.findUnique({ where: { code }, select: { definition: true } })
  if (!earlier) return notFound('publication_not_found')
  // The day stays the earlier report's own: the same definition now says what has changed since.
  const { asOf: _asOf, ...definition } = Definition.parse(earlier.definition)
  return request(actor, parsed.data.id, definition)
}

async function request(actor: Actor, id: string, definition: Definition): Promise<Result<Publication>> {
  const plan = await planPublication(actor, definition)
  if (!plan.ok) return plan

  const moment = now()
  const { title, asOf } = plan.value
  await inWriterTurn(() =>
    db.publication.createMany({
      data: [
        {
          ...{ id, code: newCode(), authorId: actor.id, title, definition, asOf: new Date(asOf) },
          ...{ requestedAt: moment, nextAttemptAt: moment },
        },
      ],
      skipDuplicates: true,
    }),
  )
  const row = await db.publication.findUniqueOrThrow({ where: { id }, select: publicationColumns })
  if (row.requestedAt.getTime() === moment.getTime()) return ok(publicationShape(row))
  const same = row.author.id === actor.id && canonicalJson(row.definition) === canonicalJson(definition)
  return same ? unchanged(publicationShape(row)) : conflict('publication_sent_before', null)
}
