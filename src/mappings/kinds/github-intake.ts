import { claimsOf, type Kind } from './kind.ts'

/** A GitHub Actions job that may send telemetry. */
export const githubIntake: Kind = {
  name: 'github-intake',
  title: 'GitHub intake mapping',
  identity: ['claims'],
  persona: false,
  duplicates: false,
  settingsPage: 'workload-identity-federation',
  principal: claimsOf,
  target: () => 'telemetry intake',
}
