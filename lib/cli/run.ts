import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Problem } from './problem'

/** Runs a Node program until it ends. Shows its output only if it fails. */
export async function run(program: string, args: string[], failed: string, signal: AbortSignal) {
  const child = spawn(process.execPath, [program, ...args], { signal, stdio: ['ignore', 'pipe', 'pipe'] })
  const printed: string[] = []
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', (text: string) => printed.push(text))
  }
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Problem(`${printed.join('').trim()}\n${failed}`)
}
