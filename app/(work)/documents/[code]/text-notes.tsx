import { annotationAddress, annotationId } from '@/app/_addresses/recommendation'
import { Written } from '@/app/_ui/markdown'
import { Muted } from '@/app/_ui/text'
import { erasureInWords } from '@/app/(work)/_components/erasure-words'
import type { NoteInText } from '@/lib/annotations/in-text'
import { shortKey } from '@/lib/domain/citation'
import type { KnownPeople } from '@/lib/mentions/find-typed'
import { namingPeople } from '@/lib/mentions/people-links'
import { dateInWords, t } from '@/lib/platform/i18n'
import { readMarkdown } from '@/lib/platform/markdown'
import { cut } from '@/lib/reading/sentences'
import css from './text.module.css'

type Props = { notes: readonly NoteInText[]; text: string; code: string; known: KnownPeople }

/** The annotations of a paragraph, below it. Each leads to its thread on the page of its recommendation. */
export const TextNotes = ({ notes, text, code, known }: Props) => (
  <ul className={css.annotations} aria-label={t('document.annotations')}>
    {notes.map(({ annotation, key, answers }) => {
      const { id, author, body, createdAt, start, end, erasure, audience } = annotation
      return (
        <li key={id} id={annotationId(id)} data-screen={audience === 'organization' ? '' : undefined}>
          <b dir="auto">{author.name}</b>{' '}
          <small>{[dateInWords(createdAt.slice(0, 10)), t(`audience.${audience}`)].join(' · ')}</small>
          {start !== undefined && end !== undefined && (
            <Muted>{t('recommendation.annotations.about', { words: cut(text, { start, end }) })}</Muted>
          )}
          {erasure ? (
            <Muted>{erasureInWords(erasure)}</Muted>
          ) : (
            <Written>{namingPeople(known, readMarkdown(body))}</Written>
          )}
          <small data-screen="">
            <a href={annotationAddress(key, id)}>
              {t('document.thread', { count: answers, key: shortKey(key, code) })}
            </a>
          </small>
        </li>
      )
    })}
  </ul>
)
