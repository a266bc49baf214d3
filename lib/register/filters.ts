import { z } from 'zod'
import { type FieldError, ok, type Result, unparsed } from '@/lib/platform/result'
import { wholeNumber } from '@/lib/platform/whole-number'
import { AssignmentStatus, Kind, RecommendationStatus } from '@/prisma/generated/enums'

/*
 * What a list may be asked by its address. The page, its CSV and the API read it here and nowhere else.
 */

/** In the order of the text; by the earliest due date of what is not yet done; what changed last first. */
export const sorts = ['text', 'due', 'changed'] as const
export type Sort = (typeof sorts)[number]

export const dues = ['overdue', 'soon', 'none'] as const
export const groupings = ['status', 'document', 'theme'] as const
export const views = ['list', 'assignments', 'matrix'] as const

/** Of an owner or a theme: that there is none. */
export const none = 'none'

const readable = (text: string) => !text.includes('\0')
const text = z.string().trim().max(200, 'text_too_long').refine(readable, 'text_unreadable').optional()

const narrowing = z.strictObject({
  /** Words, or parts of them. */
  q: text,
  status: z.array(z.enum(RecommendationStatus, 'status_unknown')).default([]),
  /** Slugs or names. A group's are the assignments that came by it. */
  organization: text,
  group: text,
  /** E-mail or id; `me`; `none`. */
  owner: text,
  /** Its code. */
  document: text,
  /** `none`: without one. */
  theme: text,
  kind: z.enum(Kind, 'kind_unknown').optional(),
  due: z.enum(dues, 'due_unknown').optional(),
  /** The status of the assignment of which organization, group, owner and due speak; `pending`: still to be done. */
  assignment: z.array(z.enum({ ...AssignmentStatus, pending: 'pending' }, 'status_unknown')).default([]),
  /** What is archived, and only that; for who keeps the record. */
  archived: z.enum(['yes'], 'archived_unknown').optional(),
})

const Filters = narrowing.extend({
  sort: z.enum(sorts, 'sort_unknown').optional(),
  after: z.string().max(1000, 'after_unreadable').optional(),
  limit: wholeNumber('limit_unreadable', 1, 200).default(50),
})
export type Filters = z.output<typeof Filters>

/** Filters alone, without order and place: what one can take off. */
export const filterNames = narrowing.keyof().options
export type FilterName = (typeof filterNames)[number]

const Shown = Filters.extend({
  view: z.enum(views, 'view_unknown').default('list'),
  by: z.enum(groupings, 'by_unknown').optional(),
  /** The group whose members the matrix shows one by one. */
  open: text,
  /** Every box of the page ticked. */
  choose: z.enum(['all']).optional().catch(undefined),
})
/** What the page shows: filters, and how. */
export type Shown = z.output<typeof Shown>

const lists: readonly string[] = ['status', 'assignment'] satisfies FilterName[]

/** `status=a&status=b` and `status=a,b` say the same; what is left blank is not said; of the rest the last one counts. */
function asked(params: URLSearchParams) {
  const names = [...new Set(params.keys())]
  const values = names.map((name) => {
    const given = params.getAll(name).filter((value) => value.trim() !== '')
    return [name, lists.includes(name) ? [...new Set(given.flatMap((value) => value.split(',')))] : given.at(-1)]
  })
  return Object.fromEntries(values)
}

/** The filters that an address asks; what can't be read is refused. */
export function readFilters(params: URLSearchParams): Result<Filters> {
  const parsed = Filters.safeParse(asked(params))
  return parsed.success ? ok(parsed.data) : unparsed(parsed.error)
}

/** What the page is asked to show. What can't be read is left out, and said, as is what is no filter. */
export function readShown(params: URLSearchParams): { shown: Shown; errors: FieldError[] } {
  const known = new URLSearchParams([...params].filter(([name]) => name in Shown.shape))
  const unknown = [...new Set(params.keys())].filter((name) => !(name in Shown.shape)).map(unknownFilter)
  const parsed = Shown.safeParse(asked(known))
  if (parsed.success) return { shown: parsed.data, errors: unknown }

  const { errors } = unparsed(parsed.error)
  const shown = Shown.parse(without(asked(known), new Set(errors.map(({ field }) => field))))
  return { shown, errors: [...errors, ...unknown] }
}

const unknownFilter = (field: string): FieldError => ({ field, code: 'field_unknown', params: {} })

/** Of a list only what is wrong goes. */
function without(said: ReturnType<typeof asked>, wrong: ReadonlySet<string>) {
  const kept = Object.entries(said).flatMap(([name, value]) => {
    if (wrong.has(name)) return []
    return [[name, Array.isArray(value) ? value.filter((_, place) => !wrong.has(`${name}.${place}`)) : value]]
  })
  return Object.fromEntries(kept)
}

/**
 * The order of a list: what was asked, else what goes with the filters. What a search finds is in the order of the text,
 * which no change alters: so nothing is missed from page to page.
 */
export function sortOf({ sort, q, due }: Pick<Filters, 'sort' | 'q' | 'due'>): Sort {
  return sort ?? (!q && (due === 'overdue' || due === 'soon') ? 'due' : 'text')
}

type Said = Partial<Record<keyof Shown, string | number | readonly string[] | undefined>>

/** As an address says it; what is left out stands for what it is when nothing is said. */
export function paramsOf(said: Said): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(said)) {
    if (value === undefined || value === '' || (name === 'limit' && value === 50)) continue
    if (name === 'view' && value === 'list') continue
    if (typeof value === 'object') for (const one of value) params.append(name, one)
    else params.set(name, String(value))
  }
  return params
}
