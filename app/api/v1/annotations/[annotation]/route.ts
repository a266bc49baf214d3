import { updateRoute } from '@/app/api/v1/edge'
import { editAnnotation } from '@/lib/annotations/edit-annotation'

/** `{ body, version }` */
export const PATCH = updateRoute(editAnnotation, ({ annotation }: { annotation: string }) => ({ id: annotation }))
