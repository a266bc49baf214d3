import { Instead } from '@/app/instead'
import { words } from '@/lib/platform/i18n'

export default function NotFound() {
  return (
    <Instead title={words('shell.not_found.title')} home={words('shell.not_found.home')}>
      {words('shell.not_found.about')}
    </Instead>
  )
}
