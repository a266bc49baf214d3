import { plainly, reading } from '@/app/api/v1/edge'
import { respond } from '@/lib/platform/http'
import { ok } from '@/lib/platform/result'

export const GET = reading(plainly, async ({ id, name, email, role, organizations }) =>
  respond(ok({ id, name, email, role, organizations })),
)
