import { z } from 'zod'
import { actorOfApi, type SignedIn } from '@/lib/people/session'
import { fail, idFromKey, readObject, respond, signInFirst } from '@/lib/platform/http'
import { discardBody } from '@/lib/platform/receive-form'
import { invalid, ok, type Result, unparsed } from '@/lib/platform/result'
import { sameOrigin } from '@/lib/platform/same-origin'
import { type PastDay, showing } from '@/lib/platform/shown-day'
import { wholeNumber } from '@/lib/platform/whole-number'
import { dayParam, readDay, withoutDay } from '@/lib/register/as-of-parameter'
import { withNextSteps } from '@/lib/register/next-steps'

type Params = Record<string, string>
type Context<P> = { params: Promise<P> }
type Command = (actor: SignedIn, input: object) => Promise<Result<unknown>>

/** Returns the fields of a command that come from the path, by name. */
type FromPath<P> = (params: P) => Record<string, string>

/** Reads the query of a URL, and refuses one that is not valid. */
type Reader<Q> = (params: URLSearchParams) => Result<Q>

/** A route that reads. */
export const getRoute =
  <Q, P extends Params>(parse: Reader<Q>, read: (actor: SignedIn, query: Q, params: P) => Promise<Response>) =>
  async (request: Request, { params }: Context<P>) => {
    const actor = await actorOfApi(request.headers)
    if (!actor) return signInFirst()

    const query = parse(new URL(request.url).searchParams)
    return query.ok ? read(actor, query.value, await params) : respond(query)
  }

/**
 * A route that reads the state of today or, with `as-of`, that at the end of an earlier day. The permissions are those of
 * today.
 */
export const getRouteAsOf = <Q, P extends Params>(
  ask: Reader<Q>,
  read: (actor: SignedIn, asked: Q, params: P, past: PastDay | undefined) => Promise<Response>,
) =>
  getRoute(
    (params) => {
      const day = readDay(params)
      if (!day.ok) return day
      const asked = ask(withoutDay(params))
      return asked.ok ? ok({ asked: asked.value, past: day.value }) : asked
    },
    (actor, { asked, past }, params: P) => showing(past, () => read(actor, asked, params, past)),
  )

/** Reads a query by a schema. Each parameter counts once, and blank ones are ignored. */
export const parseQuery =
  <Q extends z.ZodType>(schema: Q): Reader<z.output<Q>> =>
  (params) => {
    const parsed = schema.safeParse(Object.fromEntries([...params].filter(([, value]) => value !== '')))
    return parsed.success ? ok(parsed.data) : unparsed(parsed.error)
  }

/** Accepts no parameters. */
export const noQuery = parseQuery(z.strictObject({}))

/** The number of rows to return, for every list. */
export const limit = wholeNumber('limit_unreadable', 1, 200).default(50)

/** A route that changes something. Answers 200 with the current row. */
export const updateRoute =
  <P extends Params>(command: Command, fromPath: FromPath<P>) =>
  async (request: Request, { params }: Context<P>) =>
    perform(request, fromPath(await params), command, 200)

/**
 * A route that creates something. Answers 201 with the row, which is the same for the same `Idempotency-Key` from the
 * same person.
 */
export const createRoute =
  <P extends Params>(command: Command, fromPath: FromPath<P> = () => ({}), success = 201) =>
  async (request: Request, { params }: Context<P>) =>
    perform(request, fromPath(await params), command, success, (actor) => idFromKey(request, actor))

/** A route that creates something without an ID of its own. A repeated request finds it there already. */
export const addRoute =
  <P extends Params>(command: Command, fromPath: FromPath<P>) =>
  async (request: Request, { params }: Context<P>) =>
    perform(request, fromPath(await params), command, 201)

type FileCommand<P> = (actor: SignedIn, given: P & { id?: string }, request: Request) => Promise<Result<unknown>>

/** A route that creates something from a form with a file, which its command reads as it arrives. Answers 201. */
export const uploadRoute =
  <P extends Params, G extends Params>(command: FileCommand<G>, fromPath: (params: P) => G, success = 201) =>
  async (request: Request, { params }: Context<P>) => {
    const actor = await mayChange(request)
    if (actor instanceof Response) return actor
    const result = await command(actor, { ...fromPath(await params), ...idFromKey(request, actor) }, request)
    // A client reads the answer only after it has sent everything.
    if (!result.ok) await discardBody(request)
    return respond(await withNextSteps(actor, result), success)
  }

/** Returns the actor of a request that changes something, or the refusal. */
async function mayChange(request: Request): Promise<SignedIn | Response> {
  const actor = await actorOfApi(request.headers)
  if (!actor) return signInFirst()
  // A past day cannot be changed.
  if (new URL(request.url).searchParams.has(dayParam)) return respond(invalid(unknown(dayParam)))
  if (actor.sessionId && !sameOrigin(request.headers)) return fail(403, 'cross_site')
  return actor.scope === 'read' ? fail(403, 'token_reads_only') : actor
}

async function perform(
  request: Request,
  path: Record<string, string>,
  command: Command,
  success: number,
  idOf: (actor: SignedIn) => { id?: string } = () => ({}),
) {
  const actor = await mayChange(request)
  if (actor instanceof Response) return actor

  const body = await readObject(request)
  if (!body) return fail(400, 'body_unreadable')

  const own = { ...path, ...idOf(actor) }
  const twice = Object.keys(own).filter((field) => field in body)
  if (twice.length > 0) return respond(invalid(...twice.map(unknown)))
  const result = await command(actor, { ...body, ...own })
  return respond(await withNextSteps(actor, result), success)
}

/** The path or the key contains this field already. */
const unknown = (field: string) => ({ field, code: 'field_unknown', params: {} }) as const
