import { addRoute, updateRoute } from '@/app/api/v1/edge'
import { linkRecommendation } from '@/lib/relations/link-recommendation'
import { unlinkRecommendation } from '@/lib/relations/unlink-recommendation'

type Path = { key: string }

/** `{ to, relation }`: says that the recommendation repeats, supersedes or is part of another one. */
export const POST = addRoute(linkRecommendation, ({ key }: Path) => ({ key }))

/** `{ to }`: takes the link back. */
export const DELETE = updateRoute(unlinkRecommendation, ({ key }: Path) => ({ key }))
