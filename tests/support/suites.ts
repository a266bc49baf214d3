import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export type Count = { passed: number; failed: number }

/** Collects the output of a step while another step prints. Without it, output appears at once. */
export type Held = string[]

/** Runs a program of ours or of a package. Returns whether it succeeded. */
async function succeeds(args: string[], held?: Held, variables: Record<string, string> = {}) {
  const env = { ...process.env, ...variables }
  const child = spawn(process.execPath, args, { env, stdio: held ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
  for (const output of [child.stdout, child.stderr])
    output?.setEncoding('utf8').on('data', (text: string) => held?.push(text))
  const forward = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGTERM', forward).on('SIGINT', forward)
  const [code] = await once(child, 'close')
  process.off('SIGTERM', forward).off('SIGINT', forward)
  return code === 0
}

const of = (program: string) => join('node_modules', program)

const asCount = (succeeded: boolean): Count => ({ passed: Number(succeeded), failed: Number(!succeeded) })

/** Runs the check of a package's program, which counts as one test. */
export const check = async (program: string, args: string[], held?: Held) =>
  asCount(await succeeds([of(program), ...args], held))

/** Builds the product, which counts as one test. */
export const build = async (held?: Held) =>
  asCount(await succeeds(['--conditions=react-server', '--import', 'tsx', 'lib/cli/build-command.ts'], held))

/** Checks types. Next first writes the addresses of pages and routes as types. */
export const types = async (held?: Held) => {
  // Left by an earlier development server, perhaps with pages that no longer exist.
  rmSync('.next/dev/types', { recursive: true, force: true })
  return asCount(
    (await succeeds([of('next/dist/bin/next'), 'typegen'], held)) &&
      (await succeeds([of('typescript/bin/tsc'), '--noEmit'], held)),
  )
}

/** A failure outside of any test, such as a file that cannot be loaded, counts as a failure too. */
function counted(succeeded: boolean, passed: number, failed: number): Count {
  return { passed, failed: succeeded || failed > 0 ? failed : 1 }
}

const VitestReport = z.object({ numPassedTests: z.number(), numTotalTests: z.number() })

/** Runs a project of vitest. */
export async function vitest(project: string, folder: string, held?: Held) {
  const report = join(folder, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const settings = ['run', '--config', 'tests/vitest.config.ts', '--project', project, '--passWithNoTests']
  const succeeded = await succeeds([of('vitest/vitest.mjs'), ...settings, ...reporters], held)
  if (!existsSync(report)) return asCount(false)
  const { numPassedTests, numTotalTests } = VitestReport.parse(JSON.parse(readFileSync(report, 'utf8')))
  return counted(succeeded, numPassedTests, numTotalTests - numPassedTests)
}

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

export async function playwright(folder: string, held?: Held) {
  const report = join(folder, 'browser.json')
  const args = [of('@playwright/test/cli.js'), 'test', '-c', 'tests', '--reporter=list,json']
  const succeeded = await succeeds(args, held, { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  if (!existsSync(report)) return asCount(false)
  const { stats } = PlaywrightReport.parse(JSON.parse(readFileSync(report, 'utf8')))
  return counted(succeeded, stats.expected, stats.unexpected + stats.flaky + stats.skipped)
}
