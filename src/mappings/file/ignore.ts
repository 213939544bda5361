import type { KindName, LiveMapping } from '../mapping.ts'
import { isInScope, type KindScope } from './scope.ts'

/** Which live mappings others manage: they are neither deleted nor reported. */
export interface Ignore {
  readonly mappingIds: readonly string[]
  /** By kind, in the fields of a scope; `all` ignores every mapping of the kind. */
  readonly kinds: Readonly<Partial<Record<KindName, KindScope | 'all'>>>
}

/** Whether a mapping is ignored; one that is only wanted has no id yet. */
export function isIgnored(
  ignore: Ignore | undefined,
  mapping: Omit<LiveMapping, 'id'> & { readonly id?: string },
): boolean {
  if (ignore === undefined) return false
  const { kind, id } = mapping
  const rule = ignore.kinds[kind]
  return (
    rule === 'all' ||
    ignore.mappingIds.some((ignored) => ignored.toLowerCase() === id?.toLowerCase()) ||
    (rule !== undefined && isInScope({ [kind]: rule }, { ...mapping, id: id ?? '' }))
  )
}
