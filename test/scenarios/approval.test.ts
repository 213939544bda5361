import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/emulator.ts'
import type { Seed } from '../emulator/seed.ts'
import { ALL, expectPartly, seed, WANTED } from './applied.ts'
import { attributes, live, persona, role, runFile, runFileHere, SCOPE, uuid, writes } from './desired.ts'
import { expectFailure, expectSuccess, methods, startDatadog } from './step.ts'

describe('approval', () => {
  const MANUAL = { operation: 'apply', prune: 'true' }

  test('is needed for changes, and not for none', async () => {
    const datadog = await startDatadog({ seed })
    const step = await runFile(datadog, MANUAL, WANTED, ALL)
    expectFailure(
      step,
      'approval-missing',
      'this plan has not been approved',
      'Nothing was changed',
      step.outputs['plan-digest'] ?? '',
    )
    expect(writes(datadog)).toEqual([])
    expectSuccess(await runFile(datadog, { operation: 'apply' }, [persona('kept')]), 'applied')
  })

  test('by the digest of the plan holds for that plan only', async () => {
    const datadog = await startDatadog({ seed })
    const plan = await runFile(datadog, { operation: 'plan', prune: 'true' }, WANTED, ALL)
    const approval = { ...MANUAL, 'expected-plan': (plan.outputs['plan-digest'] ?? '').toUpperCase() }
    const more = await runFile(datadog, approval, [...WANTED, persona('more')], ALL)
    expectFailure(more, 'plan-changed', 'This is not the plan that was reviewed', 'Nothing was changed')
    expect(more.outputs['plan-digest']).not.toBe(plan.outputs['plan-digest'])
    expect(writes(datadog)).toEqual([])
    expectSuccess(await runFile(datadog, approval, WANTED, ALL), 'applied')
    expect((await runFile(datadog, approval, WANTED, ALL)).outputs).toMatchObject({
      result: 'applied',
      changed: 'false',
    })
  })

  test('by the plan file lets a part of it be done, and nothing else', async () => {
    const datadog = await startDatadog({ seed })
    const plan = await runFile(datadog, { operation: 'plan', prune: 'true' }, WANTED, ALL)
    const workspaceFiles = { 'plan.json': plan.tempFiles[plan.outputs['plan-file'] ?? ''] ?? '' }
    const approval = { ...MANUAL, 'plan-file': 'plan.json' }
    const more = await runFile(datadog, approval, [...WANTED, persona('more')], { ...ALL, workspaceFiles })
    expectFailure(more, 'plan-changed', 'changes: 1 not part of the reviewed plan file', `${role('more')}`)
    expect(writes(datadog)).toEqual([])

    datadog.setFaults([{ method: 'POST', body: role('new'), do: { status: 400, body: { errors: ['no'] } } }])
    expectPartly(await runFile(datadog, approval, WANTED, { ...ALL, workspaceFiles }), '2 of 4 changes applied')
    datadog.setFaults([])
    expectSuccess(await runFile(datadog, approval, WANTED, { ...ALL, workspaceFiles }), 'applied')
    expect(attributes(datadog, 'aws-persona')).toHaveLength(3)
  })

  test.each([
    [{ 'expected-plan': 'abc' }, 'is not the digest of a plan'],
    [{ 'plan-file': 'missing.json' }, 'does not exist. It is the output plan-file of operation: plan'],
    [{ 'plan-file': '.github/datadog-mappings.yml' }, 'is not a plan'],
  ])('%o is refused before any request', async (approval, says) => {
    const datadog = await startDatadog({ seed })
    expectFailure(await runFileHere(datadog, { ...MANUAL, ...approval }, WANTED, ALL), 'invalid-input', says)
    expect(methods(datadog)).toEqual([])
  })

  describe('names what differs', () => {
    const differing = async (
      reviewed: Readonly<Record<string, string>>,
      applied: Readonly<Record<string, string>>,
      by: 'digest' | 'file',
      scopes: readonly [object, object] = [SCOPE, SCOPE],
    ) => {
      const datadog = await startDatadog({ seed })
      const plan = await runFileHere(datadog, { operation: 'plan', ...reviewed }, WANTED, { scope: scopes[0] })
      const workspaceFiles = { 'plan.json': plan.tempFiles[plan.outputs['plan-file'] ?? ''] ?? '' }
      const approval: Readonly<Record<string, string>> =
        by === 'file' ? { 'plan-file': 'plan.json' } : { 'expected-plan': plan.outputs['plan-digest'] ?? '' }
      const inputs = { operation: 'apply', ...applied, ...approval }
      const step = await runFileHere(datadog, inputs, WANTED, { scope: scopes[1], workspaceFiles })
      expect(writes(datadog).length > 0).toBe(step.conclusion === 'success')
      return step
    }
    const PRUNE = { prune: 'true' }

    test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, 'digest' | 'file', string]>([
      [
        'prune that apply forgot',
        PRUNE,
        {},
        'digest',
        'options: plan ran with prune: true, and apply with prune: false',
      ],
      [
        'prune that plan forgot',
        {},
        PRUNE,
        'digest',
        'options: plan ran with prune: false, and apply with prune: true',
      ],
      ['prune that plan forgot', {}, PRUNE, 'file', 'options: plan ran with prune: false, and apply with prune: true'],
    ])('%s: %o, then %o by %s', async (_, reviewed, applied, by, says) => {
      expectFailure(await differing(reviewed, applied, by), 'plan-changed', says, /Run plan again|the same inputs/)
    })

    const other = async (
      by: 'digest' | 'file',
      before: (datadog: Emulator) => void,
      after: (datadog: Emulator) => void,
    ) => {
      const datadog = await startDatadog({ seed })
      before(datadog)
      const plan = await runFileHere(datadog, { operation: 'plan', ...PRUNE }, WANTED, ALL)
      after(datadog)
      const workspaceFiles = { 'plan.json': plan.tempFiles[plan.outputs['plan-file'] ?? ''] ?? '' }
      const approval: Readonly<Record<string, string>> =
        by === 'file' ? { 'plan-file': 'plan.json' } : { 'expected-plan': plan.outputs['plan-digest'] ?? '' }
      const step = await runFileHere(datadog, { ...MANUAL, ...approval }, WANTED, { ...ALL, workspaceFiles })
      expect(writes(datadog)).toEqual([])
      return step
    }

    test.each(['digest', 'file'] as const)('another organization, by %s', async (by) => {
      const step = await other(
        by,
        () => undefined,
        (datadog) => datadog.reset({ ...seed, org: { uuid: uuid(70), name: 'Other' } }),
      )
      expectFailure(
        step,
        'plan-changed',
        by === 'file' ? /org: the reviewed plan is for .*, and this one for/ : 'the organization',
      )
    })

    test.each(['digest', 'file'] as const)('an organization that plan could not determine, by %s', async (by) => {
      const step = await other(
        by,
        (datadog) => datadog.setSwitches({ refused: ['current_user', 'validate'] }),
        (datadog) => datadog.setSwitches({ refused: [] }),
      )
      expectFailure(step, 'plan-changed', 'org: plan could not determine the organization, and apply can')
    })

    test('accounts that plan could not look up, by digest', async () => {
      const datadog = await startDatadog({ switches: { refused: ['users'] } })
      const plan = await runFileHere(datadog, { operation: 'plan' }, [persona('new')])
      const approval = { operation: 'apply', 'expected-plan': plan.outputs['plan-digest'] ?? '' }
      datadog.setSwitches({ refused: [] })
      const step = await runFileHere(datadog, approval, [persona('new')])
      expectFailure(step, 'plan-changed', 'changes: plan could not look up the accounts that the changes name')
      datadog.setSwitches({ refused: ['users'] })
      expectSuccess(await runFileHere(datadog, approval, [persona('new')]), 'applied')
    })

    test('another scope', async () => {
      const scopes = [SCOPE, { ...SCOPE, 'aws-intake': { accounts: ['210987654321'] } }] as const
      expectFailure(
        await differing(PRUNE, PRUNE, 'file', scopes),
        'plan-changed',
        'policy: scope, ignore or policy of the mappings file',
      )
      expectFailure(
        await differing(PRUNE, PRUNE, 'digest', scopes),
        'plan-changed',
        'One of these differs: the changes, the site, the organization, or the scope',
      )
    })

    test.each(['digest', 'file'] as const)('nothing, and then the plan is applied, by %s', async (by) => {
      expectSuccess(await differing(PRUNE, PRUNE, by), 'applied')
    })
  })

  test('after a part of the plan says how to go on: with a digest by the digest of the rest', async () => {
    const datadog = await startDatadog({ seed })
    const digestOf = async () => (await runFileHere(datadog, { operation: 'plan', prune: 'true' }, WANTED, ALL)).outputs
    const approval = { ...MANUAL, 'expected-plan': (await digestOf())['plan-digest'] ?? '' }
    datadog.setFaults([{ method: 'POST', body: role('new'), do: { status: 400, body: { errors: ['no'] } } }])
    const part = await runFileHere(datadog, approval, WANTED, ALL)
    expectPartly(part, '\nFix what the message names, run plan again, and approve the digest of the rest.')
    // What was replaced is named as what it was, not as what is there now.
    expect(part.log).toMatch(/Done: replace .*→ \S+ \(instead of [0-9a-f-]{36}: .*old@example\.com/)
    datadog.setFaults([])
    const again = await runFileHere(datadog, approval, WANTED, ALL)
    expectFailure(again, 'plan-changed', 'If a part of the reviewed plan was applied, plan and approve the rest.')
    const rest = { ...MANUAL, 'expected-plan': (await digestOf())['plan-digest'] ?? '' }
    expectSuccess(await runFileHere(datadog, rest, WANTED, ALL), 'applied')
  })

  describe('by the plan file', () => {
    const moved = async (change: (datadog: Emulator) => void) => {
      const datadog = await startDatadog({ seed })
      const plan = await runFileHere(datadog, { operation: 'plan' }, [persona('replaced')])
      expect(plan.outputs['changes-summary']).toBe('1 to replace')
      const workspaceFiles = { 'plan.json': plan.tempFiles[plan.outputs['plan-file'] ?? ''] ?? '' }
      change(datadog)
      const step = await runFileHere(datadog, { operation: 'apply', 'plan-file': 'plan.json' }, [persona('replaced')], {
        workspaceFiles,
      })
      return { datadog, step }
    }
    const reseeded = (...personas: readonly object[]) => ({ mappings: { 'aws-persona': personas } }) as Seed

    test('a reviewed replacement goes on when its old mapping is gone', async () => {
      const { datadog, step } = await moved((one) => one.reset(reseeded(live(1, 'kept'))))
      expectSuccess(step, 'applied')
      expect(attributes(datadog, 'aws-persona')).toHaveLength(2)
    })

    test('it does not go on when the old mapping has another account by now, or another id', async () => {
      for (const other of [live(2, 'replaced', 'other@example.com'), live(8, 'replaced', 'old@example.com')]) {
        const { datadog, step } = await moved((one) => one.reset(reseeded(other)))
        expectFailure(step, 'plan-changed', 'changes: 1 not part of the reviewed plan file')
        expect(writes(datadog)).toEqual([])
      }
    })
  })
})
