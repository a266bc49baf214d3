import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Problem } from '@/lib/cli/problem'
import type { Target } from './load'

export type Server = Target & { cpu(): number; stop(): Promise<void> }

const host = '127.0.0.1'

/** Starts the product in production mode, as `npm start` does. */
export const startProduct = (port: number, environment: Record<string, string>) =>
  startServer('lib/cli/start.ts', port, environment)

/** Starts the floor. */
export const startFloor = (port: number, environment: Record<string, string>) =>
  startServer('tests/bench/floor.ts', port, environment)

/** Starts bare Next. */
export const startBare = (port: number, environment: Record<string, string>) =>
  startServer('tests/bench/bare.ts', port, environment)

/** Starts a server. Each prints a line that ends with its address when it is ready. */
async function startServer(script: string, port: number, environment: Record<string, string>): Promise<Server> {
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=64', '--conditions=react-server', '--import', 'tsx', script],
    {
      env: { ...process.env, ...environment, HOST: host, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const lines: string[] = []
  const ready = new Promise<void>((resolve, reject) => {
    for (const output of [child.stdout, child.stderr]) {
      output.setEncoding('utf8').on('data', (text: string) => {
        lines.push(text)
        if (text.trimEnd().endsWith(`:${port}`)) resolve()
      })
    }
    child.once('exit', () => reject(new Problem(`${script} ended: ${lines.join('')}`)))
  })
  await ready
  const { pid = 0 } = child
  return { host, port, cpu: () => cpuOf(pid), stop: () => stop(child) }
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

const ticksPerSecond = 100

/** Returns the processor time of a process in seconds, as Linux counts it; NaN on other systems. */
export function cpuOf(pid: number) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  } catch {
    return Number.NaN
  }
}
