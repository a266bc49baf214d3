import { words } from '@/lib/platform/i18n'
import { Instead } from './instead'

export default function NotFound() {
  return <Instead title={words('shell.not_found.title')}>{words('shell.not_found.about')}</Instead>
}
