import { StatusBar } from '@/app/_ui/status-bar'
import type { Actor } from '@/lib/people/actor'
import { dateInWords, listInWords, words } from '@/lib/platform/i18n'
import { mayEdit } from '@/lib/recommendations/policy'
import type { Whole } from '@/lib/recommendations/whole'
import { AssignmentStatus } from '@/prisma/generated/enums'
import { addressOf, opening, type State } from './address'
import type { ShownKnown } from './known'

/** What is known of a recommendation in words, and what the reader can do with it. */
export function shownKnown(actor: Actor, whole: Whole, state: State): ShownKnown {
  const { document, themes, kind, citation } = whole
  const dated = document.date && words('one.dated', { date: dateInWords(document.date) })
  return {
    document: {
      term: words('one.document'),
      href: `/documents/${document.code}`,
      label: document.title,
      about: [document.symbol, dated].filter(Boolean).join('. '),
    },
    addressed: { term: words('one.addressed'), ...addressedOf(actor, whole, state) },
    kind: { term: words('one.kind'), said: words(`kind.${kind}`) },
    themes: {
      term: words('one.themes'),
      links: themes.map((theme) => ({ href: `/recommendations?theme=${encodeURIComponent(theme)}`, label: theme })),
      none: words('one.noThemes'),
    },
    cite: { term: words('one.cite'), said: citation },
    assignments: countsOf(whole),
    steps: mayEdit(actor) ? stepsOf(actor, whole, state) : undefined,
  }
}

/** To whom the text speaks. Where nobody has recorded it, that is all that is known. */
function addressedOf(actor: Actor, { key, addressees }: Whole, state: State) {
  if (addressees.length > 0) return { said: listInWords(addressees.map(({ words }) => words)), record: undefined }
  const href = addressOf(key, opening(state, { edit: 'reading' }), 'reading')
  return {
    said: words('one.addressedUnrecorded'),
    record: mayEdit(actor) ? { href, label: words('one.addressedRecord') } : undefined,
  }
}

function countsOf({ byStatus }: Whole): ShownKnown['assignments'] {
  const counts = Object.values(AssignmentStatus).flatMap((status) => {
    const count = byStatus[status] ?? 0
    const label = words(`status.${status}`)
    const said = words('one.statusCount', { count, status: label.toLowerCase() })
    return count > 0 ? { status, count, label, said } : []
  })
  const count = counts.reduce((sum, { count }) => sum + count, 0)
  return count > 0 ? { term: words('one.assignmentCount', { count }), bar: <StatusBar counts={counts} /> } : undefined
}

function stepsOf({ role }: Actor, { key, closure }: Whole, state: State): ShownKnown['steps'] {
  const to = (edit: 'reading' | 'closure' | 'removal', label: string) => ({
    href: addressOf(key, opening(state, { edit }), edit),
    label,
  })
  return {
    term: words('one.ours', { role }),
    links: [
      to('reading', words('one.correct')),
      to('closure', words(closure ? 'one.closing.reopen' : 'one.closing.close')),
      to('removal', words('one.removing.open')),
    ],
  }
}
