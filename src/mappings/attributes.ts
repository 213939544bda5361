import type { Checked } from './checked.ts'
import { leftoverProblem } from './leftovers.ts'
import { isUuid } from './uuid.ts'

/** Checks a Datadog account as a person writes it: an email, a handle, or the UUID of a service account. */
export function checkAccountIdentifier(text: string): Checked<string> {
  if (text.length > 320)
    return { problem: `the value has ${text.length} characters; an email or handle has at most 320.` }
  const leftover = leftoverProblem(text)
  if (leftover !== undefined) return { problem: leftover }
  if (/[\s<>,;"\p{Cc}\p{Cf}]/u.test(text)) {
    return {
      problem: `"${text}" is not an email, a handle or a service account's UUID. Give it alone, as in deployer@example.com.`,
    }
  }
  return { value: text, warnings: [] }
}

/** Checks the key or the value of a SAML attribute. */
export function checkSamlText(text: string): Checked<string> {
  if (text.length > 4096) return { problem: `the value has ${text.length} characters; at most 4096 make sense here.` }
  const leftover = leftoverProblem(text)
  if (leftover !== undefined) return { problem: leftover }
  if (/[\p{Cc}\p{Cf}]/u.test(text))
    return { problem: 'has a line break or another invisible character inside, which no SAML attribute has.' }
  return { value: text, warnings: [] }
}

/** Checks the id of a role or a team, which is a UUID; the value is in lower case. */
export function checkUuid(text: string, whose: 'role' | 'team'): Checked<string> {
  if (isUuid(text)) return { value: text.toLowerCase(), warnings: [] }
  const given = text.length > 300 ? `the given text of ${text.length} characters` : `"${text}"`
  return {
    problem: `${given} is not a UUID. Give the id, not the name: Datadog shows it in the address of the ${whose}'s page.`,
  }
}
