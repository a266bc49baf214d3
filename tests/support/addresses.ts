import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A page or a route of the app: its address with parameters, and for a route the methods that it answers. */
export type Address = { path: string; methods: string[] }

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Returns every address that the folder `app/` defines, so that new ones are tested too. */
export function addressesOf(kind: 'page' | 'route'): Address[] {
  const file = kind === 'page' ? 'page.tsx' : 'route.ts'
  const found = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith(`/${file}`) || path === file,
  )
  return found.map((path) => {
    const source = readFileSync(join('app', path), 'utf8')
    const folders = dirname(path)
      .split('/')
      .filter((folder) => folder !== '.' && !folder.startsWith('('))
    const answered = methods.filter((method) => new RegExp(`export .*\\b${method}\\b`).test(source))
    return { path: `/${folders.join('/')}`, methods: kind === 'page' ? ['GET'] : answered }
  })
}
