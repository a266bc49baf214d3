/**
 * Returns how many milliseconds of processor time this process spends on the work. A clock would also count the time
 * that other programs take on a busy machine.
 */
export function processorTime(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user / 1000
}
