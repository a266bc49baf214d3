import { countHistory, historyOf } from '@/lib/history/queries'
import { timelineOf } from '@/lib/history/timeline'
import { historyHead, verifyHistory } from '@/lib/history/verify'
import { alteredCycle } from '@/lib/history/verify-cycles'
import { alteredErasure } from '@/lib/history/verify-erasures'
import { alteredEvidence, alteredFile, alteredNaming } from '@/lib/history/verify-evidence'
import { alteredPresent } from '@/lib/history/verify-last-versions'
import { alteredLetter } from '@/lib/history/verify-letters'
import { alteredLink } from '@/lib/history/verify-links'
import { alteredMention } from '@/lib/history/verify-mentions'
import { alteredRow, lostRow } from '@/lib/history/verify-rows'
import { alteredVersion } from '@/lib/history/verify-versions'
import { unrecordedWords } from '@/lib/history/verify-words'
import { connected } from '@/lib/platform/db'
import { organizations, people } from './given'

const { amina, chen } = people
const { health } = organizations

export async function readHistory(key: string) {
  await historyOf(chen, { key })
  await countHistory(amina, { organization: health.id })
  await timelineOf(chen, {})
  await timelineOf(chen, { noun: 'user' })
  await verifyHistory(() => {}, await historyHead())
  await connected(async (sql) => [
    await alteredErasure(sql),
    await unrecordedWords(sql),
    await lostRow(sql),
    await alteredRow(sql, () => {}),
    await alteredVersion(sql, () => {}),
    await alteredPresent(sql),
    await alteredCycle(sql),
    await alteredMention(sql),
    await alteredLink(sql),
    await alteredEvidence(sql),
    await alteredNaming(sql),
    await alteredLetter(sql),
    await alteredFile(sql, () => {}),
  ])
}
