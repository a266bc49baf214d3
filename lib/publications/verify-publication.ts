import 'server-only'
import { z } from 'zod'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { sha256 } from '@/lib/history/events'
import { db, pool } from '@/lib/platform/db'
import { t } from '@/lib/platform/i18n'
import type { WrittenFormat } from './child/written-formats'
import { readCode } from './code'
import { Figure, Issue, PublicationContent } from './content'
import { Definition } from './definition'
import { figureInWords, figuresOf } from './figures'
import { type PublicationFormat, publicationFormats } from './formats'
import { hashOf } from './hash-of-format'
import { recount } from './recount'

/** What the register says of a report, or of one of its files. */
export type VerifyResult = 'unchanged' | 'texts_erased' | 'no_longer_matches' | 'not_issued'

/** What differs: a figure, with its values then and now, or what the report was made from. */
export type Difference = { name: string; label: string; was?: number; is?: number }

/** The answer to everyone who has the code of a report or one of its files. It tells nothing else of the report. */
export type Verified = {
  result: VerifyResult
  /** The result in words. */
  message: string
  code?: string
  /** YYYY-MM-DD */
  asOf?: string
  madeAt?: string
  /** The last event of the history that the report shows, and its hash as the history has it now. */
  seq?: number
  hash?: string
  /** The number of texts that the report quotes and that have been erased since. */
  erased?: number
  differences?: Difference[]
  /** The file that was checked, if it is one of the report. */
  format?: PublicationFormat | WrittenFormat
}

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * Checks a report by its code, by the SHA-256 of one of its files, or by both: then the file has to be one of that
 * report. Needs no sign-in.
 */
export async function verifyPublication(asked: { code?: string; sha256?: string }): Promise<Verified> {
  const hash = asked.sha256 === undefined ? undefined : Sha256.safeParse(asked.sha256.toLowerCase()).data
  if (asked.sha256 !== undefined && hash === undefined) return notIssued()
  const code = asked.code ? readCode(asked.code) : hash && (await codeOfHash(hash))
  if (!code) return notIssued()

  const row = await findRow(code)
  if (!row) return notIssued()
  const format = hash === undefined ? undefined : await formatWith(hash, row)
  if (hash !== undefined && !format) return { ...notIssued(), message: t('verify.otherFile') }
  return { ...inWords(await check(row.id)), ...(format && { format }) }
}

const notIssued = (): Verified => ({ result: 'not_issued', message: t('verify.result.not_issued') })

const findRow = async (code: string) =>
  db.publication.findFirst({
    where: { code, state: 'ready' },
    select: { id: true, code: true, sha256: true, files: { select: { format: true, sha256: true } } },
  })

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>

/** SQL: the code of the report of which a file has the hash $1. */
const codeOfHashSql = `
  select code from publications where sha256 = $1
  union all
  select whole.code from publication_files f join publications whole on whole.id = f.publication_id where f.sha256 = $1
  limit 1`

async function codeOfHash(hash: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ code: string }>({ name: 'verify-hash', text: codeOfHashSql, values: [hash] })
  return rows[0]?.code
}

/** Returns the format in which the report has this hash. */
async function formatWith(hash: string, { id, files }: Row) {
  const written = files.find((file) => file.sha256 === hash)
  if (written) return written.format as WrittenFormat
  const hashes = await hashesOf(id)
  return publicationFormats.find((format) => hashes[format] === hash)
}

/** Returns the hashes of the files that are written on request. */
const hashesOf = cacheUntilNextEvent(
  async (id: string): Promise<Partial<Record<PublicationFormat, string>>> => {
    const { content: text } = await db.publication.findUniqueOrThrow({ where: { id }, select: { content: true } })
    if (text === null) return {}
    const content = PublicationContent.parse(JSON.parse(text))
    const hashes = publicationFormats.map(async (format) => [format, await hashOf(format, { content, text })])
    return Object.fromEntries(await Promise.all(hashes))
  },
  { most: 50 },
)

type Checked = Pick<Verified, 'code' | 'asOf' | 'madeAt' | 'seq' | 'hash'> & {
  result: Exclude<VerifyResult, 'not_issued'>
  erased: number
  differences: Omit<Difference, 'label'>[]
}

/** Checks a report against the register. Kept until the next event, because the address is open to everyone. */
const check = cacheUntilNextEvent(async (id: string): Promise<Checked> => {
  const row = await db.publication.findUniqueOrThrow({ where: { id } })
  const { code, seq, hash, content, madeAt } = row
  if (seq === null || content === null || madeAt === null) throw new Error('The report is not ready.')
  const asOf = row.asOf.toISOString().slice(0, 10)
  const definition = Definition.parse(row.definition)
  const issue = Issue.parse(JSON.parse(content).issue)
  const [now, chained, counts, erased] = await Promise.all([
    hashAt(seq),
    isInHistory(id, sha256(content)),
    recount({ definition, authorId: row.authorId, asOf, zone: issue.zone, madeAt, seq }),
    db.progressReport.count({ where: { id: { in: row.reportIds }, erasedAt: { gte: new Date(issue.at) } } }),
  ])
  const figures = z.array(Figure).parse(row.figures)
  const differences = [
    ...(now === hash && chained ? [] : [{ name: 'history' }]),
    ...(counts ? differencesIn(figures, figuresOf(counts)) : [{ name: 'scope' }]),
  ]
  const result = differences.length > 0 ? 'no_longer_matches' : erased > 0 ? 'texts_erased' : 'unchanged'
  const event = { seq, ...(now !== undefined && { hash: now }) }
  return { result, code, asOf, madeAt: madeAt.toISOString(), ...event, erased, differences }
})

/** Puts what was found into words. */
const inWords = ({ differences, ...checked }: Checked): Verified => ({
  ...checked,
  message: t(`verify.result.${checked.result}`, { count: checked.erased }),
  differences: differences.map((one) => ({ ...one, label: labelOf(one.name) })),
})

const labelOf = (name: string) =>
  name === 'history' || name === 'scope' ? t(`verify.where.${name}`) : (figureInWords(name) ?? name)

/** Returns the hash of the event with a number. */
async function hashAt(seq: number): Promise<string | undefined> {
  const { rows } = await pool.query<{ hash: string }>({
    name: 'verify-event',
    text: 'select hash from events where seq = $1',
    values: [seq],
  })
  return rows[0]?.hash
}

/** Returns whether the history says that this content was generated. */
async function isInHistory(id: string, fingerprint: string): Promise<boolean> {
  const event = await db.event.findFirst({
    where: { subjectType: 'publication', subjectId: id, kind: 'publication.generated' },
    select: { body: true },
  })
  return event !== null && JSON.parse(event.body).after.sha256 === fingerprint
}

function differencesIn(then: { name: string; value: number }[], now: { name: string; value: number }[]) {
  const values = new Map(now.map(({ name, value }) => [name, value]))
  return then.flatMap(({ name, value }) => {
    const is = values.get(name)
    return is === value || is === undefined ? [] : [{ name, was: value, is }]
  })
}
