import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'
import { z } from 'zod'
import { reads, tables, writes } from './floor-queries'

/*
 * The floor: Node's HTTP server, the `pg` driver, one prepared statement for each request, and JSON from PostgreSQL.
 * The difference from the product is the cost of everything else that the product does.
 */

const { DATABASE_URL, HOST = '', PORT = '' } = process.env
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 16 })

type Statement = { name: string; text: string; values: unknown[] }

async function statementFor({ method, url = '' }: IncomingMessage, body: string): Promise<Statement> {
  const { pathname, searchParams: asked } = new URL(url, 'http://floor')
  const [noun, id, verb] = pathname.replace('/api/v1/', '').split('/')
  if (method === 'POST') {
    const input = Body.parse(JSON.parse(body))
    return verb === 'reports'
      ? { name: 'report', text: writes.report, values: [id, input.progress, input.narrative] }
      : { name: 'annotate', text: writes.annotate, values: [id, input.body] }
  }
  if (noun === 'dashboard') return { name: 'dashboard', text: reads.dashboard, values: [] }
  if (id) return { name: 'one', text: reads.one, values: [id] }
  if (asked.has('q')) return { name: 'search', text: reads.search, values: [asked.get('q')] }
  if (!asked.has('status')) return { name: 'list', text: reads.list, values: [] }
  return { name: 'filtered', text: reads.filtered, values: [asked.get('status'), asked.get('organization')] }
}

const Body = z.object({
  progress: z.string().optional(),
  narrative: z.string().optional(),
  body: z.string().optional(),
})

async function read(request: IncomingMessage) {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString()
}

const server = createServer(async (request, response) => {
  const body = request.method === 'POST' ? await read(request) : ''
  const { rows } = await pool.query<{ json: string }>(await statementFor(request, body))
  const json = Buffer.from(rows[0]?.json ?? '')
  response.writeHead(request.method === 'POST' ? 201 : 200, {
    'content-type': 'application/json',
    'content-length': json.length,
  })
  response.end(json)
})

await pool.query(tables)
server.listen(Number(PORT), HOST, () => console.log(`The floor is ready: http://${HOST}:${PORT}`))
