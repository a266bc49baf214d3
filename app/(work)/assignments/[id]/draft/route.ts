import { readDraft, savedTextOf } from '@/app/(work)/assignments/[id]/draft-form'
import type { DraftAnswer } from '@/app/(work)/assignments/[id]/send-draft'
import { currentActor, type SignedIn } from '@/lib/people/session'
import { readForm, refused, refusedBySize } from '@/lib/platform/form'
import { hiddenFields } from '@/lib/platform/form-input'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { saveReportDraft } from '@/lib/reports/save-draft'

type Context = RouteContext<'/assignments/[id]/draft'>

const mostFields = 500

/** Saves the draft of a form while its person types. The form sends itself without script, to its action. */
export async function POST(request: Request, { params }: Context) {
  const { id } = await params
  const actor = await currentActor()
  if (!actor) return Response.json({ signedOut: true } satisfies DraftAnswer, { status: 401 })
  const form = await request.formData().catch(() => undefined)
  if (!form || refusedBySize(form, mostFields)) return answer({ message: t('errors.form_unreadable') })
  return answer(await save(actor, id, form))
}

const answer = (said: DraftAnswer) => Response.json(said)

async function save(actor: SignedIn, assignmentId: string, form: FormData): Promise<DraftAnswer> {
  const account = form.get(hiddenFields.account)
  if (account && account !== actor.id) return { message: t('errors.other_account', { name: actor.name }) }

  const { savedFrom, saveNumber } = readForm(form)
  const result = await saveReportDraft(actor, { ...readDraft(form), assignmentId, savedFrom, saveNumber })
  if (result.ok) return result.value
  const { message = '', errors = {} } = refused(result, {})
  const saved = savedTextOf(actor, result)
  const [field] = Object.values(errors)
  return {
    message: field ? t('reportDraft.refused', { reason: field }) : message,
    ...(saved ? { saved } : result.reason === 'conflict' && { begin: newId() }),
  }
}
