import { z } from 'zod'
import { nameText } from '@/lib/platform/text'

/** The name of an organization or a group, as their commands accept it. */
export const Name = nameText('organization_missing')
export const Slug = z
  .string('slug_unreadable')
  .max(80, 'text_too_long')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug_unreadable')
/**
 * The slug of an organization or group that should exist. A value that cannot be a slug is the slug of nothing, so it
 * is not found.
 */
export const KnownSlug = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .catch('')

export const Names = z.array(Name).min(1, 'names_missing').max(1000, 'list_too_long')
/** The slug or the name of an organization that should exist. */
export const SlugOrName = nameText('organization_missing', 300)
export const Slugs = z.array(nameText('members_missing')).min(1, 'members_missing').max(1000, 'list_too_long')
