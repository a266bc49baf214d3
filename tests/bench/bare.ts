import { createServer } from 'node:http'
import next from 'next'
import { bare } from './bare-build'

/*
 * Next by itself: the same rows as the product's pages and the same JSON as its API, read by the floor's queries. What the
 * product takes beyond this is the price of what it does besides: whose request it is, what they may see, the words in
 * their language, the forms.
 */

const { HOST: hostname = '', PORT = '' } = process.env
const port = Number(PORT)
const pages = next({ dev: false, dir: bare, hostname, port, quiet: true, httpServer: createServer() })
await pages.prepare()
const handle = pages.getRequestHandler()
createServer((request, response) => handle(request, response)).listen(port, hostname, () =>
  console.log(`Next by itself is ready: http://${hostname}:${port}`),
)
