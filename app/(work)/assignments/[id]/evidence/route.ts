import { answerUpload, keepRefusedUpload, wantsState } from '@/app/_actions/refused-upload'
import { assignmentAddress } from '@/app/_addresses/assignment'
import { addFile } from '@/lib/evidence/add-file'
import { currentActor, type SignedIn } from '@/lib/people/session'
import { type FormState, refused } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'
import { readRest } from '@/lib/platform/receive-form'
import { answerSignedOut } from '@/lib/platform/request-scope'

type Context = RouteContext<'/assignments/[id]/evidence'>

/** Adds a file. With script, returns a `FormState`. Without, leads back to the page, to the form if it was refused. */
export async function POST(request: Request, { params }: Context) {
  const { id } = await params
  const actor = await currentActor()
  const form = assignmentAddress(id, { form: 'file' }, 'evidence')
  if (!actor) return signedOut(request, form)

  const state = await add(actor, id, request)
  // A browser reads the answer only after it has sent everything.
  const rest = await readRest(request)
  if (state.to) return answerUpload(request, state, state.to)
  const refused = { ...state, typed: { ...rest, ...state.typed } }
  const kept = wantsState(request.headers) ? undefined : await keepRefusedUpload(actor, refused)
  return answerUpload(
    request,
    refused,
    assignmentAddress(id, { form: 'file', refused: kept ?? 'too-large' }, 'evidence'),
  )
}

/** Without script, the page that answers keeps what was typed. */
async function signedOut(request: Request, form: string) {
  const typed = wantsState(request.headers) ? {} : await readRest(request)
  if (Object.keys(typed).length === 0) {
    return answerUpload(request, { signedOut: true }, `/sign-in?callbackUrl=${encodeURIComponent(form)}`)
  }
  answerSignedOut(typed)
  return new Response(null, { status: 401 })
}

/** Adds the file, unless the page was rendered for someone else. */
async function add(actor: SignedIn, id: string, request: Request): Promise<FormState> {
  const account = new URL(request.url).searchParams.get('account')
  if (account && account !== actor.id) return { message: t('errors.other_account', { name: actor.name }) }

  const typed: Record<string, string> = {}
  const { headers, body, signal } = request
  const onFields = (fields: Record<string, string>) => Object.assign(typed, fields)
  const result = await addFile(actor, { assignmentId: id }, { headers, body, signal, onFields })
  return result.ok ? { to: assignmentAddress(id, { done: 'evidenceAdded' }, 'evidence') } : refused(result, typed)
}
