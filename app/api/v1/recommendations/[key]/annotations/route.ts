import { createRoute } from '@/app/api/v1/edge'
import { tellingMentions } from '@/app/api/v1/telling-mentions'
import { annotate } from '@/lib/annotations/annotate'
import { mentionedInAnnotation } from '@/lib/mentions/outcome'

/** `{ body, audience?, organization?, parent?, start?, end?, words?, occurrence?, id? }` */
export const POST = createRoute(
  tellingMentions(annotate, (actor, { id }) => mentionedInAnnotation(actor, id)),
  ({ key }: { key: string }) => ({ key }),
)
