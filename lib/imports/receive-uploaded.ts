import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { filled, largestFile } from '@/lib/evidence/add-file'
import { inUploadTurn } from '@/lib/evidence/upload-turns'
import type { ReceivedFile } from '@/lib/platform/file-place'
import { type FormRequest, receiveForm } from '@/lib/platform/receive-form'
import { invalidField, type Result } from '@/lib/platform/result'
import { nameText, shortened } from '@/lib/platform/text'

type Keep<T> = (file: ReceivedFile, work: () => Promise<Result<T>>) => Promise<Result<T>>
type Store<T> = (file: ReceivedFile & { sentAs: string }, fields: Record<string, unknown>) => Promise<Result<T>>

export const tooLarge = invalidField('file', 'import_file_too_large', { maximum: largestFile })

/**
 * Reads a form with a file as it arrives, in the turn of the person who sends it, and hands both on. Nothing of a refused
 * file stays.
 */
export async function receiveUploaded<T>(
  actor: Actor,
  request: FormRequest,
  { keep, store }: { keep: Keep<T>; store: Store<T> },
): Promise<Result<T>> {
  return inUploadTurn(actor.id, async () => {
    const form = await receiveForm(request, largestFile * 1024 * 1024)
    if (!form) return invalidField('file', 'evidence_upload_unreadable')
    const { fields, file, whole } = form
    if (!file) return invalidField('file', 'evidence_file_missing')
    if (!whole) return keep(file, async () => invalidField('file', 'form_too_large'))
    if (file.further) return keep(file, async () => invalidField('file', 'evidence_files_many'))
    if (file.cut) return keep(file, async () => tooLarge)
    return store(file, filled(fields))
  })
}

/** Returns the name of a file without folders and without characters that a name cannot have. It is never empty. */
export function nameOf(sentAs: string) {
  const name = sentAs.replace(/^.*[/\\]/s, '').replace(/\p{Cc}|\p{Cs}/gu, ' ')
  return nameText('field_unreadable').safeParse(shortened(name, 150)).data ?? 'file'
}
