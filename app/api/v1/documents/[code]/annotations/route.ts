import { z } from 'zod'
import { getRouteAsOf, parseQuery } from '@/app/api/v1/edge'
import { findWebAnnotations, webAnnotationCursors } from '@/lib/annotations/web-annotations'
import { respondLinked } from '@/lib/platform/http'
import { found } from '@/lib/platform/result'

const query = parseQuery(z.strictObject({ after: webAnnotationCursors.schema.optional() }))

/** The annotations of a document in the Web Annotation Data Model of W3C. */
export const GET = getRouteAsOf(query, async (actor, { after }, { code }: { code: string }) =>
  respondLinked(found(await findWebAnnotations(actor, code, after), 'document_not_found')),
)
