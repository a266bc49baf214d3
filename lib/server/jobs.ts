import 'server-only'
import { runScanner } from '@/lib/evidence/scan-files'
import { runNotifier } from '@/lib/notifications/notifier'

/**
 * Makes and sends notifications and scans files until the signal ends it. Any number of processes can do this at the
 * same time.
 */
export function runJobs(signal: AbortSignal) {
  runNotifier(signal)
  runScanner(signal)
}
