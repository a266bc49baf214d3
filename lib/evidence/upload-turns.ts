import 'server-only'
import { invalidField, type Result } from '@/lib/platform/result'

/** How many files one person may send at the same time, and how many all people together. */
const atOnce = { person: 3, all: 24 }

const sending = new Map<string, number>()

/** Receives a file of a person by `work`. Refuses it with `evidence_uploads_many` while too many files are being sent. */
export async function inUploadTurn<T>(person: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const own = sending.get(person) ?? 0
  const all = [...sending.values()].reduce((sum, count) => sum + count, 0)
  if (own >= atOnce.person || all >= atOnce.all) return invalidField('file', 'evidence_uploads_many')
  sending.set(person, own + 1)
  try {
    return await work()
  } finally {
    const left = (sending.get(person) ?? 1) - 1
    if (left > 0) sending.set(person, left)
    else sending.delete(person)
  }
}
