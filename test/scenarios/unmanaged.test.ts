import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/emulator.ts'
import type { Seed } from '../emulator/seed.ts'
import { group, intake, persona, role, runFile, runFileHere, SCOPE, uuid, writes } from './desired.ts'
import { expectFailure, expectSuccess, startDatadog } from './step.ts'

const PLAN = { operation: 'plan' }
const PRUNE = { prune: 'true' }
const AUTO = { operation: 'apply', 'auto-approve': 'true' }
const live = (id: number, name: string, account = '123456789012') => ({
  id: uuid(id),
  arn_pattern: role(name).replace('123456789012', account),
  account_identifier: 'deployer@example.com',
})
const seed: Seed = {
  mappings: {
    'aws-persona': [live(1, 'kept'), live(2, 'backdoor'), live(3, 'theirs', '210987654321')],
    'github-intake': [{ id: uuid(4), claim_matchers: { sub: '^repo:octo-org/app:.*$' } }],
    authn: [{ id: uuid(5), attribute_key: 'member-of', attribute_value: 'Dev', role_id: uuid(21) }],
  },
}
const KEPT = [persona('kept')]
const IN_SCOPE = { 'aws-persona': SCOPE['aws-persona'] }
const IGNORE = {
  'mapping-ids': [uuid(2)],
  'aws-persona': { accounts: ['210987654321'] },
  'github-intake': 'all',
  authn: 'all',
}

describe('a plan names what is live and not in the file', () => {
  test('of every kind, whatever its own kinds are', async () => {
    const datadog = await startDatadog({ seed })
    const step = await runFile(datadog, PLAN, KEPT)
    expectSuccess(step, 'planned')
    expect(step.outputs).toMatchObject({ 'has-changes': 'false', 'unmanaged-count': '4', drifted: 'true' })
    for (const shown of ['backdoor', '210987654321', 'repo:octo-org/app', 'member-of']) {
      expect(step.summary).toContain(shown)
      expect(step.log).toContain(shown)
    }
    const none = await startDatadog({ seed: { mappings: { 'aws-persona': [live(1, 'kept')] } } })
    const clean = await runFile(none, PLAN, KEPT)
    expect(clean.outputs).toMatchObject({ 'unmanaged-count': '0', drifted: 'false' })
  })

  test('with prune what it leaves: the rest are deletes', async () => {
    const datadog = await startDatadog({ seed })
    const step = await runFileHere(datadog, { ...PLAN, ...PRUNE }, KEPT, { scope: IN_SCOPE })
    expectSuccess(step, 'planned')
    expect(step.outputs).toMatchObject({ 'changes-summary': '1 to delete, 1 unchanged', 'unmanaged-count': '3' })
    expect(step.log).toContain('backdoor')
  })

  test('and neither what it ignores nor what it cannot read, and says how many and which', async () => {
    const datadog = await startDatadog({ seed, switches: { refused: ['github-persona'] } })
    const step = await runFileHere(datadog, PLAN, KEPT, { rules: { ignore: IGNORE } })
    expectSuccess(step, 'planned')
    expect(step.outputs).toMatchObject({ 'unmanaged-count': '0', drifted: 'unknown' })
    expect(step.summary).toContain('4 ignored')
    expect(step.summary).toContain('GitHub persona mappings')
    datadog.setSwitches({ refused: [] })
    const all = await runFileHere(datadog, PLAN, KEPT, { rules: { ignore: IGNORE } })
    expect(all.outputs).toMatchObject({ 'unmanaged-count': '0', drifted: 'false' })
    expect(all.summary).not.toContain('GitHub persona mappings')
  })

  test('but fails when a kind of the file, or of its scope, cannot be read', async () => {
    for (const [refused, scope] of [
      ['aws-persona', undefined],
      ['authn', { authn: SCOPE.authn }],
    ] as const) {
      const datadog = await startDatadog({ seed, switches: { refused: [refused] } })
      expectFailure(await runFileHere(datadog, PLAN, KEPT, { ...(scope && { scope }) }), 'forbidden', 'Could not list')
    }
  })

  test('also a second mapping of an entry that acts as another account', async () => {
    const second = { ...live(6, 'kept'), account_identifier: 'backdoor@example.com' }
    const datadog = await startDatadog({ seed: { mappings: { 'aws-persona': [live(1, 'kept'), second] } } })
    const step = await runFileHere(datadog, PLAN, KEPT)
    expect(step.outputs).toMatchObject({ 'has-changes': 'false', 'unmanaged-count': '1', drifted: 'true' })
    expect(step.summary).toContain('backdoor@example.com')
    const ignoring = await runFileHere(datadog, PLAN, KEPT, { rules: { ignore: { 'mapping-ids': [uuid(6)] } } })
    expect(ignoring.outputs).toMatchObject({ 'unmanaged-count': '0', drifted: 'false' })
    const pruned = await runFileHere(datadog, { ...PLAN, ...PRUNE }, KEPT, { scope: IN_SCOPE })
    expect(pruned.outputs).toMatchObject({ 'changes-summary': '1 to delete, 1 unchanged', 'unmanaged-count': '0' })
  })

  test('a duplicate of what the file names is managed', async () => {
    const twice = [5, 6].map((id) => ({
      id: uuid(id),
      attribute_key: 'member-of',
      attribute_value: 'Dev',
      role_id: uuid(21),
    }))
    const datadog = await startDatadog({ seed: { mappings: { authn: twice } } })
    const step = await runFileHere(datadog, PLAN, [group('Dev', uuid(21))])
    expect(step.outputs).toMatchObject({ 'has-changes': 'false', 'unmanaged-count': '0' })
  })
})

