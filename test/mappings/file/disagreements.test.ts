import { expect, test } from 'vitest'
import { disagreements, expectedIn } from '../../../src/mappings/file/disagreements.ts'
import { uuid } from '../samples.ts'

test('what an entry says of its account, role and team is what it expects', () => {
  expect(
    expectedIn({ kind: 'authn', 'role-name': 'R', 'account-uuid': uuid(1), 'mapping-id': 'x', 'created-at': 'y' }),
  ).toEqual({ expected: { roleName: 'R', accountUuid: uuid(1) } })
  expect(expectedIn({ kind: 'authn', 'mapping-id': 'x', 'created-at': 'y', 'role-name': '' })).toEqual({})
})

test.each([
  [{ roleName: 'Admins' }, { roleName: 'Read\u200b' }, ['role-name is "Admins", and Datadog says "Read\\u200b".']],
  [{ teamName: 'a', roleName: 'b' }, { teamName: 'b', roleName: 'a' }, ['role-name is "b"', 'team-name is "a"']],
  [
    { accountUuid: uuid(1) },
    { accountUuid: uuid(2) },
    [`account-uuid is "${uuid(1)}", and Datadog says "${uuid(2)}".`],
  ],
  [{ accountUuid: 'A'.repeat(36) }, { accountUuid: 'a'.repeat(36) }, []],
  [{ roleName: 'Admins' }, { roleName: 'admins' }, ['role-name is "Admins"']],
  [{ roleName: 'Admins' }, { roleName: 'Admins' }, []],
  [{ roleName: 'Admins' }, {}, []],
  [{}, { roleName: 'Admins' }, []],
])('%j against %j: %j', (expected, found, says) => {
  expect(disagreements(expected, found)).toEqual(says.map((part) => expect.stringContaining(part)))
})
