import { z } from 'zod'
import { isCode, t } from '@/lib/platform/i18n'
import type { Prisma } from '@/prisma/generated/client'
import type { PublicationState } from '@/prisma/generated/enums'
import { type WrittenFormat, writtenFormats } from './child/written-formats'
import { Figure } from './content'
import { Definition } from './definition'

/** A report in lists and in the response of every command. Fields without a value are left out. */
export type Publication = {
  code: string
  state: PublicationState
  title: string
  /** What is reported, in the form in which it is asked for. */
  definition: Definition
  /** YYYY-MM-DD */
  asOf: string
  /** From 0 to 1. */
  progress: number
  error?: { code: string; message: string }
  by: { id: string; name: string }
  requestedAt: string
  madeAt?: string
  /** The last event of the history that it shows. */
  seq?: number
  hash?: string
  /** The hash of its content, which is that of the JSON file. */
  sha256?: string
  figures?: z.infer<typeof Figure>[]
  /** The files that are set in the background once the report is ready. */
  files?: PublicationFile[]
}

/** `state` says whether it can be downloaded. `sha256` is the hash of the file. */
export type PublicationFile = {
  format: WrittenFormat
  state: PublicationState
  bytes?: number
  sha256?: string
  error?: { code: string; message: string }
}

export const publicationColumns = {
  id: true,
  code: true,
  state: true,
  title: true,
  definition: true,
  asOf: true,
  progress: true,
  error: true,
  author: { select: { id: true, name: true } },
  requestedAt: true,
  madeAt: true,
  seq: true,
  hash: true,
  sha256: true,
  figures: true,
  files: { select: { format: true, state: true, bytes: true, sha256: true, error: true } },
} satisfies Prisma.PublicationSelect

type Row = Prisma.PublicationGetPayload<{ select: typeof publicationColumns }>

export function publicationShape(row: Row): Publication {
  const { code, state, title, progress, author: by, requestedAt, madeAt, seq, hash, sha256 } = row
  return {
    ...{ code, state, title, definition: Definition.parse(row.definition) },
    asOf: row.asOf.toISOString().slice(0, 10),
    progress: Math.round(progress * 100) / 100,
    ...(row.error !== null && { error: failureIn(row.error) }),
    by,
    requestedAt: requestedAt.toISOString(),
    ...(madeAt && { madeAt: madeAt.toISOString() }),
    ...(seq !== null && { seq }),
    ...(hash !== null && { hash }),
    ...(sha256 !== null && { sha256 }),
    ...(row.figures !== null && { figures: z.array(Figure).parse(row.figures) }),
    ...(row.files.length > 0 && { files: writtenFormats.flatMap((format) => fileShape(format, row.files)) }),
  }
}

function fileShape(format: WrittenFormat, files: Row['files']): PublicationFile[] {
  const file = files.find((one) => one.format === format)
  if (!file) return []
  const { state, bytes, sha256, error } = file
  return [
    {
      ...{ format, state },
      ...(bytes !== null && { bytes }),
      ...(sha256 !== null && { sha256 }),
      ...(error !== null && { error: failureIn({ code: error, params: {} }) }),
    },
  ]
}

const Failed = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })

function failureIn(error: unknown) {
  const { code, params } = Failed.parse(error)
  return { code, message: isCode(code) ? t(`errors.${code}`, params) : code }
}
