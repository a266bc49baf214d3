import { z } from 'zod'
import { getRoute, limit, parseQuery } from '@/app/api/v1/edge'
import { NotificationCursor, notificationsOf } from '@/lib/notifications/queries'
import { respond } from '@/lib/platform/http'
import { ok } from '@/lib/platform/result'

/** The query: the place after which the list continues, the number of rows, and whether only unread ones are wanted. */
const query = parseQuery(
  z.strictObject({
    after: NotificationCursor.optional(),
    limit,
    unread: z.enum(['yes'], 'unread_unknown').optional(),
  }),
)

export const GET = getRoute(query, async (actor, { unread, ...wanted }) =>
  respond(ok(await notificationsOf(actor, { ...wanted, unread: unread === 'yes' }))),
)
