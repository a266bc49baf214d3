import { uploadedFile } from '@/app/_actions/uploaded-file'
import { importAddress, importFormAddress } from '@/app/_addresses/import'
import { receiveImport } from '@/lib/imports/receive-import'

/** Takes a file to import. */
export const POST = uploadedFile({
  page: '/documents/import',
  command: receiveImport,
  to: ({ id, earlier }) => importAddress(id, { done: earlier ? 'earlier' : 'received' }),
  back: (refused, { editionOf }) => importFormAddress({ refused, editionOf }),
})
