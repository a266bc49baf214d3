import { addRoute } from '@/app/api/v1/edge'
import { addMembers } from '@/lib/organizations/add-members'

/** `{ organizations?: [slug], names?: [text] }` */
export const POST = addRoute(addMembers, ({ slug }: { slug: string }) => ({ group: slug }))
