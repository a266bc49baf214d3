import { z } from 'zod'
import { getRoute, limit, parseQuery, updateRoute } from '@/app/api/v1/edge'
import { respond } from '@/lib/platform/http'
import { wholeNumber } from '@/lib/platform/whole-number'
import { mapColumns } from '@/lib/sheets/map-columns'
import { findSheetInFull } from '@/lib/sheets/rows'
import { SheetRowState } from '@/prisma/generated/enums'

type Path = { id: string }

const query = parseQuery(
  z.strictObject({
    limit,
    after: wholeNumber('after_unreadable', 1).optional(),
    state: z.enum(SheetRowState, 'field_unreadable').optional(),
  }),
)

export const GET = getRoute(query, async (actor, wanted, { id }: Path) =>
  respond(await findSheetInFull(actor, id, wanted)),
)

/** `{ mapping, code?, title?, order?, apart?, version? }` */
export const PATCH = updateRoute(mapColumns, ({ id }: Path) => ({ id }))
