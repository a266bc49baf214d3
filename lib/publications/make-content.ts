import 'server-only'
import { currentInstance } from '@/lib/instance/queries'
import { countDays, type DayCount } from '@/lib/overview/count-days'
import { trendDays } from '@/lib/overview/trend-days'
import { dayOf, now } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { db } from '@/lib/platform/db'
import { t } from '@/lib/platform/i18n'
import { inLanguage } from '@/lib/platform/languages'
import { origin } from '@/lib/platform/origin'
import { type PastDay, pastDayOf, showing } from '@/lib/platform/shown-day'
import { scopeInWords } from '@/lib/register/export-about'
import { type Scope, scopeOf } from '@/lib/register/scope'
import { buildContent } from './build-content'
import { canonicalJson } from './canonical-json'
import type { PublicationContent } from './content'
import { Definition, filtersFor } from './definition'
import { countsIn, pointOf } from './figures'
import { bounds, PublicationTooLarge } from './limits'
import { readerOf } from './policy'
import { readSettled } from './read-register'
import type { Taken } from './take-publication'

/** Thrown if what a report is about is no longer there, or not for everyone. */
export class NotReadable extends Error {
  override name = 'NotReadable'
}

export type Made = { content: PublicationContent; text: string; reportIds: string[] }

/** Reads the register and returns the content of a report, in its canonical form. */
export async function makeContent(taken: Taken, onProgress: (share: number) => void): Promise<Made> {
  const definition = Definition.parse(taken.definition)
  const moment = now()
  const today = dayOf(moment)
  const asOf = definition.asOf ?? today
  const past = asOf < today ? pastDayOf(asOf) : undefined
  const scope = await scopeFor(taken, definition, past)
  const [trend, author, instance] = await Promise.all([
    definition.scope.recommendation ? [] : trendBefore(asOf, scope),
    db.user.findUniqueOrThrow({ where: { id: taken.authorId }, select: { name: true } }),
    currentInstance(),
  ])
  const snapshot = await readSettled({ definition, scope, past, bounds, onProgress })
  if (definition.scope.recommendation && snapshot.recommendations.length === 0) throw new NotReadable()

  const { seq, hash } = snapshot.last
  const issue = {
    ...{ code: taken.code, register: instance.name, asOf, zone: config.TIME_ZONE, seq, hash },
    ...{ at: moment.toISOString(), by: author.name, verifyAt: `${origin}/verify/${taken.code}` },
  }
  const content = inLanguage(definition.language, () => {
    const point = pointOf(countsIn(snapshot, asOf), asOf)
    const days = trend.length > 0 ? [...trend, point] : []
    const whole = Object.keys(definition.scope).length === 0
    const words = definition.scope.recommendation ?? (whole ? t('trend.whole') : scopeInWords(scope))
    return buildContent({ title: taken.title, scope: words, definition, issue, snapshot, trend: days })
  })
  const text = canonicalJson(content)
  if (text.length > bounds.characters) throw new PublicationTooLarge()
  onProgress(0.9)
  return { content, text, reportIds: snapshot.assignments.flatMap(({ reports }) => reports.map(({ id }) => id)) }
}

async function scopeFor({ authorId }: Taken, definition: Definition, past: PastDay | undefined): Promise<Scope> {
  const filters = filtersFor(definition)
  const scope = filters.ok ? await showing(past, () => scopeOf(readerOf({ id: authorId }), filters.value)) : filters
  if (!scope.ok) throw new NotReadable()
  return scope.value
}

/** Returns the state at the end of each week of the year before a day. The past never changes, so it needs no moment. */
async function trendBefore(
  asOf: string,
  { organization, group, document, filters, cycle }: Scope,
): Promise<DayCount[]> {
  const days = trendDays('year', undefined, asOf, asOf).slice(0, -1)
  const counted = {
    ...{ organizations: organization?.ids, group: group?.id, document: document?.id },
    ...{ theme: filters.theme, cycle: cycle?.id },
  }
  return (await countDays(days.map(pastDayOf), counted)).points
}
