import { AsyncLocalStorage } from 'node:async_hooks'

/** Why a request failed: the database was busy or away or its disk is full, its body could not be read, or it is a mistake of ours. */
export type RequestFailure = 'busy' | 'away' | 'full' | 'unreadable' | 'ours'

/** What is known of a request while it is answered. */
export type RequestScope = {
  /** Under which the log has it. */
  reference: string
  /** Whether it came as far as our own code. */
  reached: boolean
  /** In which it is answered: the one that the browser asks for, until the account is known and has one of its own. */
  language: string
  /** Who asks, once that is known. */
  account?: string
  failure?: RequestFailure
  /** Adds a header to the answer. */
  setHeader(name: string, value: string): void
}

/** One storage for the server and for the pages, which Next bundles by themselves. */
const shared: { followthroughRequest?: AsyncLocalStorage<RequestScope> } = globalThis as typeof globalThis & {
  followthroughRequest?: AsyncLocalStorage<RequestScope>
}
shared.followthroughRequest ??= new AsyncLocalStorage<RequestScope>()

const storage = shared.followthroughRequest

/** Answers a request within its scope. */
export const inRequest = <T>(scope: RequestScope, answer: () => T): T => storage.run(scope, answer)

/** The request that is answered now; none at the console and in tests of commands. */
export const currentRequest = (): RequestScope | undefined => storage.getStore()

/** Notes that a request came as far as our own code, and who asks where that is known. */
export function reachedBy(account?: string) {
  const scope = currentRequest()
  if (!scope) return
  scope.reached = true
  if (account) scope.account = account
}
