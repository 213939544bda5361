import { nearest } from '../nearest.ts'

/** The claims of a GitHub Actions token that Datadog can match on; a closed set, `sub` is required: https://docs.datadoghq.com/api/latest/cloud-authentication/ */
export const CLAIM_NAMES = [
  'sub',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'repository_visibility',
  'ref',
  'ref_type',
  'environment',
  'event_name',
  'workflow',
  'workflow_ref',
  'job_workflow_ref',
  'actor',
  'actor_id',
  'runner_environment',
  'enterprise',
  'enterprise_id',
] as const

/** The name of a claim that Datadog can match on. */
export type ClaimName = (typeof CLAIM_NAMES)[number]

/** Claims that GitHub's tokens have, or have had, and that Datadog cannot match on, with what to use in their place. */
const OTHER_CLAIMS: ReadonlyMap<string, string> = new Map([
  ['aud', 'it is checked by Datadog itself'],
  ['iss', 'it is checked by Datadog itself'],
  ['exp', 'it is checked by Datadog itself'],
  ['iat', 'it is checked by Datadog itself'],
  ['nbf', 'it is checked by Datadog itself'],
  ['jti', 'it differs in every token'],
  ['run_id', 'it differs in every run; use workflow_ref'],
  ['run_number', 'it differs in every run; use workflow_ref'],
  ['run_attempt', 'it differs in every run; use workflow_ref'],
  ['check_run_id', 'it differs in every run; use workflow_ref'],
  ['sha', 'use ref'],
  ['workflow_sha', 'use workflow_ref'],
  ['job_workflow_sha', 'use job_workflow_ref'],
  ['head_ref', 'use event_name and ref'],
  ['base_ref', 'use event_name and ref'],
  ['ref_protected', 'use environment, with protection rules'],
  ['issuer_scope', 'use enterprise'],
  ['environment_node_id', 'use environment'],
])

/** Whether Datadog can match on the claim. */
export const isClaimName = (name: string): name is ClaimName => CLAIM_NAMES.some((known) => known === name)

/** One sentence on a claim name that Datadog does not know, with the one that was probably meant. */
export function unknownClaim(name: string): string {
  const instead = name.startsWith('repository_property_') ? 'use repository or environment' : OTHER_CLAIMS.get(name)
  if (instead !== undefined) return `Datadog cannot match on the claim "${name}": ${instead}.`
  const meant = nearest(name, CLAIM_NAMES)
  const advice = meant === undefined ? `the names are ${CLAIM_NAMES.join(', ')}.` : `did you mean "${meant}"?`
  return `"${name}" is not a claim that Datadog can match on; ${advice}`
}
