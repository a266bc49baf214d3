import { importAddress } from '@/app/_addresses/import'
import { EmptyState } from '@/app/_ui/empty-state'
import { Section } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { Cell, Table, TableRow } from '@/app/_ui/table'
import type { Actor } from '@/lib/domain/actor'
import { listRemoved } from '@/lib/imports/contents'
import type { ImportNow } from '@/lib/imports/import-shape'
import { t } from '@/lib/platform/i18n'

type Props = { actor: Actor; one: ImportNow; after: number | undefined }

/** What was removed from the text, in its order. */
export async function RemovedText({ actor, one, after = 0 }: Props) {
  const found = await listRemoved(actor, one.id, after)
  if (!found.ok) return null
  const { items, next } = found.value
  return (
    <Section title={t('imports.removed.title')}>
      <p>{t('imports.removed.about')}</p>
      {items.length === 0 ? (
        <EmptyState title={t('imports.removed.none')} />
      ) : (
        <Table
          label={t('imports.removed.title')}
          columns={[t('imports.removed.text'), t('imports.removed.why'), t('imports.removed.page')]}
          widths={[70, 22, 8]}
          dense
        >
          {items.map(({ text, why, page }, place) => (
            <TableRow key={`${after + place}`}>
              <Cell label={t('imports.removed.text')}>
                <span lang={one.document.language} dir="auto">
                  {text}
                </span>
              </Cell>
              <Cell label={t('imports.removed.why')}>{t(`imports.why.${why}`)}</Cell>
              <Cell label={t('imports.removed.page')}>{page ?? ''}</Cell>
            </TableRow>
          ))}
        </Table>
      )}
      <Pager
        label={t('imports.removed.title')}
        previous={{ href: importAddress(one.id), label: t('imports.removed.back') }}
        next={
          next === undefined
            ? undefined
            : { href: importAddress(one.id, { step: 'removed', after: next }), label: t('imports.removed.next') }
        }
      />
    </Section>
  )
}
