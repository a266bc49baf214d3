import { type Actor, keepsTheRecord } from '@/lib/domain/actor'

/*
 * Everyone signed in may read a report, because it contains only what everyone signed in may read: its content is read
 * as by a viewer who belongs to no organization, whoever generates it.
 */

/** Returns whether an actor may generate reports. */
export const mayGenerate = (actor: Actor) => keepsTheRecord(actor)

/** Returns the reader with whose eyes the content of a report is read. */
export const readerOf = ({ id }: { id: string }): Actor => ({ id, role: 'viewer', organizationIds: [] })
