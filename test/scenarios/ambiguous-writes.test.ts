import { describe, expect, test } from 'vitest'
import { LOSSES, SAMPLES } from '../datadog/losses.ts'
import type { Emulator } from '../emulator/emulator.ts'
import { fakeClock } from '../support/fake-clock.ts'
import type { StepResult } from '../support/runner.ts'
import { inThisProcess } from '../support/step-here.ts'
import { arrived } from './desired.ts'
import { expectFailure, expectNoSecrets, expectSuccess, methods, PERSONA, runOperation, startDatadog } from './step.ts'

const ROLE = '94172444-be03-11e9-a77a-db1879185210'
const OTHER_ROLE = '2966bb6f-540c-4bff-89c7-2642ea43f7ae'
const AUTHN = {
  operation: 'create',
  kind: 'authn',
  'attribute-key': 'member-of',
  'attribute-value': 'Dev',
  'role-id': ROLE,
}

const KINDS = {
  'aws-persona': PERSONA,
  'github-persona': {
    operation: 'create',
    kind: 'github-persona',
    claims: 'repository: octo-org/octo-repo\nrepository_id: 1296269\nref: refs/heads/main',
    'account-identifier': 'deployer@example.com',
  },
  authn: AUTHN,
} as const

// Which answers are lost ones is decided for all kinds in one place, and test/datadog/lost-writes.test.ts tries every loss with every
// kind. Here all of them meet one kind, and one of each sort the others.
const SOME = LOSSES.filter(([name]) => SAMPLES.includes(name))

/** Runs a step in this process, whose waits between attempts take no time. */
const runHere = (datadog: Emulator, inputs: Readonly<Record<string, string>>) =>
  runOperation(datadog, inputs, { run: inThisProcess(fakeClock(Date.now())) })

/**
 * Asserts that the step created the mapping; when the answer was lost and an equal mapping was found, a plain create of a kind that
 * was not listed before says that it is not known who created it.
 */
function expectCreated(step: StepResult, kind: keyof typeof KINDS, wasFound: boolean): void {
  const isKnown = kind === 'authn' || !wasFound
  expectSuccess(step, isKnown ? 'created' : 'kept')
  expect(step.outputs['changed']).toBe(isKnown ? 'true' : 'unknown')
  expect(step.annotations.map(({ level }) => level)).toEqual(isKnown ? [] : ['warning'])
  if (!isKnown) expect(step.log).toContain('It is unknown whether this step created it or it existed before.')
}

function expectOne(datadog: Emulator, kind: keyof typeof KINDS, id: string | undefined): void {
  expect(datadog.state().mappings[kind].map((mapping) => mapping['id'])).toEqual([id])
}

describe.concurrent.each(Object.keys(KINDS) as (keyof typeof KINDS)[])('a create of kind %s', (kind) => {
  test.each(kind === 'aws-persona' ? LOSSES : SOME)(
    'makes one mapping although its answer is %s',
    async (name, rule) => {
      const datadog = await startDatadog()
      datadog.setFaults([{ method: 'POST', times: 1, ...rule }])
      const run = kind === 'aws-persona' && SAMPLES.includes(name) ? runOperation : runHere
      const step = await run(datadog, KINDS[kind])
      // A request that is sent again is answered.
      expectCreated(step, kind, methods(datadog).filter((method) => method === 'POST').length === 1)
      expectOne(datadog, kind, step.outputs['mapping-id'])
      expect(step.log).toContain('Checking whether Datadog applied it anyway.')
      // The request is sent again only after a look-up.
      expect(methods(datadog).join(' ')).not.toContain('POST POST')
      expectNoSecrets(step)
    },
  )

  test.each(['before', 'after'] as const)(
    'makes one mapping although Datadog falls silent %s it did it',
    async (when) => {
      const datadog = await startDatadog()
      datadog.setFaults([{ method: 'POST', times: 1, when, do: 'hang' }])
      const clock = fakeClock(Date.now())
      const running = runOperation(datadog, KINDS[kind], { run: inThisProcess(clock) })
      await arrived(datadog, 'POST')
      // Longer than one attempt may take, and shorter than the deadline of the step.
      clock.advance(100_000)
      const step = await running
      expectCreated(step, kind, when === 'after')
      expectOne(datadog, kind, step.outputs['mapping-id'])
    },
  )

  test('makes one mapping although answer after answer is lost and lists lag behind', async () => {
    const datadog = await startDatadog({ switches: { lag: { reads: 2, list: true } } })
    datadog.setFaults([{ method: 'POST', times: 2, when: 'after', do: 'reset' }])
    const step = await runHere(datadog, KINDS[kind])
    expectCreated(step, kind, true)
    expectOne(datadog, kind, step.outputs['mapping-id'])
  })

  test('makes one mapping although the look-up is disturbed too', async () => {
    const datadog = await startDatadog()
    datadog.setFaults([
      { method: 'POST', times: 1, when: 'after', do: 'reset' },
      { method: 'GET', skip: kind === 'authn' ? 1 : 0, times: 2, do: { status: 503 } },
    ])
    const step = await runHere(datadog, KINDS[kind])
    expectCreated(step, kind, true)
    expectOne(datadog, kind, step.outputs['mapping-id'])
  })

  test('without retries is looked up once and not sent again', async () => {
    const datadog = await startDatadog()
    datadog.setFaults([{ method: 'POST', do: 'reset' }])
    const lost = await runHere(datadog, { ...KINDS[kind], retries: '0' })
    expect(lost.outputs).toMatchObject({ result: 'failed', 'failure-reason': 'network', changed: 'unknown' })
    expect(lost.outputs['error-message']).toContain('A look-up right after that did not find it.')
    expect(methods(datadog).filter((method) => method === 'POST')).toHaveLength(1)
    datadog.reset()
    datadog.setFaults([{ method: 'POST', when: 'after', do: 'reset' }])
    expectCreated(await runHere(datadog, { ...KINDS[kind], retries: '0' }), kind, true)
  })
})

