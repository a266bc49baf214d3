import type { Step } from './step'

const unodc = { key: '17.2', of: 'unodc', by: 'priya' } as const

/** The plan of one organization, and how it goes. */
export const plans: Step[] = [
  {
    ...{ ...unodc, ago: 230, at: '09:00', do: 'plan', startsIn: -228, dueIn: -190 },
    title: 'Ask all regional offices which laboratories lack equipment',
    responsible: 'Laboratory and Scientific Service',
  },
  {
    ...{ ...unodc, ago: 230, at: '09:04', do: 'plan', startsIn: -150, dueIn: -40 },
    title: 'Order equipment for digital evidence for three laboratories',
    responsible: 'Procurement Unit, with the Laboratory and Scientific Service',
  },
  {
    ...{ ...unodc, ago: 230, at: '09:07', do: 'plan', startsIn: -120, dueIn: -5 },
    title: 'Train 40 drafters of legislation in Lima',
    responsible: 'Regional Office for the Andean Countries',
  },
  {
    ...{ ...unodc, ago: 230, at: '09:10', do: 'plan', startsIn: 60, dueIn: 90 },
    title: 'Train 40 drafters of legislation in Nairobi',
    responsible: 'Regional Office for Eastern Africa',
  },
  {
    ...{ ...unodc, ago: 230, at: '09:12', do: 'plan' },
    title: 'Hold a regional meeting of the laboratories',
  },
  {
    ...{ ...unodc, ago: 192, at: '15:30', do: 'step', state: 'done' },
    title: 'Ask all regional offices which laboratories lack equipment',
  },
  {
    ...{ ...unodc, ago: 110, at: '10:15', do: 'step', state: 'under_way', dueIn: -3 },
    title: 'Order equipment for digital evidence for three laboratories',
  },
  {
    ...{ ...unodc, ago: 60, at: '10:20', do: 'step', state: 'dropped' },
    title: 'Hold a regional meeting of the laboratories',
  },
  {
    ...{ ...unodc, ago: 6, at: '17:00', do: 'step', state: 'done' },
    title: 'Train 40 drafters of legislation in Lima',
  },
]
