import { readFileSync } from 'node:fs'

/** Returns the memory that a process uses, in bytes, or undefined where the system does not show it. */
export function memoryOf(pid: number): number | undefined {
  try {
    const [, pages] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return pages === undefined ? undefined : Number(pages) * 1024
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return undefined
    throw error
  }
}
