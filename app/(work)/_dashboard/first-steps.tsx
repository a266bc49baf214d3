import { recommendationAddress } from '@/app/_addresses/recommendation'
import { LinkButton } from '@/app/_ui/button'
import { Step, Steps } from '@/app/_ui/steps'
import { naming } from '@/app/(work)/_components/named'
import { numberInWords, sentence } from '@/app/(work)/_components/number-words'
import { placeInWords } from '@/lib/domain/citation'
import { firstSteps, type Unassigned } from '@/lib/overview/getting-started'
import { listInWords, t } from '@/lib/platform/i18n'
import type { ReferenceFor } from '@/lib/register/reference'

/** Where one could begin: with those whom the text names, with the group that it speaks to, with what names nobody. */
export async function FirstSteps({ all, total }: { all: Unassigned[]; total: number }) {
  const { named, group, nameless } = firstSteps(all)
  const [first] = nameless
  const nameOf = await naming()
  if (!named && !group && !first) return null
  // Of a long text only the beginning is known here: "some", then, and not how many.
  const whole = total <= all.length
  return (
    <Steps>
      {named && (
        <Step
          action={
            <LinkButton variant="main" href={assigning(named.recommendation, 'named')}>
              {t('dayOne.assignNamed', { count: named.organizations.length })}
            </LinkButton>
          }
        >
          {t('dayOne.named', {
            place: placeInWords(named.recommendation.key, named.recommendation.code, named.recommendation.paragraph),
            names: listInWords(named.organizations),
          })}
        </Step>
      )}
      {group && (
        <Step
          action={
            <LinkButton href={`/groups/${group.slug}`}>{t('dayOne.chooseMembers', { name: group.name })}</LinkButton>
          }
        >
          {sentence(
            t(whole ? 'dayOne.group' : 'dayOne.groupSome', {
              ...counted(group.recommendations, whole, nameOf),
              name: group.name,
            }),
          )}
        </Step>
      )}
      {first && (
        <Step
          action={<LinkButton href={assigning(first)}>{t('dayOne.startWith', { short: nameOf(first) })}</LinkButton>}
        >
          {sentence(t(whole ? 'dayOne.nameless' : 'dayOne.namelessSome', counted(nameless, whole, nameOf)))}
        </Step>
      )}
    </Steps>
  )
}

const assigning = ({ key }: Unassigned, assign: 'open' | 'named' = 'open') =>
  recommendationAddress(key, { assign }, 'assignments')

const few = 6

function counted(recommendations: Unassigned[], whole: boolean, nameOf: ReferenceFor) {
  const count = recommendations.length
  const shown = recommendations.slice(0, few).map(nameOf)
  const which = listInWords(whole && count > few ? [...shown, t('dayOne.more', { count: count - few })] : shown)
  return { number: numberInWords(count), count, which }
}
