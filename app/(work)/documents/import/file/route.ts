import { answerUpload, keepRefusedUpload, wantsState } from '@/app/_actions/refused-upload'
import { importAddress } from '@/app/_addresses/import'
import { receiveImport } from '@/lib/imports/receive-import'
import { currentActor, type SignedIn } from '@/lib/people/session'
import { type FormState, refused } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'
import { readRest } from '@/lib/platform/receive-form'

const page = '/documents/import'

/** Takes a file to import. With script, returns a `FormState`. Without, leads to the import, or back to the form. */
export async function POST(request: Request) {
  const actor = await currentActor()
  if (!actor) return answerUpload(request, { signedOut: true }, `/sign-in?callbackUrl=${encodeURIComponent(page)}`)

  const state = await receive(actor, request)
  // A browser reads the answer only after it has sent everything.
  const rest = await readRest(request)
  if (state.to) return answerUpload(request, state, state.to)
  const refused = { ...state, typed: { ...rest, ...state.typed } }
  const kept = wantsState(request.headers) ? undefined : await keepRefusedUpload(actor, refused)
  return answerUpload(request, refused, `${page}?refused=${kept ?? 'too-large'}`)
}

/** Receives the file, unless the page was rendered for someone else. */
async function receive(actor: SignedIn, request: Request): Promise<FormState> {
  const account = new URL(request.url).searchParams.get('account')
  if (account && account !== actor.id) return { message: t('errors.other_account', { name: actor.name }) }

  const typed: Record<string, string> = {}
  const { headers, body, signal } = request
  const onFields = (fields: Record<string, string>) => Object.assign(typed, fields)
  const received = await receiveImport(actor, {}, { headers, body, signal, onFields })
  if (!received.ok) return refused(received, typed)
  const { id, earlier } = received.value
  return { to: importAddress(id, { done: earlier ? 'earlier' : 'received' }) }
}
