import { sha256 } from '@/lib/history/events'
import { makePublications } from '@/lib/publications/make-publications'
import { contentOf, findPublication, listPublications } from '@/lib/publications/queries'
import { requestPublication } from '@/lib/publications/request-publication'
import {
  failPublication,
  giveBack,
  giveUp,
  keepPublication,
  takePublication,
} from '@/lib/publications/take-publication'
import { verifyPublication } from '@/lib/publications/verify-publication'
import { people, valueIn } from './given'

const { chen, dita } = people

/** Generates reports of a part of the register and of one recommendation, and ends one in each other way. */
export async function generateReports({ key, code }: { key: string; code: string }) {
  for (const scope of [{ document: code }, { recommendation: key }]) {
    const asked = valueIn(await requestPublication(chen, { scope }))
    await makePublications()
    await findPublication(dita, asked.code)
    const { text } = valueIn(await contentOf(dita, asked.code))
    await verifyPublication({ sha256: sha256(text) })
  }
  await listPublications(dita)
  for (const end of [giveBack, failPublication]) {
    valueIn(await requestPublication(chen, { scope: { document: code } }))
    const taken = await takePublication()
    if (!taken) throw new Error('There is no report to make.')
    await keepPublication(taken, 0.5)
    await (end === giveBack ? giveBack(taken, 0) : failPublication(taken, 'publication_too_large'))
    await makePublications()
  }
  await giveUp()
}
