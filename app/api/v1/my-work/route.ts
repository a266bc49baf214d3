import { plainly, reading } from '@/app/api/v1/edge'
import { myWork } from '@/lib/overview/my-work'

export const GET = reading(plainly, async (actor) => Response.json(await myWork(actor)))
