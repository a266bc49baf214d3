import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

type Variables = Record<string, string>

/** Starts a command as npm would, in an environment with only the variables that it needs to run at all. */
export function spawnCommand(program: string, variables: Variables, args: string[] = []) {
  const { PATH = '', HOME = '' } = process.env
  const flags = ['--conditions=react-server', '--import', 'tsx', program, ...args]
  return spawn(process.execPath, flags, {
    env: { NODE_ENV: 'production', PATH, HOME, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Collects what a process prints. Resolves when it has printed a text or ended. */
function listen(child: ChildProcess) {
  const printed: string[] = []
  for (const output of [child.stdout, child.stderr]) {
    output?.setEncoding('utf8').on('data', (text: string) => {
      printed.push(text)
      child.emit('printed')
    })
  }
  return {
    output: () => printed.join(''),
    async until(text: string) {
      while (!printed.join('').includes(text)) {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended: ${printed.join('')}`)
        await Promise.race([once(child, 'printed'), once(child, 'close')])
      }
    },
  }
}

/** Runs a command to its end. */
export async function runCommand(program: string, variables: Variables, args: string[] = []) {
  const child = spawnCommand(program, variables, args)
  const { output } = listen(child)
  const [code] = await once(child, 'close')
  return { code, output: output().trim() }
}

/** Starts an instance and waits until it is ready. */
export async function startInstance(variables: Variables) {
  const child = spawnCommand('lib/cli/start.ts', variables, [])
  const { output, until } = listen(child)
  await until('Followthrough is ready')
  const ending = once(child, 'close').then(([code]): number | null => code)
  return {
    output,
    until,
    pid: child.pid ?? 0,
    address: `http://127.0.0.1:${variables.PORT}`,
    /** Stops reading what the process prints. */
    leave() {
      child.stdout.destroy()
      child.stderr.destroy()
    },
    /** The exit code after the process has ended, or null if a signal ended it. */
    ended: () => ending,
    end(signal: NodeJS.Signals) {
      child.kill(signal)
      return ending
    },
  }
}

/** Returns a port that is free now. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('It listens on no port.')
  return String(address.port)
}
