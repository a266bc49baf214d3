import { changing } from '@/app/api/v1/edge'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'

export const POST = changing(withdrawAnnotation, ({ annotation }: { annotation: string }) => ({ id: annotation }))
