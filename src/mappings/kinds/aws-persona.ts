import { accountOf, type Kind } from './kind.ts'

/** An AWS principal that acts as a Datadog account. */
export const awsPersona: Kind = {
  name: 'aws-persona',
  title: 'AWS persona mapping',
  identity: ['arnPattern'],
  persona: true,
  duplicates: false,
  settingsPage: 'workload-identity-federation',
  principal: (mapping) => mapping.arnPattern ?? 'no ARN pattern',
  target: accountOf,
}
