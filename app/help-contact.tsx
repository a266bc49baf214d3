import { hrefOf } from '@/lib/instance/contact'
import type { Contact } from '@/lib/instance/instance'
import { t } from '@/lib/platform/i18n'

/** The contact for help, as the administrators entered it. */
export const HelpContact = ({ contact: { name, address, words: more } }: { contact: Contact }) => (
  <div>
    <p>
      {t('instance.help')} {name && <bdi>{name}</bdi>}
    </p>
    {address && (
      <p>
        <a href={hrefOf(address)}>
          <bdi>{address}</bdi>
        </a>
      </p>
    )}
    {more && <p dir="auto">{more}</p>}
  </div>
)