describe('what a file ignores', () => {
  const patterns = (datadog: Emulator) =>
    datadog.state().mappings['aws-persona'].map((mapping) => JSON.parse(JSON.stringify(mapping)).attributes.arn_pattern)

  test.each([
    ['an id', { 'mapping-ids': [uuid(2).toUpperCase()] }],
    ['a field of a scope', { 'aws-persona': { 'pattern-prefixes': [role('back').slice(0, -2)] } }],
    ['a whole kind', { 'aws-persona': 'all' }],
  ])('by %s is not deleted, whatever prune and force say', async (_, ignore) => {
    const datadog = await startDatadog({ seed })
    const inputs = { ...AUTO, ...PRUNE, force: uuid(2) }
    const wanted = [intake('new')]
    expectSuccess(await runFileHere(datadog, inputs, wanted, { scope: IN_SCOPE, rules: { ignore } }), 'applied')
    expect(patterns(datadog)).toContain(role('backdoor'))
    expectSuccess(await runFileHere(datadog, inputs, [...wanted, persona('x')], { scope: IN_SCOPE }), 'applied')
    expect(patterns(datadog)).not.toContain(role('backdoor'))
  })

  test.each([
    ['by its id', { 'mapping-ids': [uuid(1)] }, KEPT],
    ['by its kind', { 'aws-persona': 'all' }, [persona('new')]],
    ['by its account', { 'aws-persona': { accounts: ['123456789012'] } }, [persona('new')]],
  ])('must not be wanted: %s', async (_, ignore, wanted) => {
    const datadog = await startDatadog({ seed })
    for (const inputs of [PLAN, AUTO])
      expectFailure(
        await runFileHere(datadog, inputs, wanted, { rules: { ignore } }),
        'invalid-input',
        'both names and ignores',
      )
    expect(writes(datadog)).toEqual([])
  })

  test('does not make way for what is wanted', async () => {
    const datadog = await startDatadog({ seed })
    const options = { scope: SCOPE, rules: { ignore: { 'mapping-ids': [uuid(2)] } } }
    const step = await runFileHere(datadog, { ...PLAN, ...PRUNE }, [intake('backdoor'), ...KEPT], options)
    expect(step.outputs['changes-summary']).toContain('1 blocked')
    const free = await runFileHere(datadog, { ...PLAN, ...PRUNE }, [intake('backdoor'), ...KEPT], { scope: SCOPE })
    expect(free.outputs['changes-summary']).toContain('1 to replace')
  })
})