test('a mapping that was there before is never reported as created', async () => {
  const attributes = { arn_pattern: PERSONA['arn-pattern'], account_identifier: PERSONA['account-identifier'] }
  const datadog = await startDatadog({ seed: { mappings: { 'aws-persona': [{ id: ROLE, ...attributes }] } } })
  datadog.setFaults([{ method: 'POST', times: 1, do: { status: 503 } }])
  const lost = await runHere(datadog, PERSONA)
  expectCreated(lost, 'aws-persona', true)
  expect(lost.outputs['mapping-id']).toBe(ROLE)
  // With an answer it is known, and with ensure too.
  expectFailure(await runHere(datadog, PERSONA), 'conflict', 'it already exists')
  datadog.setFaults([{ method: 'POST', times: 1, do: { status: 503 } }])
  const ensured = await runHere(datadog, { ...PERSONA, operation: 'ensure' })
  expectSuccess(ensured, 'unchanged')
  expect(ensured.outputs['changed']).toBe('false')
})

describe.concurrent('an AuthN mapping, which Datadog makes twice when it is asked twice', () => {
  const seed = {
    mappings: { authn: [{ attribute_key: 'member-of', attribute_value: 'Dev', role_id: OTHER_ROLE, id: ROLE }] },
  }

  test('that was made twice is deleted once, and never one that was there before', async () => {
    const datadog = await startDatadog({ seed, switches: { lag: { reads: 1, list: true } } })
    datadog.setFaults([{ method: 'POST', times: 1, when: 'after', do: 'reset' }])
    const step = await runOperation(datadog, AUTHN)
    expectSuccess(step, 'created')
    expect(step.log).toMatch(/Datadog created the AuthN mapping twice.*deleting .*, keeping /)
    expect(methods(datadog).filter((method) => method !== 'GET')).toEqual(['POST', 'POST', 'DELETE'])
    expect(datadog.state().mappings.authn.map((mapping) => mapping['id'])).toEqual([ROLE, step.outputs['mapping-id']])
  })

  test('that cannot be listed afterwards is named, and that there may be two is said', async () => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([
      { method: 'POST', times: 1, do: 'reset' },
      { method: 'GET', skip: 2, do: { status: 403 } },
    ])
    const step = await runHere(datadog, AUTHN)
    const made = datadog.state().mappings.authn.at(-1)?.['id']
    expectFailure(
      step,
      'forbidden',
      `Datadog created the AuthN mapping ${made}. An answer was lost, so Datadog may have created another one.`,
    )
    expect(step.outputs).toMatchObject({ changed: 'unknown' })
  })

  test('of which the surplus cannot be deleted fails and names both', async () => {
    const datadog = await startDatadog({ switches: { lag: { reads: 1, list: true } } })
    datadog.setFaults([
      { method: 'POST', times: 1, when: 'after', do: 'reset' },
      { method: 'DELETE', do: { status: 403 } },
    ])
    const step = await runHere(datadog, AUTHN)
    const [first, second] = datadog.state().mappings.authn.map((mapping) => mapping['id'])
    expect(step.outputs['error-message']).toMatch(new RegExp(`twice, as ${first} and ${second}.*403 Forbidden`))
  })
})

describe.concurrent('an update of an AuthN mapping', () => {
  const update = { operation: 'update', kind: 'authn', 'mapping-id': ROLE, 'attribute-value': 'Ops' }
  const seed = {
    mappings: { authn: [{ attribute_key: 'member-of', attribute_value: 'Dev', role_id: OTHER_ROLE, id: ROLE }] },
  }

  test.each(SOME)('is done once although its answer is %s', async (_, rule) => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([{ method: 'PATCH', times: 1, ...rule }])
    const step = await runHere(datadog, update)
    expectSuccess(step, 'updated')
    expect(step.outputs).toMatchObject({ 'mapping-id': ROLE, changed: 'true' })
    expect(JSON.stringify(datadog.state().mappings.authn)).toContain('"Ops"')
    expect(methods(datadog).join(' ')).not.toContain('PATCH PATCH')
  })
})
