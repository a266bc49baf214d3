import 'server-only'
import { db } from '@/lib/platform/db'

/** Whether there is any account: if not, the first visit sets one up. */
export const anybodyYet = async () => (await db.user.findFirst({ select: { id: true } })) !== null
