import type { Kind } from './kind.ts'

/** An AWS principal that may send telemetry. */
export const awsIntake: Kind = {
  name: 'aws-intake',
  title: 'AWS intake mapping',
  identity: ['arnPattern'],
  persona: false,
  duplicates: false,
  settingsPage: 'workload-identity-federation',
  principal: (mapping) => mapping.arnPattern ?? 'no ARN pattern',
  target: () => 'telemetry intake',
}
