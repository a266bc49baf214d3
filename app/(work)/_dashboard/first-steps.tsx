import { LinkButton } from '@/app/_ui/button'
import { Step, Steps } from '@/app/_ui/steps'
import { firstSteps, type Unassigned } from '@/lib/overview/day-one'
import { listInWords, words } from '@/lib/platform/i18n'
import { placeInWords } from '@/lib/recommendations/citation'
import { shortKey } from '@/lib/recommendations/key'
import { inWords, sentence } from '../numbers'
import { addressOf } from '../recommendations/[key]/address'

/** Where one could begin: with those whom the text names, with the group that it speaks to, with what names nobody. */
export function FirstSteps({ all }: { all: Unassigned[] }) {
  const { named, group, nameless } = firstSteps(all)
  const [first] = nameless
  return (
    <Steps>
      {named && (
        <Step
          action={
            <LinkButton variant="main" href={assigning(named.recommendation)}>
              {words('dayOne.assignNamed', { count: named.organizations.length })}
            </LinkButton>
          }
        >
          {words('dayOne.named', {
            place: placeInWords(named.recommendation.key, named.recommendation.code, named.recommendation.paragraph),
            names: listInWords(named.organizations),
          })}
        </Step>
      )}
      {group && (
        <Step
          action={
            <LinkButton href={`/groups/${group.slug}`}>
              {words('dayOne.chooseMembers', { name: group.name })}
            </LinkButton>
          }
        >
          {sentence(words('dayOne.group', { ...counted(group.recommendations), name: group.name }))}
        </Step>
      )}
      {first && (
        <Step
          action={
            <LinkButton href={assigning(first)}>{words('dayOne.startWith', { short: shortOf(first) })}</LinkButton>
          }
        >
          {sentence(words('dayOne.nameless', counted(nameless)))}
        </Step>
      )}
    </Steps>
  )
}

const assigning = ({ key }: Unassigned) => addressOf(key, { assign: 'open' }, 'assignments')

const shortOf = ({ key, code }: Unassigned) => shortKey(key, code)

const counted = (recommendations: Unassigned[]) => ({
  number: inWords(recommendations.length),
  count: recommendations.length,
  which: listInWords(recommendations.map(shortOf)),
})
