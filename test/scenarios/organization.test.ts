import { describe, expect, test } from 'vitest'
import { intake, runFile, runFileHere, uuid, writes } from './desired.ts'
import {
  APP_KEY,
  exchanges,
  expectFailure,
  expectSuccess,
  PERSONA,
  runHere,
  runOperation,
  startDatadog,
} from './step.ts'

// Letters of both cases: whichever side writes a UUID in another case means the same one.
const [OURS, THEIRS] = ['aAaAaAaA-0000-4000-8000-bBbBbBbBbBbB', uuid(2)]
const org = { uuid: OURS, name: 'Acme Production' }
const NOT_SAID = { refused: ['current_user', 'validate'] } as const
const ASKED = 'GET /api/v2/current_user 200'
const LIVE = { id: uuid(9), arn_pattern: 'arn:aws:sts::123456789012:assumed-role/live/*', account_identifier: 'a@b.c' }

/** Every operation that writes one mapping, apart from its org. */
const WRITING = [
  PERSONA,
  { ...PERSONA, operation: 'ensure' },
  { ...PERSONA, operation: 'create', 'dry-run': 'true' },
  { operation: 'delete', 'mapping-id': LIVE.id },
  { operation: 'update', 'mapping-id': LIVE.id, 'account-identifier': 'deployer@example.com' },
]

describe('the organization of the credentials', () => {
  test.each(WRITING)('is asked for when org-uuid is given, and then must be that one: %o', async (inputs) => {
    const datadog = await startDatadog({ seed: { org, mappings: { 'aws-persona': [LIVE] } } })
    const wrong = await runHere(datadog, { ...inputs, 'org-uuid': THEIRS })
    expectFailure(
      wrong,
      'wrong-org',
      `belong to the organization Acme Production (${OURS}), and org-uuid names ${THEIRS}`,
    )
    expect(wrong.outputs).toMatchObject({ 'org-uuid': OURS, 'org-name': 'Acme Production' })
    expect(exchanges(datadog)).toEqual([ASKED])
    const right = await runHere(datadog, { ...inputs, 'org-uuid': OURS.toUpperCase() })
    expect(right).toMatchObject({
      conclusion: 'success',
      outputs: { 'org-uuid': OURS, 'org-name': 'Acme Production' },
    })
    expect(right.log).toContain(`Organization: Acme Production (${OURS}).`)
  })

  test('may be named by the environment too', async () => {
    const datadog = await startDatadog({ seed: { org } })
    const step = await runOperation(datadog, PERSONA, { env: { DD_ORG_UUID: THEIRS } })
    expectFailure(step, 'wrong-org', `org-uuid names ${THEIRS}`)
    expect(writes(datadog)).toEqual([])
  })

  test('is not asked for when a writing operation does not name it, nor when nothing is written', async () => {
    const datadog = await startDatadog({ seed: { org } })
    expectSuccess(await runHere(datadog, PERSONA), 'created')
    expectSuccess(await runHere(datadog, { operation: 'list', 'org-uuid': THEIRS }), 'listed')
    expect(exchanges(datadog).filter((line) => line.includes('current_user'))).toEqual([])
  })

  test.each(['plan', 'apply'])('is always asked for by %s, before anything else', async (operation) => {
    const datadog = await startDatadog({ seed: { org } })
    const inputs = { operation, ...(operation === 'apply' && { 'auto-approve': 'true' }) }
    const wrong = await runFileHere(datadog, { ...inputs, 'org-uuid': THEIRS }, [intake('new')])
    expectFailure(wrong, 'wrong-org', 'Acme Production', THEIRS)
    expect(exchanges(datadog)).toEqual([ASKED])
    const step = await runFileHere(datadog, inputs, [intake('new')])
    expect(step).toMatchObject({
      conclusion: 'success',
      outputs: { 'org-uuid': OURS, 'org-name': 'Acme Production' },
    })
    expect(step.summary).toContain('Acme Production')
  })

  test.each(['export', 'audit'])('is always asked for by %s too', async (operation) => {
    const datadog = await startDatadog({ seed: { org } })
    const wrong = await runHere(datadog, { operation, 'org-uuid': THEIRS })
    expectFailure(wrong, 'wrong-org', 'Acme Production', THEIRS)
    expect(exchanges(datadog)).toEqual([ASKED])
    const step = await runHere(datadog, { operation })
    expect(step).toMatchObject({ conclusion: 'success', outputs: { 'org-uuid': OURS, 'org-name': 'Acme Production' } })
    expect(exchanges(datadog).filter((line) => line === ASKED)).toHaveLength(2)
  })

  test('is known by its UUID alone from the API key', async () => {
    const datadog = await startDatadog({ seed: { org }, switches: { refused: ['current_user'] } })
    const step = await runFile(datadog, { operation: 'plan', 'org-uuid': OURS }, [intake('new')])
    expectSuccess(step, 'planned')
    expect(step.outputs).toMatchObject({ 'org-uuid': OURS })
    expect(step.outputs['org-name']).toBeUndefined()
    const wrong = await runOperation(datadog, { ...PERSONA, 'org-uuid': THEIRS })
    expectFailure(wrong, 'wrong-org', `belong to the organization ${OURS}, and org-uuid names ${THEIRS}`)
  })

  test('that Datadog does not say stops a step that names one, and not a plan that names none', async () => {
    const datadog = await startDatadog({ seed: { org }, switches: NOT_SAID })
    for (const inputs of [PERSONA, { operation: 'plan' }]) {
      const step = await runFileHere(datadog, { ...inputs, 'org-uuid': OURS }, [intake('new')])
      expectFailure(
        step,
        'forbidden',
        `Could not determine whether the credentials belong to the organization ${OURS.toLowerCase()}`,
      )
    }
    expect(writes(datadog)).toEqual([])
    const plan = await runFileHere(datadog, { operation: 'plan' }, [intake('new')])
    expectSuccess(plan, 'planned')
    expect(plan.summary).toContain('org unknown')
    expect(plan.outputs['org-uuid']).toBeUndefined()
  })

  test('is part of the digest, whether it is named or not', async () => {
    const datadog = await startDatadog({ seed: { org } })
    const digest = async (inputs: Readonly<Record<string, string>> = {}) =>
      (await runFileHere(datadog, { operation: 'plan', ...inputs }, [intake('new')])).outputs['plan-digest']
    const known = await digest()
    expect(known).toMatch(/^[0-9a-f]{64}$/)
    expect(await digest({ 'org-uuid': OURS })).toBe(known)
    datadog.setSwitches(NOT_SAID)
    expect(await digest()).not.toBe(known)
  })
})

