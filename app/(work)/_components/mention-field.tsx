import type { ComponentProps } from 'react'
import { t } from '@/lib/platform/i18n'
import { MentionArea } from './mention-area'

/** A field for several lines of text in which an @ offers the people who can be mentioned. */
export const MentionField = (props: Omit<ComponentProps<typeof MentionArea>, 'words'>) => (
  <MentionArea {...props} words={{ people: t('mentions.people'), how: t('mentions.how') }} />
)
