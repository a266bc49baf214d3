import { plainly, reading } from '@/app/api/v1/edge'

export const GET = reading(plainly, async ({ id, name, email, role, organizations, scope = null }) =>
  Response.json({ id, name, email, role, organizations, scope }),
)
