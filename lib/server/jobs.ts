import 'server-only'
import { runScanner } from '@/lib/evidence/scan-files'
import { runImports } from '@/lib/imports/read-imports'
import { runNotifier } from '@/lib/notifications/notifier'
import { runFiles } from '@/lib/publications/make-files'
import { runPublications } from '@/lib/publications/make-publications'
import { runComparisons } from '@/lib/relations/compare-recommendations'
import { runSheets } from '@/lib/sheets/run-sheets'

/**
 * Makes and sends notifications, scans files, reads imports, works on spreadsheets, generates reports and compares recommendations until
 * the signal ends it. Any number of processes can do this at the same time.
 */
export function runJobs(signal: AbortSignal) {
  runNotifier(signal)
  runScanner(signal)
  runImports(signal)
  runSheets(signal)
  runPublications(signal)
  runFiles(signal)
  runComparisons(signal)
}
