import { z } from 'zod'
import { type FieldError, ok, type Result, unparsed } from '@/lib/platform/result'
import { wholeNumber } from '@/lib/platform/whole-number'
import { AssignmentStatus, Kind, Position, RecommendationStatus, Verification } from '@/prisma/generated/enums'
import { Day } from './as-of-parameter'
import { ages, quarterPattern } from './timing'

/* The parameters of a list in an address. The page, its CSV and the API read them only here. */

/**
 * The orders of a list: the order of the text; the earliest due date of unfinished assignments; the latest change
 * first.
 */
export const sorts = ['text', 'due', 'changed'] as const
export type Sort = (typeof sorts)[number]

export const dues = ['overdue', 'soon', 'none'] as const
/** The states of a review that a list can be limited to. */
export const verifications = Object.values(Verification).filter((one) => one !== 'none')
export const groupings = ['status', 'document', 'theme'] as const
export const views = ['list', 'assignments', 'matrix'] as const

/** Stands for no owner or no theme. */
export const none = 'none'

const readable = (text: string) => !text.includes('\0')
const text = z.string().trim().max(200, 'text_too_long').refine(readable, 'text_unreadable').optional()

const narrowing = z.strictObject({
  /** Words or parts of words. */
  q: text,
  status: z.array(z.enum(RecommendationStatus, 'status_unknown')).default([]),
  /** Slugs or names. A group matches the assignments that came by it. */
  organization: text,
  group: text,
  /** An email, an ID, `me` or `none`. */
  owner: text,
  /** A code. */
  document: text,
  /** A theme, or `none`. */
  theme: text,
  /** The ID of a reporting cycle: assignments for which it asks. */
  cycle: z.uuid('cycle_unknown').optional(),
  kind: z.enum(Kind, 'kind_unknown').optional(),
  due: z.enum(dues, 'due_unknown').optional(),
  /**
   * The status of an assignment, which must also match organization, group, owner and due date. `pending`: any status
   * that still needs work.
   */
  assignment: z.array(z.enum({ ...AssignmentStatus, pending: 'pending' }, 'status_unknown')).default([]),
  /** What the organization of an assignment answered. */
  position: z.array(z.enum(Position, 'position_unknown')).default([]),
  /** The state of the review of an assignment. */
  verification: z.array(z.enum(Verification, 'verification_unknown').exclude(['none'])).default([]),
  /** `past`: unfinished assignments whose original due date has passed, even if it was moved since. */
  original: z.enum(['past'], 'original_unknown').optional(),
  /** Unfinished assignments of which nothing has been reported for a long time. */
  silent: z.enum(['yes'], 'silent_unknown').optional(),
  /** How long ago unfinished assignments were assigned. */
  age: z.enum(ages, 'age_unknown').optional(),
  /** Assignments that were reported as implemented without evidence. */
  evidence: z.enum([none], 'evidence_filter_unknown').optional(),
  /** The quarter in which an assignment was assigned. */
  assigned: z.string().regex(quarterPattern, 'quarter_unreadable').optional(),
  /** Assignments that were answered within 30 days. */
  answered: z.enum(['month'], 'answered_unknown').optional(),
  /** Assignments that were reported as implemented by their due date. */
  met: z.enum(['yes'], 'met_unknown').optional(),
  /** What has happened to an assignment since the end of this day. */
  added: Day.optional(),
  begun: Day.optional(),
  implemented: Day.optional(),
  verified: Day.optional(),
  slipped: Day.optional(),
  /** Recommendations that the reader follows. */
  followed: z.enum(['yes'], 'followed_unknown').optional(),
  /** Only what is archived. Only for those who keep the record. */
  archived: z.enum(['yes'], 'archived_unknown').optional(),
})

const Filters = narrowing.extend({
  sort: z.enum(sorts, 'sort_unknown').optional(),
  after: z.string().max(1000, 'after_unreadable').optional(),
  limit: wholeNumber('limit_unreadable', 1, 200).default(50),
})
export type Filters = z.output<typeof Filters>

/** The names of the filters without order and place: those that a person can remove. */
export const filterNames = narrowing.keyof().options
export type FilterName = (typeof filterNames)[number]

const Shown = Filters.extend({
  view: z.enum(views, 'view_unknown').default('list'),
  by: z.enum(groupings, 'by_unknown').optional(),
  /** The slug of the group whose members the matrix shows one by one. */
  open: text,
  /** Whether every box on the page is ticked. */
  choose: z.enum(['all']).optional().catch(undefined),
})
/** What the page shows: the filters and the view. */
export type Shown = z.output<typeof Shown>

const lists: readonly string[] = ['status', 'assignment', 'position', 'verification'] satisfies FilterName[]

/** Returns whether a filter has several values. */
export const isList = (name: string) => lists.includes(name)

/**
 * Returns the parameters by name. `status=a&status=b` and `status=a,b` mean the same. Blank values are ignored. Of
 * several values for any other name, the last one counts.
 */
function valuesIn(params: URLSearchParams) {
  const names = [...new Set(params.keys())]
  const values = names.map((name) => {
    const given = params.getAll(name).filter((value) => value.trim() !== '')
    return [name, isList(name) ? [...new Set(given.flatMap((value) => value.split(',')))] : given.at(-1)]
  })
  return Object.fromEntries(values)
}

/** Returns the filters in an address. A value that cannot be read is refused. */
export function readFilters(params: URLSearchParams): Result<Filters> {
  const parsed = Filters.safeParse(valuesIn(params))
  return parsed.success ? ok(parsed.data) : unparsed(parsed.error)
}

/**
 * Returns what the page shows. Values that cannot be read and unknown parameters are ignored and reported in `errors`.
 */
export function readShown(params: URLSearchParams): { shown: Shown; errors: FieldError[] } {
  const known = new URLSearchParams([...params].filter(([name]) => name in Shown.shape))
  const unknown = [...new Set(params.keys())].filter((name) => !(name in Shown.shape)).map(unknownFilter)
  const parsed = Shown.safeParse(valuesIn(known))
  if (parsed.success) return { shown: parsed.data, errors: unknown }

  const { errors } = unparsed(parsed.error)
  const shown = Shown.parse(without(valuesIn(known), new Set(errors.map(({ field }) => field))))
  return { shown, errors: [...errors, ...unknown] }
}

const unknownFilter = (field: string): FieldError => ({ field, code: 'field_unknown', params: {} })

/** Returns the parameters without wrong values. Of a list, only the wrong values are removed. */
function without(values: ReturnType<typeof valuesIn>, wrong: ReadonlySet<string>) {
  const kept = Object.entries(values).flatMap(([name, value]) => {
    if (wrong.has(name)) return []
    return [[name, Array.isArray(value) ? value.filter((_, place) => !wrong.has(`${name}.${place}`)) : value]]
  })
  return Object.fromEntries(kept)
}

/**
 * Returns the order of a list: the one in the filters, or else the one that suits them. Results of a search are in the
 * order of the text, which no change alters, so that no result is missed from page to page.
 */
export function sortOf({ sort, q, due }: Pick<Filters, 'sort' | 'q' | 'due'>): Sort {
  return sort ?? (!q && (due === 'overdue' || due === 'soon') ? 'due' : 'text')
}

type Values = Partial<Record<keyof Shown, string | number | readonly string[] | undefined>>

/** Returns the parameters for an address. Parameters with their default value are left out. */
export function paramsOf(values: Values): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === '' || (name === 'limit' && value === 50)) continue
    if (name === 'view' && value === 'list') continue
    if (typeof value === 'object') for (const one of value) params.append(name, one)
    else params.set(name, String(value))
  }
  return params
}
