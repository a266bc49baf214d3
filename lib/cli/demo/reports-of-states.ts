import type { Progress } from '@/prisma/generated/enums'

/** What Member States wrote by mail: the States that have finished, and those that have begun. */
export const stateReports: Record<'done' | 'begun', { progress: Progress; texts: string[] }> = {
  done: {
    progress: 'implemented',
    texts: [
      'By note verbale: two drafting courses were given and the laboratory was equipped.',
      'By letter: twelve trained experts were made available to the region.',
      'By note verbale: legislation adopted with the assistance received.',
    ],
  },
  begun: {
    progress: 'in_progress',
    texts: [
      'By note verbale: a needs assessment is under way.',
      'By letter: experts have been named; training begins next quarter.',
      'By e-mail of the permanent mission: funds are in the draft budget.',
      'By note verbale: a request for legislative drafting assistance was sent.',
    ],
  },
}
