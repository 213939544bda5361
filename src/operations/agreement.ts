import { Failure } from '../failure.ts'
import { disagreements } from '../mappings/expected.ts'
import type { Plan } from '../mappings/plan/plan.ts'
import type { Desired } from './request.ts'

const MOST_TOLD = 20

/**
 * Makes sure that what entries of the file say of their accounts, roles and teams is what Datadog says, as far as that is known from
 * the live mappings that they stand for; `plan` begins with a change for each entry, in the order of the file.
 * @throws Failure `invalid-input` that names all that differ.
 */
export function requireAgreement({ path, mappings }: Desired, { changes }: Plan): void {
  const mistakes = mappings.flatMap(({ expected }, index) => {
    const { action, live } = changes[index] ?? {}
    if (expected === undefined || live === undefined || action !== 'unchanged') return []
    return disagreements(expected, live).map((text) => `mappings[${index}]: ${text}`)
  })
  if (mistakes.length === 0) return
  const more = mistakes.length > MOST_TOLD ? [`and ${mistakes.length - MOST_TOLD} more like these.`] : []
  const list = [...mistakes.slice(0, MOST_TOLD), ...more].join('\n')
  throw new Failure('invalid-input', `${path} does not agree with Datadog.\n${list}`, { advice: '' })
}
