import { uploadedFile } from '@/app/_actions/uploaded-file'
import { sheetAddress } from '@/app/_addresses/sheet'
import { receiveSheet } from '@/lib/sheets/receive-sheet'

/** Takes a spreadsheet to import. */
export const POST = uploadedFile({
  page: '/sheets/import',
  command: receiveSheet,
  to: ({ id, earlier }) => sheetAddress(id, { done: earlier ? 'earlier' : 'received' }),
})
