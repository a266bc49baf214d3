import 'server-only'
import type { Transaction } from '@/lib/platform/db'
import { partsOf } from '@/lib/platform/split-rows'
import type { Kind } from '@/prisma/generated/enums'

type ParagraphRow = {
  id: string
  editionId: string
  ordinal: number
  label: string
  text: string
  heading: string | null
  parentId: string | null
  section: string | null
  page: number | null
  notes: object | null
}

type RecommendationRow = {
  id: string
  key: string
  documentId: string
  paragraphId: string
  ordinal: number
  start: number
  end: number
  quote: string
  title: string
  kind: Kind
  themes: string[]
  createdAt: Date
}

type AddresseeRow = {
  id: string
  recommendationId: string
  position: number
  words: string
  organizationId: string | null
  groupId: string | null
}

/** The number of rows in one statement, which takes a fraction of a second. */
const atATime = 500

// Plain SQL, because a document has thousands of rows. Prisma needs most of a millisecond for each, during which this
// process serves nobody.

export async function insertParagraphs(tx: Transaction, all: readonly ParagraphRow[]) {
  for (const { rows } of partsOf(all, atATime)) {
    await tx.$executeRaw`
      insert into paragraphs (id, edition_id, ordinal, label, parent_id, heading, text, section, page, notes)
      select id, "editionId", ordinal, label, "parentId", heading, text, section, page, notes
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as row (id uuid, "editionId" uuid, ordinal int, label text, "parentId" uuid, heading text, text text,
          section text, page int, notes jsonb)`
  }
}

export async function insertRecommendations(tx: Transaction, all: readonly RecommendationRow[]) {
  for (const { rows } of partsOf(all, atATime)) {
    await tx.$executeRaw`
      insert into recommendations (id, key, document_id, paragraph_id, ordinal, start, "end", quote, title, kind, themes,
        created_at)
      select id, key, "documentId", "paragraphId", ordinal, start, "end", quote, title, kind,
        array(select json_array_elements_text(themes)), "createdAt"
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as row (id uuid, key text, "documentId" uuid, "paragraphId" uuid, ordinal int, start int, "end" int, quote text,
          title text, kind kind, themes json, "createdAt" timestamptz)`
  }
}

export async function insertAddressees(tx: Transaction, all: readonly AddresseeRow[]) {
  for (const { rows } of partsOf(all, atATime)) {
    await tx.$executeRaw`
      insert into addressees (id, recommendation_id, position, words, organization_id, group_id)
      select id, "recommendationId", position, words, "organizationId", "groupId"
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as row (id uuid, "recommendationId" uuid, position int, words text, "organizationId" uuid, "groupId" uuid)`
  }
}
