import type { Step } from './step'

/** The positions that organizations state, and one question that is asked again. */
export const positions: Step[] = [
  {
    ago: 236,
    at: '09:15',
    by: 'leila',
    do: 'answer',
    key: '18.1',
    of: 'national-police',
    position: 'not_accepted',
    reason: 'The police cannot join an agreement that names service providers. The law forbids it.',
  },
  {
    ago: 234,
    at: '10:30',
    by: 'amina',
    do: 'ask-again',
    key: '18.1',
    of: 'national-police',
    reason: 'The draft does not name service providers any more.',
  },
  {
    ago: 233,
    at: '16:10',
    by: 'leila',
    do: 'answer',
    key: '18.1',
    of: 'national-police',
    position: 'partially_accepted',
    reason: 'The police staff the point of contact. The ministry signs the agreement.',
  },
  { ago: 232, at: '09:20', by: 'priya', do: 'answer', key: '17.2', of: 'unodc', position: 'accepted' },
  {
    ago: 38,
    at: '11:10',
    by: 'tomas',
    do: 'answer',
    key: '17.1',
    of: 'ministry-of-justice',
    position: 'not_accepted',
    reason: 'Training of investigators belongs to the police. The ministry has no budget for it.',
  },
]
