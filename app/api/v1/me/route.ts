import { getRoute, noQuery } from '@/app/api/v1/edge'

export const GET = getRoute(noQuery, async ({ id, name, email, role, organizations, scope = null }) =>
  Response.json({ id, name, email, role, organizations, scope }),
)
