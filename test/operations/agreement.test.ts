import { describe, expect, test } from 'vitest'
import { Client } from '../../src/datadog/client.ts'
import { asFailure } from '../../src/failure.ts'
import type { FileMapping } from '../../src/mappings/file/mappings-file.ts'
import type { Change } from '../../src/mappings/plan/plan.ts'
import { requireAgreement } from '../../src/operations/agreement.ts'
import { Names } from '../../src/operations/names.ts'
import { fakeSession, type Turn } from '../datadog/fake-session.ts'
import { live, uuid } from '../mappings/samples.ts'

const TEAM = uuid(90)
const platform = { id: TEAM, attributes: { name: 'Platform', handle: 'core' } }
const answering = (turn: Turn) => fakeSession([turn])
const found: Turn = { text: JSON.stringify({ data: platform }) }

const entry = (teamName: string): FileMapping => ({
  kind: 'authn',
  attributes: { attributeKey: 'k', attributeValue: 'v', teamId: TEAM },
  expected: { teamName },
  place: 'line 3, column 5',
})

async function agreement(wanted: FileMapping, turn: Turn, isLive = false) {
  const session = answering(turn)
  const change: Change = isLive
    ? { action: 'unchanged', wanted, live: live('authn', uuid(1), { teamId: TEAM, teamName: 'Platform' }), notes: [] }
    : { action: 'create', wanted, notes: [] }
  const desired = {
    paths: ['x.yml'],
    mappings: [wanted],
    scope: {},
    prune: false,
    maxDeletes: 5,
    force: [],
    accepted: [],
  }
  const result = await requireAgreement(new Client(session), desired, [change]).catch(asFailure)
  return { sent: session.sent, message: result?.message ?? '' }
}

describe('what an entry says of its team', () => {
  test.each([
    ['Other', false, ['line 3, column 5: team-name is "Other", and Datadog says "Platform".'], 1],
    ['Other', true, ['team-name is "Other", and Datadog says "Platform".'], 0],
    ['Platform', false, [], 1],
  ])('%s, live: %s, is told to disagree: %j', async (teamName, isLive, says, requests) => {
    const { message, sent } = await agreement(entry(teamName), found, isLive)
    expect(sent).toEqual(Array(requests).fill(`GET /api/v2/team/${TEAM}`))
    if (says.length === 0) expect(message).toBe('')
    for (const text of says) expect(message).toContain(text)
  })

  test('is not held against it when the team may not be read', async () => {
    expect((await agreement(entry('Other'), { status: 403 })).message).toBe('')
  })
})

test('a team by name and another one by id are told to disagree', async () => {
  const session = answering({ text: JSON.stringify({ data: [platform] }) })
  const given = { kind: 'authn' as const, attributes: { teamId: uuid(91) }, names: { team: 'core' } }
  const names = new Names(new Client(session))
  expect(await names.resolve(given).catch(asFailure)).toMatchObject({
    message: `team: "core" is ${TEAM}, and team-id is ${uuid(91)}. Leave one of them out.`,
  })
  expect(await names.resolve({ ...given, attributes: { teamId: TEAM } })).toMatchObject({
    attributes: { teamId: TEAM },
  })
})

test('an id that Datadog writes in upper case is the one that was given', async () => {
  const id = 'abcdef01-0000-4000-8000-000000000000'
  const session = answering({ text: JSON.stringify({ data: [{ ...platform, id: id.toUpperCase() }] }) })
  const given = { kind: 'authn' as const, attributes: { teamId: id }, names: { team: 'core' } }
  expect(await new Names(new Client(session)).resolve(given)).toMatchObject({ attributes: { teamId: id } })
})
