import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pending, planChanges } from '../../../src/mappings/plan/plan.ts'
import { changeLine } from '../../../src/mappings/plan/plan-digest.ts'
import { parsePlanFile, planDocument } from '../../../src/mappings/plan/plan-file.ts'
import { anyLive, anyMappings, live, PRUNE_ALL, role, uuid, wanted } from '../samples.ts'

const WHERE = 'datadoghq.com'

test('a plan file says the changes that the plan has, whatever it is written with', () => {
  fc.assert(
    fc.property(anyMappings, anyLive, fc.boolean(), (mappings, present, pretty) => {
      const plan = planChanges(mappings, present, PRUNE_ALL)
      const text = JSON.stringify(planDocument(WHERE, plan), null, pretty ? 2 : undefined)
      const parsed = parsePlanFile(text)
      const lines = 'value' in parsed ? parsed.value : new Set<string>()
      const replaces = pending(plan).filter(({ action }) => action === 'replace')
      for (const change of pending(plan)) expect(lines).toContain(changeLine(WHERE, change))
      expect(lines.size).toBe(pending(plan).length + replaces.length)
    }),
  )
})

test('a replace that was stopped between its halves goes on as a create', () => {
  const one = { arnPattern: role('a'), accountIdentifier: 'a@example.com' }
  const present = live('aws-intake', uuid(1), { arnPattern: role('a') })
  const plan = planChanges([wanted('aws-persona', one)], [present], PRUNE_ALL)
  const rest = planChanges([wanted('aws-persona', one)], [], PRUNE_ALL)
  const parsed = parsePlanFile(JSON.stringify(planDocument(WHERE, plan)))
  for (const change of pending(rest)) expect('value' in parsed && parsed.value).toContain(changeLine(WHERE, change))
})

test('claims come back letter by letter', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (value) => {
      const plan = planChanges([wanted('github-intake', { claims: { sub: value } })], [], PRUNE_ALL)
      const parsed = parsePlanFile(JSON.stringify(planDocument(WHERE, plan)))
      expect('value' in parsed && [...parsed.value]).toEqual(pending(plan).map((change) => changeLine(WHERE, change)))
    }),
  )
})

test('who edits what the file says approves something else; the digest beside it is not believed', () => {
  const plan = planChanges([wanted('aws-intake', { arnPattern: role('a') })], [], PRUNE_ALL)
  const edited = JSON.stringify(planDocument(WHERE, plan)).replaceAll('/a/', '/b/')
  const parsed = parsePlanFile(edited)
  expect('value' in parsed && [...parsed.value]).not.toEqual(pending(plan).map((change) => changeLine(WHERE, change)))
})

test.each([
  ['', 'is not JSON'],
  ['{', 'is not JSON'],
  ['null', 'is not a plan'],
  ['[]', 'is not a plan'],
  ['{"version":2,"where":"x","changes":[]}', 'is not a plan'],
  ['{"version":1,"changes":[]}', 'is not a plan'],
  ['{"version":1,"where":"x","changes":[{"action":"destroy","kind":"authn"}]}', 'is not a plan'],
  ['{"version":1,"where":"x","changes":[{"action":"create","kind":"gcp"}]}', 'is not a plan'],
  [
    '{"version":1,"where":"x","changes":[{"action":"create","kind":"authn","wanted":{"claims":{"sub":1}}}]}',
    'is not a plan',
  ],
])('%j is refused', (text, says) => {
  const parsed = parsePlanFile(text)
  expect('problem' in parsed && parsed.problem).toContain(says)
})
