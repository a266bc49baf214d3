import { answerRefusedUpload, answerSignedOutUpload, answerUpload } from '@/app/_actions/kept-upload-form'
import { assignmentAddress } from '@/app/_addresses/assignment'
import { addFile } from '@/lib/evidence/add-file'
import { currentActor, type SignedIn } from '@/lib/people/session'
import { type FormState, refused } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'
import { readRest, type SentFields } from '@/lib/platform/receive-form'

type Context = RouteContext<'/assignments/[id]/evidence'>

/** Adds a file. With script, returns a `FormState`. Without, leads back to the page, to the form if it was refused. */
export async function POST(request: Request, { params }: Context) {
  const { id } = await params
  const actor = await currentActor()
  const form = assignmentAddress(id, { form: 'file' }, 'evidence')
  if (!actor) return answerSignedOutUpload(request, form)

  const sent: SentFields = { fields: {}, whole: true }
  const state = await add(actor, id, request, sent)
  // A browser reads the answer only after it has sent everything.
  const rest = await readRest(request)
  if (state.to) return answerUpload(request, state, state.to)
  const formWith = (refused: string) => assignmentAddress(id, { form: 'file', refused }, 'evidence')
  return answerRefusedUpload(request, actor, { state, rest, sent }, formWith)
}

/** Adds the file, unless the page was rendered for someone else. */
async function add(actor: SignedIn, id: string, request: Request, sent: SentFields): Promise<FormState> {
  const account = new URL(request.url).searchParams.get('account')
  if (account && account !== actor.id) return { message: t('errors.other_account', { name: actor.name }) }

  const { headers, body, signal } = request
  const onFields = (fields: SentFields) => Object.assign(sent, fields)
  const result = await addFile(actor, { assignmentId: id }, { headers, body, signal, onFields })
  return result.ok ? { to: assignmentAddress(id, { done: 'evidenceAdded' }, 'evidence') } : refused(result, sent.fields)
}