describe('fail-on', () => {
  const outcomes = async (datadog: Emulator, wanted: typeof KEPT, inputs = {}) => {
    const steps = ['nothing', 'refused', '', 'changes', 'drift'].map(async (failOn) => {
      const step = await runFileHere(datadog, { ...PLAN, ...inputs, 'fail-on': failOn }, wanted, { scope: IN_SCOPE })
      return [failOn, step.conclusion === 'success' ? 'success' : step.outputs['failure-reason']]
    })
    return Object.fromEntries(await Promise.all(steps))
  }
  const alone: Seed = { mappings: { 'aws-persona': [live(1, 'kept')] } }
  const green = { nothing: 'success', refused: 'success', '': 'success', changes: 'success', drift: 'success' }

  test('lets a plan without differences pass, whatever it says', async () => {
    expect(await outcomes(await startDatadog({ seed: alone }), KEPT)).toEqual(green)
  })

  test('changes and drift do not let changes pass', async () => {
    const reasons = await outcomes(await startDatadog({ seed: alone }), [...KEPT, persona('new')])
    expect(reasons).toEqual({ ...green, changes: 'drift', drift: 'drift' })
  })

  test('drift does not let unmanaged mappings pass, nor kinds that could not be read', async () => {
    expect(await outcomes(await startDatadog({ seed }), KEPT)).toEqual({ ...green, drift: 'drift' })
    const hidden = await startDatadog({ seed: alone, switches: { refused: ['authn'] } })
    expect(await outcomes(hidden, KEPT)).toEqual({ ...green, drift: 'drift' })
  })

  test('only nothing lets a plan pass that apply would refuse', async () => {
    const all = { refused: 'guarded', '': 'guarded', changes: 'guarded', drift: 'guarded' }
    const reasons = await outcomes(await startDatadog({ seed }), KEPT, { ...PRUNE, 'max-deletes': '0' })
    expect(reasons).toEqual({ nothing: 'success', ...all })
  })

  test('says what drifted, from the side of what is live', async () => {
    const datadog = await startDatadog({ seed })
    const inputs = { ...PLAN, 'fail-on': 'drift' }
    const step = await runFileHere(datadog, inputs, [...KEPT, persona('gone')])
    expectFailure(step, 'drift', 'Drift: the plan has changes (1 to create, 1 unchanged); 4 mappings are unmanaged.')
    expect(step.outputs).toMatchObject({ drifted: 'true', 'unmanaged-count': '4', 'has-changes': 'true' })
    expect(step.log).toContain('was removed')
    expect(step.log).toContain('was added')
  })
})

describe('apply gives back what the file names, with ids', () => {
  const WANTED = [
    persona('new'),
    persona('kept'),
    persona('theirs', 'other@example.com'),
    group('Dev', uuid(22)),
    intake('agent'),
  ]

  test('in the order of the file, whatever was done, and the same when nothing is', async () => {
    const datadog = await startDatadog({ seed })
    const scope = { authn: SCOPE.authn }
    const inputs = { ...AUTO, ...PRUNE, force: uuid(5) }
    const step = await runFileHere(datadog, inputs, WANTED, { scope })
    expectSuccess(step, 'applied')
    const mappings = JSON.parse(step.outputs['mappings'] ?? '')
    expect(mappings).toMatchObject(WANTED.map(({ 'account-identifier': _, ...entry }) => entry))
    expect(mappings.map((mapping: object) => 'mapping-id' in mapping)).toEqual(WANTED.map(() => true))
    expect(mappings[1]).toMatchObject({ 'mapping-id': uuid(1) })
    expect(mappings[3]).toMatchObject({ 'mapping-id': uuid(5), 'role-id': uuid(22) })
    expect(step.outputs['count']).toBe('5')
    for (const { 'mapping-id': id } of mappings.filter((_: object, index: number) => index !== 1))
      expect(step.summary).toContain(`mapping-id: ${id}`)
    const again = await runFileHere(datadog, inputs, WANTED, { scope })
    expect(again.outputs).toMatchObject({ changed: 'false', mappings: step.outputs['mappings'] })
  })

  test('and leaves out what it could not do', async () => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([{ method: 'POST', body: role('new'), do: { status: 400, body: { errors: ['no'] } } }])
    const step = await runFileHere(datadog, AUTO, [persona('new'), persona('other'), persona('kept')])
    expect(step.outputs['failure-reason']).toBe('partially-applied')
    const mappings = JSON.parse(step.outputs['mappings'] ?? '')
    expect(mappings).toMatchObject([{ 'arn-pattern': role('other') }, { 'mapping-id': uuid(1) }])
  })
})
