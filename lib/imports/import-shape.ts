import { z } from 'zod'
import { TypedDetails, typedFields } from '@/lib/documents/typed-details'
import { isCode, t } from '@/lib/platform/i18n'
import type { Prisma } from '@/prisma/generated/client'
import type { ImportState } from '@/prisma/generated/enums'

/** An import in lists and in the response of every command. Fields without a value are left out. */
export type ImportNow = {
  id: string
  state: ImportState
  /** The name of the file. Pasted text has none. */
  name?: string
  format?: string
  bytes: number
  sha256: string
  /** From 0 to 1. */
  progress: number
  error?: { code: string; message: string }
  by: { id: string; name: string }
  receivedAt: string
  /** The details of the document as they were typed or found, valid or not. */
  document: Omit<TypedDetails, 'code'> & { language: string }
  code?: string
  /** The names of the details that were found in the file, as long as no person has confirmed them. */
  found?: (keyof TypedDetails)[]
  /** The document of which it is a new edition, and the number of the edition with which it was compared. */
  editionOf?: { code: string; title: string; number?: number }
  published?: { code: string; edition: number; at: string; by: { id: string; name: string } }
  withdrawnAt?: string
  version: number
}

const person = { select: { id: true, name: true } } as const

export const importColumns = {
  id: true,
  state: true,
  name: true,
  format: true,
  bytes: true,
  sha256: true,
  progress: true,
  error: true,
  author: person,
  receivedAt: true,
  details: true,
  edition: { select: { number: true, document: { select: { code: true } } } },
  editionOf: { select: { code: true, title: true } },
  basedOn: { select: { number: true } },
  publishedAt: true,
  publishedBy: person,
  withdrawnAt: true,
  version: true,
} satisfies Prisma.ImportSelect

type Row = Prisma.ImportGetPayload<{ select: typeof importColumns }>

const Unread = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })

export function importShape(row: Row): ImportNow {
  const { id, state, name, format, bytes, sha256, progress, author: by, receivedAt, version, withdrawnAt } = row
  const { code, ...details } = filledIn(TypedDetails.parse(row.details))
  const { edition, publishedAt, publishedBy, editionOf, basedOn } = row
  const found = foundIn(row.details)
  const published = state === 'published' && edition && publishedAt && publishedBy
  return {
    id,
    state,
    ...(name && { name }),
    ...(format && { format }),
    bytes: Number(bytes),
    sha256,
    progress: Math.round(progress * 100) / 100,
    ...(row.error !== null && { error: failureIn(row.error) }),
    by,
    receivedAt: receivedAt.toISOString(),
    document: { ...details, language: details.language ?? 'en' },
    ...(code !== undefined && { code }),
    ...(found.length > 0 && !published && !editionOf && { found }),
    ...(editionOf && { editionOf: { ...editionOf, ...basedOn } }),
    ...(published && {
      published: {
        code: edition.document.code,
        edition: edition.number,
        at: publishedAt.toISOString(),
        by: publishedBy,
      },
    }),
    ...(withdrawnAt && { withdrawnAt: withdrawnAt.toISOString() }),
    version,
  }
}

const Found = z.object({ found: TypedDetails.catch({}).default({}) })

/** Returns the names of the details that are as the file has them. */
function foundIn(details: unknown) {
  const typed = TypedDetails.parse(details)
  const { found } = Found.parse(details)
  return typedFields.filter((field) => found[field] !== undefined && found[field] === typed[field])
}

/** Returns the details that have a value. */
export const filledIn = (details: TypedDetails): TypedDetails =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined && value.trim() !== ''))

function failureIn(error: unknown) {
  const { code, params } = Unread.parse(error)
  return { code, message: isCode(code) ? t(`errors.${code}`, params) : code }
}
