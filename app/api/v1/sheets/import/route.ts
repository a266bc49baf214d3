import { uploadRoute } from '@/app/api/v1/edge'
import { receiveSheet } from '@/lib/sheets/receive-sheet'

/** A multipart form `{ file, again? }` returns `{ id, address, earlier? }`. Reading happens after the answer. */
export const POST = uploadRoute(receiveSheet, () => ({}), 202)
