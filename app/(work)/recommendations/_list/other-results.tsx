import { organizationAddress } from '@/app/_addresses/organization'
import { organizationListAddress } from '@/app/_addresses/organization-list'
import { peopleAddress, personAddress } from '@/app/_addresses/person'
import { Muted } from '@/app/_ui/text'
import type { Actor } from '@/lib/domain/actor'
import { listOrganizations } from '@/lib/organizations/queries'
import { listPeople } from '@/lib/people/queries'
import { t } from '@/lib/platform/i18n'
import css from './other-results.module.css'

const most = 5

type Found = { href: string; name: string }

/** The organizations and people whose names contain the search text. Renders nothing if there are none. */
export async function AlsoFound({ actor, q }: { actor: Actor; q: string }) {
  const [organizations, people] = await Promise.all([
    listOrganizations(actor, { q, limit: most }),
    listPeople(actor, { q, limit: most }),
  ])
  return (
    <>
      <Line
        label={t('list.alsoOrganizations')}
        found={organizations.items.map(({ slug, name }) => ({ href: organizationAddress(slug), name }))}
        more={organizations.next ? organizationListAddress({ q }) : undefined}
      />
      <Line
        label={t('list.alsoPeople')}
        found={people.items.map(({ id, name }) => ({ href: personAddress(id), name }))}
        more={people.next ? peopleAddress({ q }) : undefined}
      />
    </>
  )
}

function Line({ label, found, more }: { label: string; found: Found[]; more: string | undefined }) {
  if (found.length === 0) return null
  return (
    <div className={css.line}>
      <Muted>{label}</Muted>
      <ul aria-label={label}>
        {found.map(({ href, name }) => (
          <li key={href}>
            <a href={href} dir="auto">
              {name}
            </a>
          </li>
        ))}
        {more && (
          <li>
            <a href={more}>{t('list.alsoMore')}</a>
          </li>
        )}
      </ul>
    </div>
  )
}
