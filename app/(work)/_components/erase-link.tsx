import { erasureAddress } from '@/app/_addresses/erasure'
import type { Actor } from '@/lib/domain/actor'
import type { Noun } from '@/lib/erasures/queries'
import { mayErase } from '@/lib/people/erasure-fields'
import { t } from '@/lib/platform/i18n'
import { showsPresent } from '@/lib/platform/shown-day'

type Props = { actor: Actor; noun: Noun; id: string; item?: string }

/** A link for administrators to the page on which what stands on an assignment or a recommendation is erased by law. */
export const EraseLink = ({ actor, noun, id, item }: Props) =>
  mayErase(actor) && showsPresent() ? (
    <div data-screen="">
      <a href={erasureAddress(noun, id, item)}>{t('erasure.open')}</a>
    </div>
  ) : null
