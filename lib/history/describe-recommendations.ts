import { dateInWords, languageInWords, t } from '@/lib/platform/i18n'
import {
  type Bodies,
  type Describers,
  erasure,
  fieldsOf,
  list,
  named,
  pair,
  plain,
  type Scene,
  written,
} from './description'

type Addressed = { words: string; organizationId: string | null; groupId: string | null }

/** Returns the words of the text for an addressee, with the name of its organization or group if that differs. */
function addressed(scene: Scene, { words, organizationId, groupId }: Addressed) {
  const id = organizationId ?? groupId
  const party = id && named(scene, id)
  return party && party !== words ? `${words} (${party})` : words
}

type Details = Bodies['recommendation.edited']['after']

/** Returns the addressees in words, or that the text addresses nobody. */
const addressedIn = (scene: Scene, { addressees = [], namesNobody = false }: Details) =>
  namesNobody ? t('history.namesNobody') : list(addressees.map((one) => addressed(scene, one)))

/** Describes `namesNobody` as a change of the addressees. */
function withAddressees({ namesNobody, ...details }: Details): Details {
  return namesNobody === undefined ? details : { addressees: [], ...details }
}

type DocumentDetails = Bodies['document.edited']['after']

function detailsChanged(before: DocumentDetails, after: DocumentDetails) {
  const shown = ({ date, language, ...rest }: DocumentDetails) => ({
    ...rest,
    date: date && dateInWords(date),
    language: language && languageInWords(language),
  })
  const [was, is] = [shown(before), shown(after)]
  const fields = ['title', 'symbol', 'body', 'date', 'place', 'language'] as const
  return fields
    .filter((field) => field in after)
    .map((field) => pair(field, was[field] || t('history.none'), is[field] || t('history.none')))
}

export const describeRecommendations: Describers<'document' | 'recommendation'> = {
  'document.added': ({ after }, { actor }) => ({
    sentence: t('history.event.document.added', { actor, name: after.title }),
    pairs: [
      pair('code', undefined, after.code),
      pair('paragraphs', undefined, String(after.paragraphs)),
      pair('recommendations', undefined, String(after.recommendations)),
    ],
  }),
  'document.edited': ({ before, after }, { actor, name }) => ({
    sentence: t('history.event.document.edited', { actor, name, what: fieldsOf(after) }),
    pairs: detailsChanged(before, after),
  }),
  'document.edition_published': ({ after }, { actor, name }) => ({
    sentence: t('history.event.document.edition_published', { actor, name, number: after.number }),
    pairs: [
      pair('paragraphs', undefined, String(after.paragraphs)),
      pair('recommendations', undefined, String(after.recommendations)),
      pair('placesOfEdition', undefined, t('history.places', after)),
    ],
  }),
  'document.edition_withdrawn': ({ before }, { actor, name }) => ({
    sentence: t('history.event.document.edition_withdrawn', { actor, name, number: before.number }),
    pairs: [],
  }),
  'document.archived': plain('document.archived'),
  'document.restored': plain('document.restored'),

  'recommendation.added': ({ after }, { actor }) => ({
    sentence: t('history.event.recommendation.added', { actor, name: after.title }),
    pairs: [pair('kind', undefined, t(`kind.${after.kind}`))],
  }),
  'recommendation.removed': ({ before }, { actor }) => ({
    sentence: t('history.event.recommendation.removed', { actor, name: before.title }),
    pairs: [pair('key', before.key)],
  }),
  'recommendation.edited': ({ before, after }, scene) => ({
    sentence: t('history.event.recommendation.edited', { actor: scene.actor, what: fieldsOf(withAddressees(after)) }),
    pairs: [
      ...(after.title !== undefined ? [pair('title', before.title, after.title)] : []),
      ...(before.kind && after.kind ? [pair('kind', t(`kind.${before.kind}`), t(`kind.${after.kind}`))] : []),
      ...(before.themes && after.themes ? [pair('themes', list(before.themes), list(after.themes))] : []),
      ...(withAddressees(after).addressees
        ? [pair('addressees', addressedIn(scene, before), addressedIn(scene, after))]
        : []),
    ],
  }),
  'recommendation.linked': ({ after: { relation, key } }, { actor }) => ({
    sentence: t('history.event.recommendation.linked', { actor, relation, key }),
    pairs: [],
  }),
  'recommendation.unlinked': ({ before: { relation, key } }, { actor }) => ({
    sentence: t('history.event.recommendation.unlinked', { actor, relation, key }),
    pairs: [],
  }),
  'recommendation.placed': ({ after: { edition, place } }, { actor }) => ({
    sentence: t('history.event.recommendation.placed', { actor, edition, state: place.state }),
    pairs: [],
  }),
  'recommendation.erased': erasure('recommendation.erased'),
  'recommendation.closed': ({ after }, scene) => {
    const closure = t(`closure.${after.closure}`)
    return {
      sentence: t('history.event.recommendation.closed', { actor: scene.actor, closure }),
      text: written(scene, after.reason),
      pairs: [pair('status', t('history.open'), closure)],
    }
  },
  'recommendation.reopened': ({ before, after }, scene) => ({
    sentence: t('history.event.recommendation.reopened', { actor: scene.actor }),
    text: written(scene, after.reason),
    pairs: [pair('status', t(`closure.${before.closure}`), t('history.open'))],
  }),
}
