import 'server-only'
import { z } from 'zod'
import { config } from '@/lib/platform/config'
import { readAll, readForm, type SavedText } from '@/lib/platform/form'
import { dateInWords, momentInWords, t } from '@/lib/platform/i18n'
import type { Failure } from '@/lib/platform/result'
import type { ReportDraft, SeenDraft } from '@/lib/reports/report-drafts'
import { Progress } from '@/prisma/generated/enums'

/** Reads a draft from the form to report. Blank fields are saved as blank. */
export function readDraft(form: FormData) {
  const {
    id,
    draftVersion: version,
    progress = null,
    narrative = '',
    asOf = null,
    relies,
    letterOn = null,
    letter = null,
  } = readForm(form)
  const typed = { progress, narrative: narrative.replaceAll('\r\n', '\n'), asOf }
  return {
    id,
    version,
    ...typed,
    ...(relies && { evidence: readAll(form, 'evidence') }),
    ...(form.has('letterOn') && { letterOn }),
    ...(form.has('letter') && { letter }),
  }
}

/** Returns what the form to report knows of the draft. */
export function seenDraft(form: FormData): SeenDraft {
  const { draftVersion, savedFrom } = readForm(form)
  return { version: draftVersion === undefined ? undefined : Number(draftVersion), savedFrom }
}

const Current = z.object({
  draft: z.object({
    id: z.string(),
    version: z.number(),
    narrative: z.string(),
    progress: z.enum(Progress).optional(),
    asOf: z.string().optional(),
    savedBy: z.object({ id: z.string(), name: z.string() }),
    savedAt: z.string(),
  }),
})

/** Returns the draft of a refusal, which someone else has saved since. */
export function savedTextOf(actor: { id: string }, failure: Failure): SavedText | undefined {
  const { success, data } = Current.safeParse(failure.reason === 'conflict' ? failure.current : undefined)
  if (!success || failure.code !== 'report_draft_changed') return undefined
  const { id, version, narrative, progress, asOf } = data.draft
  const about = [
    draftInWords(actor, data.draft),
    progress && t(`progress.${progress}`),
    asOf && t('assignment.reports.asOf', { date: dateInWords(asOf) }),
  ]
  return { id, version, about: about.filter(Boolean).join('. '), text: narrative }
}

/** Returns who saved a draft and when, as a sentence without a full stop. */
export const draftInWords = (actor: { id: string }, { savedBy, savedAt }: Pick<ReportDraft, 'savedBy' | 'savedAt'>) =>
  t('reportDraft.savedBy', {
    name: savedBy.name,
    self: String(savedBy.id === actor.id),
    moment: momentInWords(new Date(savedAt), config.TIME_ZONE),
  })
