import { updateRoute } from '@/app/api/v1/edge'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'

export const POST = updateRoute(withdrawAnnotation, ({ annotation }: { annotation: string }) => ({ id: annotation }))
