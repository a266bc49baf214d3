import { answerRefusedUpload, answerUpload } from '@/app/_actions/refused-upload'
import { importAddress } from '@/app/_addresses/import'
import { receiveImport } from '@/lib/imports/receive-import'
import { currentActor, type SignedIn } from '@/lib/people/session'
import { type FormState, refused } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'
import { readRest, type SentFields } from '@/lib/platform/receive-form'

const page = '/documents/import'

/** Takes a file to import. With script, returns a `FormState`. Without, leads to the import, or back to the form. */
export async function POST(request: Request) {
  const actor = await currentActor()
  if (!actor) return answerUpload(request, { signedOut: true }, `/sign-in?callbackUrl=${encodeURIComponent(page)}`)

  const sent: SentFields = { fields: {}, whole: true }
  const state = await receive(actor, request, sent)
  // A browser reads the answer only after it has sent everything.
  const rest = await readRest(request)
  if (state.to) return answerUpload(request, state, state.to)
  return answerRefusedUpload(request, actor, { state, rest, sent }, (kept) => `${page}?refused=${kept}`)
}

/** Receives the file, unless the page was rendered for someone else. */
async function receive(actor: SignedIn, request: Request, sent: SentFields): Promise<FormState> {
  const account = new URL(request.url).searchParams.get('account')
  if (account && account !== actor.id) return { message: t('errors.other_account', { name: actor.name }) }

  const { headers, body, signal } = request
  const onFields = (fields: SentFields) => Object.assign(sent, fields)
  const received = await receiveImport(actor, {}, { headers, body, signal, onFields })
  if (!received.ok) return refused(received, sent.fields)
  const { id, earlier } = received.value
  return { to: importAddress(id, { done: earlier ? 'earlier' : 'received' }) }
}
