import { updateRoute } from '@/app/api/v1/edge'
import { chooseWorksheet } from '@/lib/sheets/choose-worksheet'

/** `{ worksheet, version? }`: the place of the worksheet, counted from 0. */
export const POST = updateRoute(chooseWorksheet, ({ id }: { id: string }) => ({ id }))
