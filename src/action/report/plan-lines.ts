import { fieldOf } from '../../mappings/attributes.ts'
import type { LiveMapping } from '../../mappings/mapping.ts'
import { toJson } from '../../mappings/mapping-json.ts'
import { accountName, dangersInWords, isAdmin, permissionCount, powerParts } from '../../mappings/power.ts'
import { escapeOf, visible } from '../../mappings/visible.ts'
import type { Planned, Power } from '../../operations/outcome.ts'

/**
 * A mapping, or what is to be written to it, as lines `field: value`, one for each attribute and `claims.NAME: /matcher/` for each
 * matcher, whole however long. A program reads an attribute back exactly: the field ends at the first colon, the value begins after
 * the space behind it (an empty one has none), and each `\uXXXX` and `\u{X…}` stands for its character.
 */
export function mappingLines(mapping: Partial<LiveMapping>): string[] {
  const json = toJson(mapping)
  const lines: string[] = []
  for (const field of Object.keys(json)) {
    const value = json[field] ?? ''
    if (typeof value === 'string') lines.push(lineOf(field, value))
    else for (const name of Object.keys(value)) lines.push(lineOf(`${field}.${fieldName(name)}`, value[name] ?? ''))
  }
  return lines
}

function lineOf(field: string, value: string): string {
  return value === '' ? `${field}:` : `${field}: ${visible(value)}`
}

// A live mapping may carry any name.
function fieldName(name: string): string {
  return visible(name).replace(/[: ]/g, escapeOf)
}

/** Some words about an account or a role, and whether a reviewer should stop at them. */
export interface Part {
  readonly text: string
  readonly isDangerous: boolean
}

/** One attribute or one matcher: before (`-`), after (`+`), or the same before and after. */
export interface SignedLine {
  readonly sign: '+' | '-' | ' '
  /** As `mappingLines` writes it. */
  readonly text: string
  /** What the account or the role of the line may do; none when that was not asked for. */
  readonly power: readonly Part[]
}

type Shown = Partial<LiveMapping>

/** What goes and what comes: line by line when one mapping takes the place of one; otherwise all that goes, then all that comes. */
export function diff(before: readonly Shown[], after: readonly Shown[], { power }: Planned): SignedLine[] {
  const [old, ...moreOld] = before
  const [fresh, ...moreFresh] = after
  if (old === undefined || fresh === undefined || moreOld.length + moreFresh.length > 0) {
    const sign = before.length > 0 && after.length > 0
    return [
      ...before.flatMap((mapping) => signedLines(mapping, sign ? '-' : ' ', power)),
      ...after.flatMap((mapping) => signedLines(mapping, sign ? '+' : ' ', power)),
    ]
  }
  const oldLines = signedLines(old, '-', power)
  const freshLines = signedLines(fresh, '+', power)
  const fields = [...new Set([...oldLines, ...freshLines].map(fieldIn))]
  return fields.flatMap((field): SignedLine[] => {
    const was = oldLines.find((line) => fieldIn(line) === field)
    const is = freshLines.find((line) => fieldIn(line) === field)
    if (was !== undefined && was.text === is?.text) return [{ ...was, sign: ' ' }]
    return [was, is].filter((line) => line !== undefined)
  })
}

/** All lines of one mapping, without ids and times. */
export function signedLines(mapping: Shown, sign: SignedLine['sign'], power: Planned['power']): SignedLine[] {
  return shownLines(mapping).map((text) => ({ sign, text, power: powerAt(text, mapping, power) }))
}

function fieldIn({ text }: { readonly text: string }): string {
  return text.slice(0, text.indexOf(':'))
}

// Ids and times stand last; a UUID does too, unless nothing else says which account it is.
function shownLines({ kind: _, id: _id, createdAt: _created, modifiedAt: _modified, accountUuid, ...rest }: Shown) {
  const isOnlyName = rest.accountIdentifier === undefined && accountUuid !== undefined
  return mappingLines({ ...rest, ...(isOnlyName && { accountUuid }) })
}

/** What of a mapping only a program needs: ids and times. */
export function idLines({ id, accountIdentifier, accountUuid, createdAt }: LiveMapping): string[] {
  const ids: Shown = {
    id,
    ...(accountIdentifier !== undefined && accountUuid !== undefined && { accountUuid }),
    ...(createdAt !== undefined && { createdAt }),
  }
  return mappingLines(ids)
}

const POWERFUL = (['accountIdentifier', 'accountUuid', 'roleId'] as const).map((name) => ({
  name,
  field: fieldOf(name),
}))

function powerAt(text: string, mapping: Shown, power: Planned['power']): Part[] {
  const field = POWERFUL.find((one) => one.field === fieldIn({ text }))
  if (field === undefined || power === undefined) return []
  const keys = field.name === 'roleId' ? [mapping.roleId] : [mapping.accountUuid, mapping.accountIdentifier]
  const found = keys.flatMap((key) => (key === undefined ? [] : (power.get(key) ?? [])))[0]
  if (found === undefined) return []
  // A reviewer cannot see from a UUID who it is.
  const isNameless = 'uuid' in found && text.toLowerCase().endsWith(`: ${found.uuid.toLowerCase()}`)
  const name = isNameless ? accountName(found) : undefined
  const isKnown = name !== undefined && 'uuid' in found && name !== found.uuid
  return [...(isKnown ? [{ text: name, isDangerous: false }] : []), ...partsOf(found)]
}

/** What an account or a role may do, in parts. */
export function partsOf(power: Power): Part[] {
  if ('unknown' in power) return [{ text: `permissions unknown: ${power.unknown}`, isDangerous: false }]
  if ('roles' in power) return powerParts(power)
  const { name, permissions } = power
  const may = dangersInWords(power)
  return [
    { text: name, isDangerous: isAdmin(power) },
    {
      text: permissionCount(permissions),
      isDangerous: false,
    },
    ...(may === '' ? [] : [{ text: may, isDangerous: true }]),
  ]
}
