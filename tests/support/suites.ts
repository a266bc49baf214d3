import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export type Count = { passed: number; failed: number }

/** Runs a package's program with its output on ours. Answers whether it succeeded. */
async function succeeds(program: string, args: string[], variables: Record<string, string> = {}) {
  const env = { ...process.env, ...variables }
  const child = spawn(process.execPath, [join('node_modules', program), ...args], { env, stdio: 'inherit' })
  const forward = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGTERM', forward).on('SIGINT', forward)
  const [code] = await once(child, 'exit')
  process.off('SIGTERM', forward).off('SIGINT', forward)
  return code === 0
}

const asCount = (succeeded: boolean): Count => ({ passed: Number(succeeded), failed: Number(!succeeded) })

/** A check counts as one test. */
export const check = async (program: string, args: string[]) => asCount(await succeeds(program, args))

/** The addresses of pages and routes are types too, which Next writes. */
export const types = async () => {
  // Of a development server long ago, perhaps with pages that are gone.
  rmSync('.next/dev/types', { recursive: true, force: true })
  return asCount(
    (await succeeds('next/dist/bin/next', ['typegen'])) && (await succeeds('typescript/bin/tsc', ['--noEmit'])),
  )
}

/** What failed outside of any test, such as a file that can't be read, is a failure too. */
function counted(succeeded: boolean, passed: number, failed: number): Count {
  return { passed, failed: succeeded || failed > 0 ? failed : 1 }
}

const VitestReport = z.object({ numPassedTests: z.number(), numTotalTests: z.number() })

export async function vitest(project: string, folder: string) {
  const report = join(folder, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const settings = ['run', '--config', 'tests/vitest.config.ts', '--project', project, '--passWithNoTests']
  const succeeded = await succeeds('vitest/vitest.mjs', [...settings, ...reporters])
  if (!existsSync(report)) return asCount(false)
  const { numPassedTests, numTotalTests } = VitestReport.parse(JSON.parse(readFileSync(report, 'utf8')))
  return counted(succeeded, numPassedTests, numTotalTests - numPassedTests)
}

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

export async function playwright(folder: string) {
  const report = join(folder, 'browser.json')
  const variables = { PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const succeeded = await succeeds(
    '@playwright/test/cli.js',
    ['test', '-c', 'tests', '--reporter=list,json'],
    variables,
  )
  if (!existsSync(report)) return asCount(false)
  const { stats } = PlaywrightReport.parse(JSON.parse(readFileSync(report, 'utf8')))
  return counted(succeeded, stats.expected, stats.unexpected + stats.flaky + stats.skipped)
}
