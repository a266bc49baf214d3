import { createRoute } from '@/app/api/v1/edge'
import { annotate } from '@/lib/annotations/annotate'

/** `{ body, audience?, organization?, parent?, start?, end?, words?, occurrence?, id? }` */
export const POST = createRoute(annotate, ({ key }: { key: string }) => ({ key }))
