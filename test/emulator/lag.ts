import type { Settings, Store } from './store.ts'

/** What the lag switch needs to know of a mapping. */
export interface Visibility {
  seeded: boolean
  /** Milliseconds since 1970. */
  since: number
  reads: number
  lists: number
}

/** The visibility of a mapping that is made now. */
export const visibleSince = (since: number, seeded: boolean): Visibility => ({ seeded, since, reads: 0, lists: 0 })

/** Whether this read by id sees the mapping; it counts as one read. */
export function isReadable({ switches: { lag } }: Store, settings: Settings, visibility: Visibility): boolean {
  if (visibility.seeded) return true
  if (settings.now() - visibility.since < (lag.ms ?? 0)) return false
  visibility.reads += 1
  const afterMisses = visibility.reads - (lag.reads ?? 0)
  return afterMisses === 1 || afterMisses > 1 + (lag.flicker ?? 0)
}

/** Whether this list shows the mapping; it counts as one list. */
export function isListed({ switches: { lag } }: Store, settings: Settings, visibility: Visibility): boolean {
  if (visibility.seeded || !lag.list) return true
  visibility.lists += 1
  return visibility.lists > (lag.reads ?? 0) && settings.now() - visibility.since >= (lag.ms ?? 0)
}
