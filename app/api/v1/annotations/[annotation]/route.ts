import { updateRoute } from '@/app/api/v1/edge'
import { tellingMentions } from '@/app/api/v1/telling-mentions'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { mentionedInAnnotation } from '@/lib/mentions/outcome'

/** `{ body, version }` */
export const PATCH = updateRoute(
  tellingMentions(editAnnotation, (actor, { id }) => mentionedInAnnotation(actor, id)),
  ({ annotation }: { annotation: string }) => ({ id: annotation }),
)
