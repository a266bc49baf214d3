import type { writeSecrets } from './secrets'

/** Something that exists for each parameter of an address, by the folder in which it stands. */
export type Samples = Record<string, string>

/** Returns a sample for each parameter: a new one needs a line here. */
export const samplesOf = (written: Awaited<ReturnType<typeof writeSecrets>>): Samples => ({
  'invite/[code]': 'made-up',
  'reset/[code]': 'made-up',
  'unsubscribe/[code]': 'made-up',
  'logo/[hash]': 'made-up',
  'auth/[...nextauth]': 'session',
  'v1/[[...address]]': 'anything',
  'documents/[code]': written.code,
  'recommendations/[key]': written.key,
  'organizations/[slug]': written.slug,
  'groups/[slug]': written.group,
  'themes/[theme]': 'made-up',
  'people/[id]': written.id,
  'assignments/[id]': written.assignment,
  'evidence/[evidence]': written.evidence,
  'assignments/[assignment]': written.assignment,
  'annotations/[annotation]': written.annotation,
  'reports/[report]': written.report,
  'extensions/[extension]': written.request,
  'notifications/[notification]': written.request,
  'actions/[action]': written.action,
  'erasures/[subject]': `assignment-${written.assignment}`,
  'users/[user]': written.id,
  'cycles/[id]': written.cycle,
  'imports/[id]': written.import,
  'sheets/[id]': written.sheet,
  'reports/[code]': written.publication,
  'publications/[code]': written.publication,
  'verify/[code]': written.publication,
  'files/[format]': 'html',
  'candidates/[candidate]': written.candidate,
  'places/[place]': written.candidate,
})

/** Returns an address of the app with samples in place of its parameters. */
export function realAddress(path: string, samples: Samples) {
  if (path === '/[...address]') return '/nothing/here'
  return path.replace(/([\w-]+)\/(\[+[^\]]+\]+)/g, (_, noun: string, parameter: string) => {
    const sample = samples[`${noun}/${parameter}`]
    if (sample === undefined) throw new Error(`No sample for ${parameter} in ${path}.`)
    return `${noun}/${sample}`
  })
}
