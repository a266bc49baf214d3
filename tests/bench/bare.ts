import { createServer } from 'node:http'
import next from 'next'
import { bare } from './bare-build'

/*
 * Next alone, with the same rows as the product's pages and the same JSON as its API, read by the queries of the floor.
 * The difference is the cost of everything else that the product does: sign-in, permissions, translated texts and
 * forms.
 */

const { HOST: hostname = '', PORT = '' } = process.env
const port = Number(PORT)
const pages = next({ dev: false, dir: bare, hostname, port, quiet: true, httpServer: createServer() })
await pages.prepare()
const handle = pages.getRequestHandler()
createServer((request, response) => handle(request, response)).listen(port, hostname, () =>
  console.log(`Next by itself is ready: http://${hostname}:${port}`),
)
