import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { now } from '@/lib/platform/clock'
import { csvType, type Separator } from '@/lib/platform/csv'
import { t } from '@/lib/platform/i18n'
import { origin } from '@/lib/platform/origin'
import { ok, type Result } from '@/lib/platform/result'
import { dayParam } from '@/lib/register/as-of-parameter'
import { type HeaderAbout, scopeInWords } from '@/lib/register/export-about'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { scopeOf } from '@/lib/register/scope'
import { type TrendInput, trendOf } from './trend'
import { trendCsv } from './trend-csv'
import { trendSvg } from './trend-svg'

export type TrendFormat = 'csv' | 'svg'

type TrendFile = { name: string; type: string; about: HeaderAbout; parts: AsyncGenerator<string> }

/** Returns a trend as a file: its figures, or its chart. Refuses what the actor may not see. */
export async function trendFile(
  actor: Actor,
  asked: TrendInput,
  { format, separator }: { format: TrendFormat; separator: Separator },
): Promise<Result<TrendFile>> {
  const trend = await trendOf(actor, asked)
  if (!trend.ok) return trend
  const { period: _period, step: _step, ...whose } = asked
  const named = Object.values(whose).some(Boolean)
  const filters = readFilters(paramsOf(whose))
  const scope = filters.ok ? await scopeOf(actor, filters.value) : filters
  if (!scope.ok) return scope

  const { asOf, seq, hash } = trend.value
  const params = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  params.set(dayParam, asOf)
  const address = `${origin}/trend.${format}?${params}`
  return ok({
    name: `trend-as-of-${asOf}-event-${seq}-${hash.slice(0, 8)}.${format}`,
    type: format === 'csv' ? csvType : 'image/svg+xml; charset=utf-8',
    about: { seq, hash, asOf, madeAt: now().toISOString(), madeBy: { id: actor.id }, address },
    parts:
      format === 'csv'
        ? trendCsv(trend.value, separator)
        : inOnePart(trendSvg(trend.value, { scope: named ? scopeInWords(scope.value) : t('trend.whole'), origin })),
  })
}

async function* inOnePart(text: string) {
  yield text
}
