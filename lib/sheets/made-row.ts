import type { SheetMadeKind } from '@/prisma/generated/enums'

/** What a row has made, as it is stored. */
export type Made = { id: string; row: number; kind: SheetMadeKind; named?: string | null }
