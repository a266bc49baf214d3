import { z } from 'zod'
import type { Code } from '@/lib/platform/i18n'
import { isLanguageOfInterface } from '@/lib/platform/languages'
import { nameText } from '@/lib/platform/text'
import { Day } from '@/lib/register/as-of-parameter'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { layouts, publicationAudiences } from './content'

/** The parts that a report can have. The list of its assignments is always its last one. */
export const sections = ['summary', 'organizations', 'recommendations', 'annexes', 'method'] as const
export type Section = (typeof sections)[number]

const text = z
  .string('field_unreadable')
  .trim()
  .max(200, 'text_too_long')
  .refine((value) => !value.includes('\0'), 'text_unreadable')
  .optional()

/**
 * What a report is about: recommendations and assignments that match all of these, or the whole register. `recommendation`
 * is a key and stands alone: the report is then the dossier of that recommendation.
 */
const Scope = z
  .strictObject({
    document: text,
    organization: text,
    group: text,
    theme: text,
    cycle: text,
    recommendation: text,
  })
  .refine(({ recommendation, ...others }) => !recommendation || !Object.values(others).some(Boolean), {
    error: 'publication_scope_many' satisfies Code,
    path: ['recommendation'],
  })

/** What to report. Without a day it is the present state. */
export const Definition = z.strictObject({
  title: nameText('field_unreadable').optional(),
  scope: Scope.default({}),
  asOf: Day.optional(),
  sections: z
    .array(z.enum(sections, 'publication_section_unknown'), 'publication_sections_missing')
    .min(1, 'publication_sections_missing')
    .max(sections.length, 'publication_section_unknown')
    .default([...sections]),
  layout: z.enum(layouts, 'publication_layout_unknown').default('paragraphs'),
  language: z.string().refine(isLanguageOfInterface, 'publication_language_unknown').default('en'),
  content: z.enum(publicationAudiences, 'publication_content_unknown').default('internal'),
})

export type Definition = z.output<typeof Definition>

/** Returns the filters of the list that has the same recommendations and assignments. */
export const filtersFor = ({ scope: { recommendation: _, ...scope } }: Pick<Definition, 'scope'>) =>
  readFilters(paramsOf({ ...scope, sort: 'text' }))
