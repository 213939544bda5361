import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/emulator.ts'
import { rendered } from '../support/rendered.ts'
import type { StepResult } from '../support/runner.ts'
import { MEASURE, type Measured, measured } from './measured.ts'
import { API_KEY, expectNoSecrets, expectSuccess, runHere, runOperation, startDatadog } from './step.ts'

/** A Datadog with so many mappings of a kind. */
function withMappings(
  count: number,
  kind: 'aws-persona' | 'github-persona' | 'authn' = 'aws-persona',
  account = (index: number) => `some-team-some-service-deployer-${index}@example.com`,
): Promise<Emulator> {
  const seeds = {
    'aws-persona': (index: number) => ({
      arn_pattern: `arn:aws:sts::123456789012:assumed-role/some-team-some-service-deployer-${index}/*`,
      account_identifier: account(index),
    }),
    'github-persona': (index: number) => ({
      claim_matchers: {
        sub: `^repo:some-org/some-repository-${index}:ref:refs/heads/main$`,
        repository_id: String(index),
      },
      account_identifier: `some-team-some-service-deployer-${index}@example.com`,
    }),
    authn: (index: number) => ({
      attribute_key: 'member-of',
      attribute_value: `group-${index}`,
      role_id: '94172444-be03-11e9-a77a-db1879185210',
    }),
  }
  return startDatadog({
    seed: { mappings: { [kind]: Array.from({ length: count }, (_, index) => seeds[kind](index)) } },
  })
}

async function list(
  ...[count, kind = 'aws-persona', account]: Parameters<typeof withMappings>
): Promise<Measured & { readonly step: StepResult }> {
  const datadog = await withMappings(count, kind, account)
  const step = await runOperation(datadog, { operation: 'list', kind }, { ...MEASURE, timeoutMs: 100_000 })
  await datadog.close()
  expectSuccess(step, 'listed')
  expect(step.outputs['count']).toBe(String(count))
  return { step, ...measured(step) }
}

// What a busy machine needs.
const PATIENCE = { timeout: 120_000 }

describe('ten thousand mappings', PATIENCE, () => {
  test.each(['aws-persona', 'github-persona', 'authn'] as const)(
    'of kind %s take less than a second of CPU and 200 MiB, and ten times a thousand',
    async (kind) => {
      const [none, thousand, many] = [await list(1, kind), await list(1_000, kind), await list(10_000, kind)]
      expect(many.cpuMs).toBeLessThan(1000)
      expect(many.peakMiB).toBeLessThan(200)
      expect(many.cpuMs - none.cpuMs).toBeLessThan(12 * (thousand.cpuMs - none.cpuMs) + 150)
      const { outputs, tempFiles } = many.step
      expect(outputs['mappings']).toBe('')
      const file = JSON.parse(tempFiles[outputs['mappings-file'] ?? ''] ?? '[]') as unknown[]
      expect(file).toHaveLength(10_000)
      expect(many.step.log.split('\n').length).toBeGreaterThan(10_000)
    },
  )

  test('have a summary below what GitHub takes, whose last line says what is left out', async () => {
    const step = await runHere(await withMappings(10_000), { operation: 'list' })
    expect(Buffer.byteLength(step.rawSummary)).toBeLessThan(1024 * 1024)
    const rows = step.rawSummary.split('\n').filter((line) => line.startsWith('| `arn:')).length
    expect(step.rawSummary.trim().split('\n').at(-1)).toBe(
      `${10_000 - rows} of 10000 rows are left out, because GitHub drops a longer summary. The outputs mappings and mappings-file have all of them.`,
    )
    expect(rendered(step.rawSummary).match(/<tr>/g)).toHaveLength(rows + 1)
  })
})

test('fifty thousand mappings take less than 400 MiB', PATIENCE, async () => {
  expect((await list(50_000)).peakMiB).toBeLessThan(400)
})

test(
  'twenty thousand mappings of which some hold the API key take less than 500 MiB, and show it nowhere',
  PATIENCE,
  async () => {
    const { step, peakMiB } = await list(20_000, 'aws-persona', (index) =>
      index % 1000 === 7 ? `${API_KEY}@example.com` : `deployer-${index}@example.com`,
    )
    expect(peakMiB).toBeLessThan(500)
    expectNoSecrets(step)
    const file = JSON.parse(step.tempFiles[step.outputs['mappings-file'] ?? ''] ?? '[]') as Record<string, string>[]
    const accounts = file.map((mapping) => mapping['account-identifier'])
    expect(accounts.filter((account) => account === '***@example.com')).toHaveLength(20)
    expect(accounts.filter((account) => /^deployer-\d+@example\.com$/.test(account ?? ''))).toHaveLength(19_980)
  },
)

test('a hundred mappings are an output and no file', async () => {
  const step = await runHere(await withMappings(100), { operation: 'list' })
  expect(JSON.parse(step.outputs['mappings'] ?? '')).toHaveLength(100)
  expect(step.tempFiles).toEqual({})
  expect(step.rawSummary).not.toContain('left out')
})
