import { actorOfApi } from '@/lib/people/session'
import { fail, signInFirst } from '@/lib/platform/http'

const nowhere = async ({ headers }: Request) =>
  (await actorOfApi(headers)) ? fail(404, 'address_unknown') : signInFirst()

export { nowhere as DELETE, nowhere as GET, nowhere as PATCH, nowhere as POST, nowhere as PUT }
