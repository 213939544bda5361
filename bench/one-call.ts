// What a step of one call costs, beside the same step written by hand, with Datadog's own client, and with curl.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { accountOf, patternOf } from './mappings.ts'
import type { Command } from './process.ts'
import { interleaved, type Medians } from './rounds.ts'
import type { LoopbackServer } from './server-process.ts'
import { makeStep, type Step } from './step.ts'

/** How a step can be made; `bare` is what the others are compared with. */
export const RIVALS = {
  action: 'this action',
  bare: 'a bare script with built-in fetch',
  client: 'a script with @datadog/datadog-api-client',
  curl: 'curl, without outputs',
} as const

/** The name of a way to make a step. */
export type Rival = keyof typeof RIVALS

/** What a step of each operation takes, by how it is made. */
export type OneCall = Readonly<Record<string, Readonly<Partial<Record<Rival, Medians>>>>>

/** The live mappings of the account that is worked in. */
export const LIVE = 10

const ONE = { 'arn-pattern': patternOf(3), 'account-identifier': accountOf(3) }
const OPERATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  create: { operation: 'create', ...ONE },
  list: { operation: 'list' },
  'unchanged ensure': { operation: 'ensure', ...ONE },
}

/** Whether curl is here to be measured. */
export function hasCurl(): boolean {
  return spawnSync('curl', ['--version'], { stdio: 'ignore' }).status === 0
}

/** What to measure of it; every operation and rival unless some are named. */
export interface OneCallOptions {
  readonly rounds: number
  readonly operations?: readonly string[]
  readonly rivals?: readonly Rival[]
}

/** Measures operations made by rivals. */
export async function measureOneCall(server: LoopbackServer, options: OneCallOptions): Promise<OneCall> {
  const { rounds, operations = Object.keys(OPERATIONS), rivals } = options
  const results: Record<string, Partial<Record<Rival, Medians>>> = {}
  for (const name of operations) {
    const inputs = OPERATIONS[name]
    if (inputs === undefined) throw new Error(`${name} is not an operation of the benchmark`)
    const step = makeStep(server.url(LIVE), inputs)
    try {
      const expected = new Map<string, string>()
      const commands = Object.entries(commandsOf(step)).filter(([rival]) => rivals?.includes(rival as Rival) ?? true)
      results[name] = await interleaved(Object.fromEntries(commands), rounds, (rival) => {
        if (rival !== 'curl') compareOutputs(rival, step.takeOutputs(), expected)
      })
    } finally {
      step.remove()
    }
  }
  return results
}

function commandsOf(step: Step): Readonly<Partial<Record<Rival, Command>>> {
  const rival = (name: string) => step.script(path.join(import.meta.dirname, 'rivals', name))
  const commands = { action: step.action, bare: rival('bare.cjs'), client: rival('official-client.cjs') }
  return hasCurl() ? { ...commands, curl: curl(step) } : commands
}

function curl(step: Step): Command {
  const { env } = step
  const body = {
    data: {
      type: 'aws_cloud_auth_config',
      attributes: { account_identifier: env['INPUT_ACCOUNT-IDENTIFIER'], arn_pattern: env['INPUT_ARN-PATTERN'] },
    },
  }
  const headers = {
    'content-type': 'application/json',
    'dd-api-key': env['INPUT_API-KEY'],
    'dd-application-key': env['INPUT_APP-KEY'],
  }
  const args = [
    '--silent',
    '--fail',
    `${env['INPUT_API-URL']}/api/v2/cloud_auth/aws/persona_mapping`,
    ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
    ...(env['INPUT_OPERATION'] === 'create' ? ['--data', JSON.stringify(body)] : []),
  ]
  return { ...step.action, command: 'curl', args }
}

// A script that writes less, or is wrong, would be compared with for nothing.
function compareOutputs(rival: string, outputs: Readonly<Record<string, string>>, expected: Map<string, string>): void {
  if (outputs['result'] === undefined) throw new Error(`${rival} wrote no result`)
  for (const [name, value] of Object.entries(outputs)) {
    const before = expected.get(name)
    if (before !== undefined && before !== value) throw new Error(`${rival} wrote ${name}=${value}, another ${before}`)
    expected.set(name, value)
  }
  if (Object.keys(outputs).length !== expected.size) throw new Error(`${rival} did not write every output`)
}
