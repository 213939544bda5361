import { accountOf, claimsOf, type Kind } from './kind.ts'

/** A GitHub Actions job that acts as a Datadog account. */
export const githubPersona: Kind = {
  name: 'github-persona',
  title: 'GitHub persona mapping',
  identity: ['claims'],
  persona: true,
  duplicates: false,
  settingsPage: 'workload-identity-federation',
  principal: claimsOf,
  target: accountOf,
}
