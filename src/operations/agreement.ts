import { Failure } from '../failure.ts'
import { disagreements, type Expected } from '../mappings/expected.ts'
import type { FileMapping } from '../mappings/file/mappings-file.ts'
import { type Change, type Wanted, wantedOf } from '../mappings/plan/plan.ts'
import type { Powers } from './granted-power.ts'
import { type Desired, filesText } from './request.ts'

const MOST_TOLD = 20

/**
 * Makes sure that what entries of the file say of their accounts, roles and teams is what Datadog says, as far as that is known from
 * the live mappings that they stand for, or from what was looked up of what they create and change.
 * @throws Failure `invalid-input` that names all that differ.
 */
export function requireAgreement(
  { paths, mappings }: Desired,
  changes: readonly Change[],
  powers: Powers = new Map(),
): void {
  if (!mappings.some(({ expected }) => expected !== undefined)) return
  const entries = new Map<Wanted, FileMapping>(mappings.map((mapping) => [mapping, mapping]))
  const mistakes = changes.flatMap((change) => {
    return wantedOf(change).flatMap((wanted) => {
      const { expected, place } = entries.get(wanted) ?? {}
      if (expected === undefined) return []
      const found = change.action === 'unchanged' ? change.live : foundOf(wanted, powers)
      return disagreements(expected, found).map((text) => `${place}: ${text}`)
    })
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

function foundOf({ attributes: { accountIdentifier = '', roleId = '' } }: Wanted, powers: Powers): Expected {
  const [account, role] = [powers.get(accountIdentifier), powers.get(roleId)]
  return {
    ...(account !== undefined && 'uuid' in account && { accountUuid: account.uuid }),
    ...(role !== undefined && 'name' in role && role.name !== undefined && { roleName: role.name }),
  }
}