describe('a 401', () => {
  const LIST = { operation: 'list' }

  test('says that the API key is valid, and for which organization', async () => {
    const datadog = await startDatadog({ seed: { org } })
    const step = await runHere(datadog, { ...LIST, 'app-key': 'another' })
    expectFailure(
      step,
      'unauthorized',
      '401 Unauthorized',
      `The API key is valid for the organization ${OURS}`,
      'Check app-key',
    )
  })

  test('says that the API key is not accepted', async () => {
    const datadog = await startDatadog({ seed: { org } })
    const step = await runHere(datadog, { ...LIST, 'api-key': 'another', 'app-key': APP_KEY })
    expectFailure(step, 'unauthorized', '401 Unauthorized', 'Datadog does not accept the API key.')
    expect(step.outputs['error-message']).not.toContain('is valid')
    const named = await runHere(datadog, { ...PERSONA, 'api-key': 'another', 'org-uuid': OURS })
    expectFailure(named, 'unauthorized', 'Datadog answered 401', 'does not accept the API key.')
  })

  test('says nothing of keys when that cannot be found out, and nothing is asked when there is no 401', async () => {
    const datadog = await startDatadog({ seed: { org }, bearer: 'a-token' })
    const keys = { 'api-key': '', 'app-key': '' }
    const step = await runHere(datadog, { ...LIST, ...keys, 'bearer-token': 'another' })
    expectFailure(step, 'unauthorized', '401 Unauthorized')
    expect(step.outputs['error-message']).not.toMatch(/API key|is valid/)
    const other = await startDatadog({ seed: { org } })
    other.setFaults([{ path: '/api/v2/validate', do: { kind: 'status', status: 500 } }])
    const unexplained = await runHere(other, { ...LIST, 'app-key': 'another', retries: '0' })
    expectFailure(unexplained, 'unauthorized', '401 Unauthorized')
    expect(unexplained.outputs['error-message']).not.toContain('is valid')
    const good = await startDatadog({ seed: { org } })
    expectSuccess(await runHere(good, LIST), 'listed')
    expect(exchanges(good)).toHaveLength(1)
  })
})
