import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LiveMapping } from '../../../src/mappings/mapping.ts'
import { type Plan, pending, type Wanted, wantedOf } from '../../../src/mappings/plan/plan.ts'
import { type Frame, planDigest, rulesHash } from '../../../src/mappings/plan/plan-digest.ts'
import { notReviewed, parsePlanFile, planDocument, type ReviewedPlan } from '../../../src/mappings/plan/plan-file.ts'
import { anyLive, anyMappings, live, planned, role, uuid, wanted } from '../samples.ts'

const FRAME: Frame = { site: 'datadoghq.com', orgUuid: uuid(7), rules: rulesHash({ scope: {} }) }

const textOf = (plan: Plan, indent?: number) =>
  JSON.stringify(
    planDocument({ plan, frame: FRAME, digest: planDigest(FRAME, plan.changes), prune: true }),
    null,
    indent,
  )

function parsed(text: string): ReviewedPlan {
  const result = parsePlanFile(text)
  if ('problem' in result) throw new Error(result.problem)
  return result.value
}

/** The actions of a plan that a review of another plan does not cover. */
const uncovered = (plan: Plan, reviewed: Plan) =>
  notReviewed(plan, parsed(textOf(reviewed))).map(({ action }) => action)

test('a plan file covers the plan that it is of, whatever it is written with', () => {
  fc.assert(
    fc.property(anyMappings, anyLive, fc.boolean(), (mappings, present, pretty) => {
      const plan = planned(mappings, present)
      const reviewed = parsed(textOf(plan, pretty ? 2 : undefined))
      expect(reviewed).toMatchObject({ frame: FRAME, prune: true })
      expect(notReviewed(plan, reviewed)).toEqual([])
    }),
  )
})

test('no part of a plan is covered by the rest of it', () => {
  fc.assert(
    fc.property(anyMappings, anyLive, fc.nat(), (mappings, present, pick) => {
      const plan = planned(mappings, present)
      const changes = pending(plan).filter(({ action }) => action !== 'blocked')
      fc.pre(changes.length > 0)
      const left = changes[pick % changes.length]
      const reviewed = { ...plan, changes: changes.filter((change) => change !== left) }
      expect(notReviewed(plan, parsed(textOf(reviewed)))).toEqual([left])
    }),
  )
})

describe('the rest of a reviewed replacement is covered', () => {
  const session = (name: string) => ({ arnPattern: `arn:aws:sts::123456789012:assumed-role/a/${name}` })
  const whole = wanted('aws-intake', { arnPattern: role('a') })
  const parts = [wanted('aws-intake', session('x')), wanted('aws-intake', session('y'))]
  const liveWhole = live('aws-intake', uuid(1), { arnPattern: role('a') })
  const liveParts = [live('aws-intake', uuid(2), session('x')), live('aws-intake', uuid(3), session('y'))]
  const made = (one: Wanted, id: number) => live(one.kind, uuid(id), one.attributes)
  const [x, y] = parts
  if (x === undefined || y === undefined) throw new Error('two parts')

  test.each<[string, Wanted[], LiveMapping[], Wanted[], LiveMapping[], string[]]>([
    ['unless what was unchanged is gone', [whole], [liveWhole], [whole], [], ['create']],
    ['one of two old ones is gone', [whole], liveParts, [whole], liveParts.slice(1), []],
    ['all old ones are gone', [whole], liveParts, [whole], [], []],
    ['the new one exists already', [whole], liveParts, [whole], [...liveParts, made(whole, 9)], []],
    ['one of two new ones exists already', parts, [liveWhole], parts, [liveWhole, made(x, 9)], []],
    ['the old one is gone and one new one exists', parts, [liveWhole], parts, [made(x, 9)], []],
    [
      'unless a third one is to go too',
      [whole],
      liveParts,
      [whole],
      [...liveParts, live('aws-intake', uuid(8), session('z'))],
      ['replace'],
    ],
    ['unless nothing is to take the place', [whole], liveParts, [], liveParts, ['delete', 'delete']],
    [
      'unless a part of what is to take the place is not wanted anymore',
      parts,
      [liveWhole],
      [x],
      [liveWhole],
      ['replace'],
    ],
  ])('%s', (_, before, beforeLive, now, nowLive, expected) => {
    const reviewed = planned(before, beforeLive)
    expect(uncovered(planned(now, nowLive), reviewed)).toEqual(expected)
  })

  test('a move of an AuthN mapping that is gone goes on as a create', () => {
    const group = { attributeKey: 'member-of', attributeValue: 'Dev' }
    const move = [wanted('authn', { ...group, roleId: uuid(1) })]
    const reviewed = planned(move, [live('authn', uuid(5), { ...group, roleId: uuid(2) })])
    expect(pending(reviewed).map(({ action }) => action)).toEqual(['update'])
    expect(uncovered(planned(move, []), reviewed)).toEqual([])
    expect(uncovered(planned([wanted('authn', { ...group, roleId: uuid(3) })], []), reviewed)).toEqual(['create'])
  })

  test('another account of the old one is not', () => {
    const persona = wanted('aws-persona', { arnPattern: role('a'), accountIdentifier: uuid(20) })
    const of = (account: number) =>
      live('aws-persona', uuid(1), { arnPattern: role('a'), accountUuid: uuid(account), accountIdentifier: 'x' })
    const reviewed = planned([persona], [of(21)])
    expect(uncovered(planned([persona], [of(21)]), reviewed)).toEqual([])
    expect(uncovered(planned([persona], [of(22)]), reviewed)).toEqual(['replace'])
  })
})

