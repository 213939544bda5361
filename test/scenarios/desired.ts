import { setTimeout as sleep } from 'node:timers/promises'
import { parse } from 'yaml'
import type { Emulator } from '../emulator/emulator.ts'
import type { StepOptions, StepResult } from '../support/runner.ts'
import { role, uuid } from '../support/sample-ids.ts'
import { API_KEY, APP_KEY, HERE, runOperation } from './step.ts'

export { role, uuid }

/** A mapping as a mappings file has it. */
export type Entry = Readonly<Record<string, unknown>>

/** An AWS persona mapping as a mappings file has it. */
export const persona = (name: string, account = 'deployer@example.com'): Entry => ({
  kind: 'aws-persona',
  'arn-pattern': role(name),
  'account-identifier': account,
})

/** An AWS intake mapping as a mappings file has it. */
export const intake = (name: string): Entry => ({ kind: 'aws-intake', 'arn-pattern': role(name) })

/** An AuthN mapping as a mappings file has it. */
export const group = (value: string, roleId: string): Entry => ({
  kind: 'authn',
  'attribute-key': 'member-of',
  'attribute-value': value,
  'role-id': roleId,
})

/** A scope that covers every mapping of the tests. */
export const SCOPE = {
  'aws-persona': { accounts: ['123456789012'] },
  'aws-intake': { accounts: ['123456789012'] },
  authn: { 'attribute-keys': ['member-of'] },
}

/** The default mappings file, to lay into a workspace. */
export const fileOf = (mappings: readonly Entry[], scope?: object, rules: object = {}) => ({
  '.github/datadog-mappings.yml': JSON.stringify({ version: 1, ...(scope && { scope }), ...rules, mappings }),
})

/** Runs `plan` or `apply` with a file of some mappings, with a scope, and with other blocks as `rules`. */
export function runFile(
  datadog: { readonly url: string },
  inputs: Readonly<Record<string, string>>,
  mappings: readonly Entry[],
  { scope, rules, ...options }: { readonly scope?: object; readonly rules?: object } & Omit<StepOptions, 'inputs'> = {},
): Promise<StepResult> {
  const workspaceFiles = { ...fileOf(mappings, scope, rules), ...options.workspaceFiles }
  return runOperation(datadog, inputs, { ...options, workspaceFiles })
}

/** The same with the sources in this process: see `runHere`. */
export const runFileHere: typeof runFile = (datadog, inputs, mappings, options = {}) =>
  runFile(datadog, inputs, mappings, { ...HERE, ...options })

/** A live AWS persona mapping, to seed. */
export const live = (id: number, name: string, account = 'deployer@example.com') => ({
  id: uuid(id),
  arn_pattern: role(name),
  account_identifier: account,
})

/** Creates an AWS persona mapping at once, as another run would; gives the status. */
export async function createDirectly(
  { url }: Emulator,
  attributes: { readonly arn_pattern: string; readonly account_identifier: string },
): Promise<number> {
  const { status } = await fetch(`${url}/api/v2/cloud_auth/aws/persona_mapping`, {
    method: 'POST',
    headers: { 'dd-api-key': API_KEY, 'dd-application-key': APP_KEY, 'content-type': 'application/json' },
    body: JSON.stringify({ data: { type: 'aws_cloud_auth_config', attributes } }),
  })
  return status
}

/** Is fulfilled when a request of a method has arrived. */
export async function arrived(datadog: Emulator, method: string): Promise<void> {
  while (!datadog.requests().some((request) => request.method === method)) await sleep(10)
}

/** Everything that arrived and could change something, in a line each without the id: `POST aws/persona_mapping 201`. */
export function writes(emulator: Emulator): string[] {
  return emulator
    .requests()
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, status }) => {
      const [, resource] = /\/api\/v2\/(?:cloud_auth\/|wif\/)?([a-z_]+(?:\/[a-z]+_mapping)?)/.exec(path) ?? []
      return `${method} ${resource} ${status ?? '-'}`
    })
}

/** The attributes of what is live of a kind. */
export function attributes(emulator: Emulator, kind: keyof ReturnType<Emulator['state']>['mappings']) {
  return emulator.state().mappings[kind].map((mapping) => mapping['attributes'])
}

/** The account identifiers of the live AWS persona mappings. */
export const accounts = (datadog: Emulator) =>
  attributes(datadog, 'aws-persona').map((given) => (given as { account_identifier: string }).account_identifier)

/** The inputs that a step printed to make a mapping again. */
export function printedInputs(text: string): Record<string, string> {
  const [, indent = ''] = /^( *)operation: ensure$/m.exec(text) ?? []
  const lines = text.split('\n').map((line) => (line.startsWith(indent) ? line.slice(indent.length) : ''))
  const start = lines.indexOf('operation: ensure')
  const end = lines.findIndex((line, index) => index > start && !/^([a-z-]+:| {2}\S)/.test(line))
  return parse(lines.slice(start, end === -1 ? undefined : end).join('\n'), { schema: 'failsafe' })
}
