import { readList } from '../../../read'

export async function GET() {
  return new Response(await readList(), { headers: { 'content-type': 'application/json' } })
}
