import { notFound } from 'next/navigation'
import { t } from '@/lib/platform/i18n'

export const generateMetadata = () => ({ title: t('shell.not_found.title') })

/** Every address that no other page has. Its own not-found page has a menu, which Next would else put into every page. */
export default function UnknownAddress(): never {
  notFound()
}
