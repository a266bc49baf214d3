import 'server-only'
import { z } from 'zod'
import { mayReportOn } from '@/lib/assignments/policy'
import { findAssignment } from '@/lib/assignments/queries'
import type { Actor } from '@/lib/domain/actor'
import { kindOf } from '@/lib/formats/kinds/detect-kind'
import { fileKinds } from '@/lib/formats/kinds/file-kinds'
import { db } from '@/lib/platform/db'
import type { ReceivedFile } from '@/lib/platform/file-place'
import { placeFile } from '@/lib/platform/file-store'
import { keepFile } from '@/lib/platform/keep-file'
import { type FormRequest, receiveForm } from '@/lib/platform/receive-form'
import { forbidden, invalidField, notFound, ok, type Result, unparsed } from '@/lib/platform/result'
import { type Added, addEvidence } from './add-evidence'
import { evidenceFields, refusesPeriod } from './evidence-fields'
import { titleFrom } from './file-name'
import { inUploadTurn } from './upload-turns'

/** The largest file, in megabytes. */
export const largestFile = 50

const File = z.strictObject(evidenceFields)
const Target = z.object({ assignmentId: evidenceFields.assignmentId })

/** What comes with the request itself. All other fields are in its form. */
type Given = { assignmentId: string; id?: string }

/**
 * Adds a file as evidence of an assignment. The form is read as it arrives, and only from those who may add evidence.
 * Nothing of a refused file stays. Returns its ID. Refusals: `assignment_not_found`, `evidence_forbidden`, and those of
 * `addEvidence`.
 */
export async function addFile(actor: Actor, given: Given, request: FormRequest): Promise<Result<Added>> {
  const { assignmentId } = Target.parse(given)
  const found = await findAssignment(actor, assignmentId)
  if (!found) return notFound('assignment_not_found')

  if (!mayReportOn(actor, found)) {
    return forbidden('evidence_forbidden', { organization: found.assignment.organization.name })
  }
  return inUploadTurn(actor.id, async () => {
    const form = await receiveForm(request, largestFile * 1024 * 1024)
    if (!form) return invalidField('file', 'evidence_upload_unreadable')
    const { fields, file, whole } = form
    if (!file) return asFile({ ...filled(fields), ...given }, invalidField('file', 'evidence_file_missing'))
    const add = async () => {
      const read = await readFile(file, { ...filled(fields), ...given }, whole)
      if (!read.ok) return read
      // Before the change, which must not wait for a slow store.
      await placeFile(file)
      return addEvidence(actor, found, read.value)
    }
    return keepFile(file, add, async () => (await db.evidence.count({ where: { storedAs: file.name } })) > 0)
  })
}

/** Returns the fields of a form that are not blank. */
export const filled = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== '' && !name.startsWith('$')))

/** Returns the errors of the fields, or else this one. */
function asFile<F>(fields: object, otherwise: F) {
  const parsed = File.safeParse(fields)
  return parsed.success ? otherwise : unparsed(parsed.error)
}

type Received = ReceivedFile & { sentAs: string; cut: boolean; further: boolean }

/** Returns what is to be added, if the fields and the content of the file are accepted. */
async function readFile({ name, path, bytes, sha256, sentAs, cut, further }: Received, fields: object, whole: boolean) {
  const parsed = File.safeParse(fields)
  if (!parsed.success) return unparsed(parsed.error)
  const wrong = refusesPeriod(parsed.data)
  if (wrong) return wrong
  if (!whole) return invalidField('file', 'form_too_large')
  if (further) return invalidField('file', 'evidence_files_many')
  if (cut) return invalidField('file', 'evidence_file_too_large', { maximum: largestFile })
  const detected = await kindOf(path)
  if ('refused' in detected) return invalidField('file', detected.refused)
  const { title = titleFrom(sentAs), ...typed } = parsed.data
  if (title === undefined) return invalidField('title', 'evidence_title_missing')
  const content = { kind: 'file', sha256, bytes, mediaType: fileKinds[detected.kind], storedAs: name } as const
  return ok({ ...typed, title, ...content })
}
