import { words } from '@/lib/platform/i18n'
import { shortened } from '@/lib/platform/text'
import type { Asked } from '@/lib/recommendations/browse'
import { type FilterName, none } from '@/lib/recommendations/filters'

/** A document by its code, and the beginning of its title. */
export const documentInWords = ({ code, title }: { code: string; title: string }) => `${code}: ${shortened(title, 60)}`

/** A filter as one says it: "with Council of Europe", "overdue". */
export function filterInWords(name: FilterName, { shown, scope }: Pick<Asked, 'shown' | 'scope'>): string {
  switch (name) {
    case 'q':
      return words('list.filtered.q', { q: shown.q ?? '' })
    case 'status':
      return shown.status.map((one) => words(`status.${one}`)).join(', ')
    case 'assignment':
      return shown.assignment
        .map((one) => (one === 'pending' ? words('list.pending') : words(`status.${one}`)))
        .join(', ')
    case 'organization':
      return scope.organization?.name ?? ''
    case 'group':
      return scope.group?.name ?? ''
    case 'owner':
      if (shown.owner === 'me') return words('list.filtered.mine')
      return shown.owner === none
        ? words('list.owners.none')
        : words('list.filtered.owner', { name: scope.owner?.name ?? '' })
    case 'document':
      return scope.document ? documentInWords(scope.document) : ''
    case 'theme':
      return shown.theme === none ? words('list.noTheme') : (shown.theme ?? '')
    case 'kind':
      return shown.kind ? words(`kind.${shown.kind}`) : ''
    case 'due':
      return shown.due ? words(`list.filtered.${shown.due}`) : ''
    case 'archived':
      return words('list.filter.archived')
  }
}
