import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Why a request failed: the database was busy or away, its disk is full, the body could not be read, or the error is
 * ours.
 */
export type RequestFailure = 'busy' | 'away' | 'full' | 'unreadable' | 'ours'

/** What is known about a request while it is answered. */
export type RequestScope = {
  /** The reference of the request in the log. */
  reference: string
  /** Whether the request reached our own code. */
  reached: boolean
  /**
   * The language of the answer: the one that the browser asks for or, once the account is known, the one that it has
   * chosen.
   */
  language: string
  /** The account that sent the request, once that is known. */
  account?: string
  failure?: RequestFailure
  /** Adds a header to the response. */
  setHeader(name: string, value: string): void
  /** Sets the status of the answer. */
  setStatus(status: number): void
  /** The fields of a form whose sender's session has ended, if the page that answers must keep them. */
  signedOutForm?: [name: string, value: string][]
  /** The ID, on its page, of the form that an action refused within this request. */
  refusedForm?: string
  /** What was typed in it, by the names of its fields. */
  refusedTexts?: Readonly<Partial<Record<string, string>>>
}

/** One storage for the server and the pages, which Next bundles separately. */
const shared: { followthroughRequest?: AsyncLocalStorage<RequestScope> } = globalThis as typeof globalThis & {
  followthroughRequest?: AsyncLocalStorage<RequestScope>
}
shared.followthroughRequest ??= new AsyncLocalStorage<RequestScope>()

const storage = shared.followthroughRequest

/** Answers a request within its scope. */
export const inRequest = <T>(scope: RequestScope, answer: () => T): T => storage.run(scope, answer)

/** Returns the request that is being answered. There is none on the console and in tests of commands. */
export const currentRequest = (): RequestScope | undefined => storage.getStore()

/** Records that a request reached our own code, and its account if that is known. */
export function reachedBy(account?: string) {
  const scope = currentRequest()
  if (!scope) return
  scope.reached = true
  if (account) scope.account = account
}

/** Answers this request with 404. A page calls it before it renders anything. */
export const answerNotFound = () => currentRequest()?.setStatus(404)

/** Answers this request with 403. A page calls it before it renders anything. */
export const answerForbidden = () => currentRequest()?.setStatus(403)

/**
 * Answers a form that was sent without script after its sender's session ended, with a page that keeps its fields. A
 * route calls it and then answers with 401 and no text.
 */
export function answerSignedOut(fields: Readonly<Record<string, string>>) {
  const scope = currentRequest()
  if (scope) scope.signedOutForm = Object.entries(fields)
}

/** Notes that an action refused a form, by the form's ID on its page, and what was typed in it. */
export function noteRefusedForm(form: string, texts: Readonly<Partial<Record<string, string>>>) {
  const scope = currentRequest()
  if (scope) Object.assign(scope, { refusedForm: form, refusedTexts: texts })
}

/**
 * Returns whether an action refused this form within this request. The page then renders the form again, even where it
 * would no longer offer it: the form says why it was refused, and keeps what was typed.
 */
export const wasRefused = (form: string) => currentRequest()?.refusedForm === form

/** Returns what was typed in a form that an action refused within this request, for a page that cannot show the form. */
export const refusedTexts = () => currentRequest()?.refusedTexts ?? {}