test('claims come back letter by letter', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (value) => {
      const plan = planned([wanted('github-intake', { claims: { sub: value } })], [])
      expect(notReviewed(plan, parsed(textOf(plan)))).toEqual([])
    }),
  )
})

test('a file whose changes were edited approves something else; the digest beside them is not believed', () => {
  const plan = planned([wanted('aws-intake', { arnPattern: role('a') })], [])
  const edited = parsed(textOf(plan).replaceAll('/a/', '/b/'))
  expect(notReviewed(plan, edited).flatMap(wantedOf)).toEqual(plan.changes.flatMap(wantedOf))
})

const change = (text: string) => `{"version":1,"site":"x","rules":"r","prune":false,"changes":[${text}]}`

test('the smallest plan is one', () => {
  expect(parsePlanFile(change(''))).toHaveProperty('value')
  expect(parsePlanFile(change('{"action":"delete","live":{"kind":"authn","mapping-id":"m"}}'))).toHaveProperty('value')
})

test.each([
  ['', 'is not JSON'],
  ['{', 'is not JSON'],
  ['null', 'is not a plan'],
  ['[]', 'is not a plan'],
  ['{"version":2,"site":"x","rules":"r","prune":false,"changes":[]}', 'is not a plan'],
  ['{"version":1,"site":"x","rules":"r","changes":[]}', 'is not a plan'],
  [change('{"action":"destroy","live":{"kind":"authn","mapping-id":"m"}}'), 'is not a plan'],
  [change('{"action":"create","wanted":{"kind":"gcp"}}'), 'is not a plan'],
  [change('{"action":"create","wanted":{"kind":"authn","claims":{"sub":1}}}'), 'is not a plan'],
  [change('{"action":"replace","wanted":{"kind":"authn"},"live":[]}'), 'is not a plan'],
  [change('{"action":"delete","live":{"kind":"authn"}}'), 'is not a plan'],
])('%j is refused', (text, says) => {
  const result = parsePlanFile(text)
  expect('problem' in result && result.problem).toContain(says)
})

describe('the account that a name stood for', () => {
  const named = wanted('aws-persona', { arnPattern: role('a'), accountIdentifier: 'a@example.com' })
  const create = (accountUuid?: string): Plan => ({
    changes: [{ action: 'create', wanted: { ...named, ...(accountUuid && { accountUuid }) }, notes: [] }],
    pairing: { pairs: [], unpaired: [], live: [] },
  })

  test('is reviewed with it: another one is another change', () => {
    expect(uncovered(create(uuid(1)), create(uuid(1)))).toEqual([])
    expect(uncovered(create(uuid(1)), create(uuid(2)))).toEqual(['create'])
    expect(uncovered(create(uuid(1)), create())).toEqual(['create'])
    const digests = [create(), create(uuid(1)), create(uuid(2))].map(({ changes }) => planDigest(FRAME, changes))
    expect(new Set(digests).size).toBe(3)
  })

  test('is known of a mapping that is there, also when nobody could look it up for the review', () => {
    const old = live('aws-persona', uuid(8), { arnPattern: role('old'), accountIdentifier: 'a@example.com' })
    const second = wanted('aws-persona', { arnPattern: role('b'), accountIdentifier: 'a@example.com' })
    const reviewed = {
      ...create(),
      changes: [{ action: 'replace' as const, wanted: [named, second], live: [old], notes: [] }],
    }
    const there = live('aws-persona', uuid(9), { ...named.attributes, accountUuid: uuid(1) })
    const rest: Plan = {
      ...create(),
      changes: [
        { action: 'unchanged', wanted: { ...named, accountUuid: uuid(1) }, live: there, notes: [] },
        { action: 'replace', wanted: [second], live: [old], notes: [] },
      ],
    }
    expect(uncovered(rest, reviewed)).toEqual([])
    const other = wanted('aws-persona', { arnPattern: role('c'), accountIdentifier: 'a@example.com' })
    expect(
      uncovered({ ...rest, changes: [{ action: 'replace', wanted: [other], live: [old], notes: [] }] }, reviewed),
    ).toEqual(['replace'])
  })
})
