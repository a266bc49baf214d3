import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export type Count = { passed: number; failed: number }

/** Collects what a step prints while another step has the screen. Without it, output appears at once. */
export type Held = string[]

/** Runs a program of ours or of a package. Answers whether it succeeded. */
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

/** A check by a package's program counts as one test. */
export const check = async (program: string, args: string[], held?: Held) =>
  asCount(await succeeds([of(program), ...args], held))

/** A build counts as one test too. */
export const build = async (held?: Held) =>
  asCount(await succeeds(['--conditions=react-server', '--import', 'tsx', 'lib/cli/build-command.ts'], held))

/** The addresses of pages and routes are types too, which Next writes. */
export const types = async (held?: Held) => {
  // Of a development server long ago, perhaps with pages that are gone.
  rmSync('.next/dev/types', { recursive: true, force: true })
  return asCount(
    (await succeeds([of('next/dist/bin/next'), 'typegen'], held)) &&
      (await succeeds([of('typescript/bin/tsc'), '--noEmit'], held)),
  )
}

/** What failed outside of any test, such as a file that can't be read, is a failure too. */
function counted(succeeded: boolean, passed: number, failed: number): Count {
  return { passed, failed: succeeded || failed > 0 ? failed : 1 }
}

const VitestReport = z.object({ numPassedTests: z.number(), numTotalTests: z.number() })

/** Runs a project of vitest, by as many workers as there are cores unless told. */
export async function vitest(project: string, folder: string, held?: Held, workers?: number) {
  const report = join(folder, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const settings = ['run', '--config', 'tests/vitest.config.ts', '--project', project, '--passWithNoTests']
  if (workers) settings.push(`--maxWorkers=${workers}`)
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
