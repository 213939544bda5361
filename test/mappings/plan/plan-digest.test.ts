import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LiveMapping } from '../../../src/mappings/mapping.ts'
import { type Change, type Plan, pending } from '../../../src/mappings/plan/plan.ts'
import { changeLine, type Frame, placeText, planDigest, rulesHash } from '../../../src/mappings/plan/plan-digest.ts'
import { anyLive, anyMappings, live, planned, role, uuid, wanted } from '../samples.ts'

const FRAME: Frame = { site: 'datadoghq.com', rules: rulesHash({ scope: {} }) }
const digest = ({ changes }: Plan, frame = FRAME) => planDigest(frame, changes)

test('the digest is the same in another order, with other names and other times', () => {
  fc.assert(
    fc.property(anyMappings, anyLive, fc.infiniteStream(fc.nat()), (mappings, present, keys) => {
      const shuffled = <T>(items: readonly T[]) =>
        items
          .map((item) => ({ item, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item)
      const renamed = shuffled(present).map((item) => ({
        ...item,
        ...(item.kind === 'authn' && { roleName: 'Renamed', modifiedAt: 'later' }),
        ...(item.claims && { claims: Object.fromEntries(Object.entries(item.claims).reverse()) }),
      }))
      expect(digest(planned(shuffled(mappings), renamed))).toBe(digest(planned(mappings, present)))
    }),
  )
})

test('the digest is another one when any change is left out, or the frame is another one', () => {
  const frames: Frame[] = [
    { ...FRAME, site: 'datadoghq.eu' },
    { ...FRAME, orgUuid: uuid(1) },
    { ...FRAME, orgUuid: uuid(2) },
    { ...FRAME, rules: rulesHash({ scope: { authn: { attributeKeys: ['a'] } } }) },
  ]
  fc.assert(
    fc.property(anyMappings, anyLive, fc.nat(), (mappings, present, pick) => {
      const plan = planned(mappings, present)
      const changes = pending(plan)
      fc.pre(changes.length > 0)
      const without = changes.filter((change) => change !== changes[pick % changes.length])
      expect(planDigest(FRAME, without)).not.toBe(digest(plan))
      expect(new Set([FRAME, ...frames].map((frame) => digest(plan, frame))).size).toBe(1 + frames.length)
    }),
  )
})

test('the line of a change differs whenever what it does differs', () => {
  fc.assert(
    fc.property(anyMappings, anyLive, (mappings, present) => {
      const all = pending(planned(mappings, present)).map(changeLine)
      expect(new Set(all).size).toBe(all.length)
    }),
  )
  const one = wanted('aws-persona', { arnPattern: 'p', accountIdentifier: 'a@example.com' })
  const now = live('aws-persona', uuid(1), {
    arnPattern: 'p',
    accountIdentifier: 'b@example.com',
    accountUuid: uuid(2),
  })
  const replace = { action: 'replace', wanted: [one], live: [now], notes: [] } as const
  const changes: Change[] = [
    { action: 'create', wanted: one, notes: [] },
    { action: 'create', wanted: { ...one, kind: 'aws-intake' }, notes: [] },
    { action: 'create', wanted: wanted('aws-persona', { ...one.attributes, accountIdentifier: 'c@x.y' }), notes: [] },
    { action: 'create', wanted: wanted('aws-persona', { ...one.attributes, arnPattern: 'q' }), notes: [] },
    { action: 'update', wanted: one, live: now, notes: [] },
    { action: 'delete', live: now, notes: [] },
    replace,
    { ...replace, wanted: [one, { ...one, kind: 'aws-intake' }] },
    { ...replace, live: [now, { ...now, id: uuid(3) }] },
    { ...replace, live: [{ ...now, id: uuid(3) }] },
    { ...replace, live: [{ ...now, accountUuid: uuid(4) }] },
    { ...replace, live: [{ ...now, arnPattern: 'q' }] },
  ]
  const seen = changes.map(changeLine)
  expect(new Set(seen).size).toBe(seen.length)
  const several = {
    ...replace,
    wanted: [one, { ...one, kind: 'aws-intake' }],
    live: [now, { ...now, id: uuid(3) }],
  } as const
  const reversed = { ...several, wanted: several.wanted.toReversed(), live: several.live.toReversed() }
  expect(changeLine(reversed)).toBe(changeLine(several))
  const noted = { ...replace, notes: [{ code: 'overlap', text: 'anything' }] } as const
  expect(changeLine(noted)).toBe(changeLine(replace))
  const renamed = { ...now, accountIdentifier: 'renamed@example.com', createdAt: 'then' }
  expect(changeLine({ ...replace, live: [renamed] })).toBe(changeLine(replace))
  const [lower, upper] = ['abcdef', 'ABCDEF'].map((accountUuid) => ({ ...now, accountUuid }))
  expect(changeLine({ ...replace, live: [lower ?? now] })).toBe(changeLine({ ...replace, live: [upper ?? now] }))
})

test('the hash of the rules does not depend on the order of names and lists, and on nothing that is not there', () => {
  const scope = { authn: { attributeKeys: ['a', 'b'] }, 'aws-persona': { accounts: ['1'] } }
  const other = { 'aws-persona': { accounts: ['1'] }, authn: { attributeKeys: ['b', 'a'] } }
  expect(rulesHash({ scope })).toBe(rulesHash({ scope: other, policy: undefined }))
  expect(rulesHash({ scope, policy: { accounts: 'any' } })).not.toBe(rulesHash({ scope }))
  expect(rulesHash({ scope, ignore: { authn: 'all' } })).not.toBe(rulesHash({ scope, policy: { authn: 'all' } }))
})

// Approvals outlive a version of this action: a digest that differs here is a new format, with another number.
test.each<[string, LiveMapping[], string]>([
  ['nothing', [], '77a05f3de98d4f19288c16e8c682109744c3bf97cdbb03d1ee2eede3759eba7c'],
  ['every kind of change', everything(), '226f1a0e35a6834b66f782d847c3314a00a602803ff08ec261a434b916a46757'],
])('the digest of %s is the one that it has always been', (_, present, expected) => {
  const mappings =
    present.length === 0
      ? []
      : [
          wanted('aws-persona', { arnPattern: role('new'), accountIdentifier: 'a@example.com' }),
          wanted('aws-persona', { arnPattern: role('moved'), accountIdentifier: uuid(50) }),
          wanted('aws-intake', { arnPattern: role('merged') }),
          wanted('github-intake', { claims: { sub: '^repo:a/b:.*$', ref: '^x$' } }),
          wanted('authn', { attributeKey: 'member-of', attributeValue: 'Dev', roleId: uuid(60) }),
        ]
  const frame = { ...FRAME, orgUuid: uuid(7), rules: rulesHash({ scope: { authn: { attributeKeys: ['member-of'] } } }) }
  expect(digest(planned(mappings, present), frame)).toBe(expected)
})

function everything(): LiveMapping[] {
  const session = (name: string) => ({ arnPattern: `arn:aws:sts::123456789012:assumed-role/merged/${name}` })
  return [
    live('aws-persona', uuid(1), { arnPattern: role('moved'), accountIdentifier: 'b', accountUuid: uuid(51) }),
    live('aws-intake', uuid(2), session('x')),
    live('aws-intake', uuid(3), session('y')),
    live('github-persona', uuid(4), { claims: { sub: '^repo:c/d:.*$' }, accountIdentifier: 'b@example.com' }),
    live('authn', uuid(5), { attributeKey: 'member-of', attributeValue: 'Dev', roleId: uuid(61) }),
  ]
}

test('the place of a plan names the organization where it is known', () => {
  expect(placeText({ site: 'datadoghq.eu' })).toBe('datadoghq.eu')
  expect(placeText({ site: 'datadoghq.eu', orgUuid: uuid(1) })).toBe(`datadoghq.eu (org ${uuid(1)})`)
})

test('the digest of a plan for an unknown organization is the one that it has always been', () => {
  expect(planDigest(FRAME, [])).toBe('87934a2bd457b9dbb15e3c397b943f0c804e4f6dccab990ad8d2d14f4a102ea2')
})
