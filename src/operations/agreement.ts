import { Failure } from '../failure.ts'
import { disagreements } from '../mappings/expected.ts'
import type { FileMapping } from '../mappings/file/mappings-file.ts'
import type { Change, Wanted } from '../mappings/plan/plan.ts'
import { type Desired, filesText } from './request.ts'

const MOST_TOLD = 20

/**
 * Makes sure that what entries of the file say of their accounts, roles and teams is what Datadog says, as far as that is known from
 * the live mappings that they stand for.
 * @throws Failure `invalid-input` that names all that differ.
 */
export function requireAgreement({ paths, mappings }: Desired, changes: readonly Change[]): void {
  if (!mappings.some(({ expected }) => expected !== undefined)) return
  const entries = new Map<Wanted, FileMapping>(mappings.map((mapping) => [mapping, mapping]))
  const mistakes = changes.flatMap((change) => {
    if (change.action !== 'unchanged') return []
    const { expected, place } = entries.get(change.wanted) ?? {}
    return expected === undefined ? [] : disagreements(expected, change.live).map((text) => `${place}: ${text}`)
  })
  if (mistakes.length === 0) return
  const more = mistakes.length > MOST_TOLD ? [`and ${mistakes.length - MOST_TOLD} more like these.`] : []
  const list = [...mistakes.slice(0, MOST_TOLD), ...more].join('\n')
  throw new Failure(
    'invalid-input',
    `${filesText(paths)} ${paths.length === 1 ? 'does' : 'do'} not agree with Datadog.\n${list}`,
    { advice: '' },
  )
}
