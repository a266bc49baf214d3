import { groupAddress } from '@/app/_addresses/group'
import { recommendationAddress } from '@/app/_addresses/recommendation'
import { LinkButton } from '@/app/_ui/button'
import { Step, Steps } from '@/app/_ui/steps'
import { numberInWords, sentence } from '@/app/(work)/_components/number-words'
import { naming } from '@/app/(work)/_components/recommendation-reference'
import { placeInWords } from '@/lib/domain/citation'
import { firstSteps, type Unassigned } from '@/lib/overview/getting-started'
import { listInWords, t } from '@/lib/platform/i18n'
import type { ReferenceFor } from '@/lib/register/reference'

/**
 * Suggests where to begin: with the parties that the text names, with the group to which it speaks, or with
 * recommendations that name nobody.
 */
export async function FirstSteps({ all, total }: { all: Unassigned[]; total: number }) {
  const { named, group, nameless } = firstSteps(all)
  const [first] = nameless
  const nameOf = await naming()
  if (!named && !group && !first) return null
  // Only the beginning of a long text is known here. The text then says "some" in place of a number.
  const whole = total <= all.length
  return (
    <Steps>
      {named && (
        <Step
          action={
            <LinkButton variant="main" href={assigning(named.recommendation, 'named')}>
              {t('gettingStarted.assignNamed', { count: named.organizations.length })}
            </LinkButton>
          }
        >
          {t('gettingStarted.named', {
            place: placeInWords(named.recommendation.key, named.recommendation.code, named.recommendation.paragraph),
            names: listInWords(named.organizations),
          })}
        </Step>
      )}
      {group && (
        <Step
          action={
            <LinkButton href={groupAddress(group.slug)}>
              {t('gettingStarted.chooseMembers', { name: group.name })}
            </LinkButton>
          }
        >
          {sentence(
            t(whole ? 'gettingStarted.group' : 'gettingStarted.groupSome', {
              ...counted(group.recommendations, whole, nameOf),
              name: group.name,
            }),
          )}
        </Step>
      )}
      {first && (
        <Step
          action={
            <LinkButton href={assigning(first)}>{t('gettingStarted.startWith', { short: nameOf(first) })}</LinkButton>
          }
        >
          {sentence(
            t(whole ? 'gettingStarted.nameless' : 'gettingStarted.namelessSome', counted(nameless, whole, nameOf)),
          )}
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
  const which = listInWords(whole && count > few ? [...shown, t('gettingStarted.more', { count: count - few })] : shown)
  return { number: numberInWords(count), count, which }
}
