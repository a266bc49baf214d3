import { updateRoute } from '@/app/api/v1/edge'
import { withMentions } from '@/app/api/v1/with-mentions'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { mentionedInAnnotation } from '@/lib/mentions/outcome'

/** `{ body, version }` */
export const PATCH = updateRoute(
  withMentions(editAnnotation, (actor, { id }) => mentionedInAnnotation(actor, id)),
  ({ annotation }: { annotation: string }) => ({ id: annotation }),
)
