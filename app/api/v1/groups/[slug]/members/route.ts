import { adding } from '@/app/api/v1/edge'
import { addMembers } from '@/lib/organizations/add-members'

/** `{ organizations?: [slug], names?: [text] }` */
export const POST = adding(addMembers, ({ slug }: { slug: string }) => ({ group: slug }))
