import { verifyPublication } from '@/lib/publications/verify-publication'

type Context = { params: Promise<{ code: string }> }

/** What the register says of a report, for everyone who has its code. `sha256` names one of its files. Needs no token. */
export async function GET(request: Request, { params }: Context) {
  const { code } = await params
  const sha256 = new URL(request.url).searchParams.get('sha256')
  return Response.json(await verifyPublication({ code, ...(sha256 && { sha256 }) }))
}
