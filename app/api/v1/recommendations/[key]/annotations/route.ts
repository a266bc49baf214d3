import { createRoute } from '@/app/api/v1/edge'
import { withMentions } from '@/app/api/v1/with-mentions'
import { annotate } from '@/lib/annotations/annotate'
import { mentionedInAnnotation } from '@/lib/mentions/outcome'

/** `{ body, audience?, organization?, parent?, start?, end?, words?, occurrence?, id? }` */
export const POST = createRoute(
  withMentions(annotate, (actor, { id }) => mentionedInAnnotation(actor, id)),
  ({ key }: { key: string }) => ({ key }),
)
