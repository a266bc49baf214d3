import { z } from 'zod'
import { actorOfApi, type SignedIn } from '@/lib/people/session'
import { fail, idFromKey, readObject, respond, signInFirst } from '@/lib/platform/http'
import { invalid, ok, type Result, unparsed } from '@/lib/platform/result'
import { sameOrigin } from '@/lib/platform/same-origin'
import { wholeNumber } from '@/lib/platform/whole-number'

type Params = Record<string, string>
type Context<P> = { params: Promise<P> }
type Command = (actor: SignedIn, input: object) => Promise<Result<unknown>>

/** What a command takes from the path, by the names of its fields. */
type FromPath<P> = (params: P) => Record<string, string>

/** Reads what the address asks, and refuses what can't be asked. */
type Reader<Q> = (params: URLSearchParams) => Result<Q>

/** Reads. */
export const getRoute =
  <Q, P extends Params>(ask: Reader<Q>, read: (actor: SignedIn, asked: Q, params: P) => Promise<Response>) =>
  async (request: Request, { params }: Context<P>) => {
    const actor = await actorOfApi(request.headers)
    if (!actor) return signInFirst()

    const asked = ask(new URL(request.url).searchParams)
    return asked.ok ? read(actor, asked.value, await params) : respond(asked)
  }

/** Asks what the schema says, each once; what is left blank is not said. */
export const parseQuery =
  <Q extends z.ZodType>(schema: Q): Reader<z.output<Q>> =>
  (params) => {
    const parsed = schema.safeParse(Object.fromEntries([...params].filter(([, value]) => value !== '')))
    return parsed.success ? ok(parsed.data) : unparsed(parsed.error)
  }

/** Asks nothing but the address itself. */
export const noQuery = parseQuery(z.strictObject({}))

/** How many at once, as every list takes it. */
export const limit = wholeNumber('limit_unreadable', 1, 200).default(50)

/** Changes something, and answers 200 with the row as it is now. */
export const updateRoute =
  <P extends Params>(command: Command, fromPath: FromPath<P>) =>
  async (request: Request, { params }: Context<P>) =>
    perform(request, fromPath(await params), command, 200)

/** Makes something, and answers 201 with the row: the same one for the same `Idempotency-Key` of the same person. */
export const createRoute =
  <P extends Params>(command: Command, fromPath: FromPath<P> = () => ({})) =>
  async (request: Request, { params }: Context<P>) =>
    perform(request, fromPath(await params), command, 201, (actor) => idFromKey(request, actor))

/** A route that makes what has no id to give: said twice, it is there already. */
export const addRoute =
  <P extends Params>(command: Command, fromPath: FromPath<P>) =>
  async (request: Request, { params }: Context<P>) =>
    perform(request, fromPath(await params), command, 201)

async function perform(
  request: Request,
  path: Record<string, string>,
  command: Command,
  success: number,
  idOf: (actor: SignedIn) => { id?: string } = () => ({}),
) {
  const actor = await actorOfApi(request.headers)
  if (!actor) return signInFirst()
  if (actor.sessionId && !sameOrigin(request.headers)) return fail(403, 'cross_site')
  if (actor.scope === 'read') return fail(403, 'token_reads_only')

  const body = await readObject(request)
  if (!body) return fail(400, 'body_unreadable')

  const said = { ...path, ...idOf(actor) }
  const twice = Object.keys(said).filter((field) => field in body)
  if (twice.length > 0) return respond(invalid(...twice.map(unknown)))
  return respond(await command(actor, { ...body, ...said }), success)
}

/** The path, or the key, has said it already. */
const unknown = (field: string) => ({ field, code: 'field_unknown', params: {} }) as const
