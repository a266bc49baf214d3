import 'server-only'
import { currentActor, type SignedIn } from '@/lib/people/session'
import { type FormState, refused } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'
import { type FormRequest, readRest, type SentFields } from '@/lib/platform/receive-form'
import type { Result } from '@/lib/platform/result'
import { answerRefusedUpload, answerSignedOutUpload, answerUpload } from './kept-upload-form'

/** Receives a file. `to` is the address to which a received one leads. */
type Receive<T> = {
  page: string
  command: (actor: SignedIn, given: { id?: string }, request: FormRequest) => Promise<Result<T>>
  to: (received: T) => string
  /** The address of the form, by the ID of what is kept of a refused one. By default, that of the page. */
  back?: (refused: string, fields: SentFields['fields']) => string
}

/**
 * A route that takes a file from the form on a page. With script, returns a `FormState`. Without, leads to what became of
 * the file, or back to the form.
 */
export const uploadedFile =
  <T>({ page, command, to, back = (refused) => `${page}?refused=${refused}` }: Receive<T>) =>
  async (request: Request) => {
    const actor = await currentActor()
    if (!actor) return answerSignedOutUpload(request, page)

    const sent: SentFields = { fields: {}, whole: true }
    const state = await receive(actor)
    // A browser reads the answer only after it has sent everything.
    const rest = await readRest(request)
    if (state.to) return answerUpload(request, state, state.to)
    const fields = { ...sent.fields, ...rest.fields }
    return answerRefusedUpload(request, actor, { state, rest, sent }, (refused) => back(refused, fields))

    /** Receives the file, unless the page was rendered for someone else. */
    async function receive(actor: SignedIn): Promise<FormState> {
      const account = new URL(request.url).searchParams.get('account')
      if (account && account !== actor.id) return { message: t('errors.other_account', { name: actor.name }) }

      const { headers, body, signal } = request
      const onFields = (fields: SentFields) => Object.assign(sent, fields)
      const received = await command(actor, {}, { headers, body, signal, onFields })
      return received.ok ? { to: to(received.value) } : refused(received, sent.fields)
    }
  }
