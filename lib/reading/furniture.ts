import type { Why } from './removed'

/** Lines that belong to a page and not to the text. */
const furniture: [Why, RegExp][] = [
  [
    'job_number',
    /^(?:\d{1,4}(?:\/\d{1,4})?\s+)?(?:[A-Z]{1,2}\.)?\d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s+\d{1,4}(?:\/\d{1,4})?)?$/,
  ],
  ['page_number', /^(?:page\s+)?(?:[-–—]\s*)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?(?:\s*[-–—])?$/i],
  ['symbol', /^[A-Z]{1,8}(?:\/(?:[A-Z0-9.()-]+|(?:Add|Amend|Corr|Rev)\.\d{1,3})(?:\s\(Vol\.\s[IVX]{1,4}\))?)+\*?$/],
]

/** Returns what a line of a page's furniture is, or undefined for a line of the text. */
export const furnitureIn = (line: string) => furniture.find(([, pattern]) => pattern.test(line))?.[0]
