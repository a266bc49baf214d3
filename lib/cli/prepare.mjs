// Runs before every command. Installs packages if the lock file is newer than the installed ones, and generates the
// database client if the schema is newer. This is plain JavaScript, because no package may be installed yet.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const timeOf = (file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

// We do not use Prisma's engine. Without this setting, its packages would download it.
const env = { PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', PRISMA_HIDE_UPDATE_MESSAGE: '1', ...process.env }

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

function run(args, failed) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' })
  if (status !== 0) stop(`${stdout}${stderr}\n${failed}`)
}

if (process.platform === 'win32') stop('Followthrough runs on Linux and macOS. On Windows, run it within WSL.')
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Followthrough needs Node 20.19 or newer; this is Node ${process.versions.node}.`)
}

const installed = timeOf('node_modules/.package-lock.json') >= timeOf('package-lock.json')
const schema = ['prisma/schema', ...readdirSync(join(root, 'prisma/schema')).map((file) => `prisma/schema/${file}`)]
const generated = timeOf('prisma/generated/client.ts') >= Math.max(...schema.map(timeOf))

// The console can run beside an instance, which would lose its packages while it works.
const beside =
  ['premanage', 'preworker'].includes(process.env.npm_lifecycle_event) && timeOf('node_modules/.package-lock.json') > 0
if (beside && (!installed || !generated)) {
  stop('The code is newer than its packages: stop Followthrough, start it again by `npm start`, and then repeat this.')
}

if (!installed || !generated) {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    stop(`Packages can't be installed: ${root} can't be written by this user.`)
  }
}
if (!installed) {
  console.log('Installing packages (about a minute) …')
  // Installs all packages, whatever NODE_ENV says, because the build checks types. `npm ci` would first remove the
  // installed ones.
  const npm = [process.env.npm_execpath ?? join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js')]
  const flags = ['--include=dev', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  run([...npm, 'install', ...flags], "The packages couldn't be installed: above is what npm says.")
}
if (!installed || !generated) {
  const prisma = join(root, 'node_modules/prisma/build/index.js')
  const flags = ['--config', 'prisma/prisma.config.ts', '--no-hints']
  run([prisma, 'generate', ...flags], "The database client couldn't be made: above is what Prisma says.")
}
