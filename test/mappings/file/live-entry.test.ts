import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldOf } from '../../../src/mappings/attributes.ts'
import { startChecking } from '../../../src/mappings/checked.ts'
import { type Labels, liveEntry } from '../../../src/mappings/file/live-entry.ts'
import { parseMappingsFile } from '../../../src/mappings/file/mappings-file.ts'
import { newFile } from '../../../src/mappings/file/write-file.ts'
import { identityKey, KINDS } from '../../../src/mappings/kinds.ts'
import { KIND_NAMES, type LiveMapping } from '../../../src/mappings/mapping.ts'
import { attributesOf, live, role, uuid } from '../samples.ts'
import { HOSTILE_LIVE } from './hostile-live.ts'

const NONE: Labels = { roles: new Map(), teams: new Map(), accounts: new Map() }

async function written(mapping: LiveMapping, labels = NONE): Promise<string> {
  const entry = await liveEntry(mapping, labels, startChecking())
  if ('problem' in entry) return `not written: ${entry.problem}`
  const [, text = ''] = newFile([entry.fields], [], 'x.yml').split('mappings:\n')
  return text.replace(/^ {2}[- ] /gm, '')
}

describe('an entry', () => {
  test.each(KIND_NAMES)('of kind %s has every attribute', async (kind) => {
    for (const attributes of fc.sample(attributesOf(kind), 50)) {
      const entry = await liveEntry(live(kind, uuid(1), attributes), NONE, startChecking())
      const fields = 'problem' in entry ? [] : entry.fields.map(({ field }) => field)
      const names = Object.keys(attributes) as (keyof typeof attributes)[]
      expect(fields).toEqual(expect.arrayContaining(names.map(fieldOf)))
    }
  })

  test('has plain claims where escaping gives the matcher again, and no subject that is built', async () => {
    const claims = {
      sub: 'repo:a/b\\.c:ref:refs/heads/main$|^repo:a@\\d+/b\\.c@\\d+:ref:refs/heads/main$',
      ref: '^refs/heads/main$',
      repository: '^a/b\\.c$',
    }
    expect(await written(live('github-intake', uuid(1), { claims }))).toBe(
      'kind: github-intake\nclaims:\n  repository: a/b.c\n  ref: refs/heads/main\n',
    )
    const other = { ...claims, sub: claims.sub.replace('\\d+', '1') }
    expect(await written(live('github-intake', uuid(1), { claims: other }))).toContain('  sub: /repo:a/b')
  })

  test.each([
    ['^my\\-org/app$', '/^my\\-org/app$/'],
    ['main', '/main/'],
    ['^/a/$', '/^/a/$/'],
    ['^\\$HOME$', '/^\\$HOME$/'],
    ['^a.c$', '/^a.c$/'],
    ['^12\\.5$', "'12.5'"],
  ])('has the matcher %s as %s', async (pattern, text) => {
    const mapping = live('github-intake', uuid(1), { claims: { sub: 'repo:a/b:.+$', actor: pattern } })
    expect(await written(mapping)).toContain(`  actor: ${text}\n`)
  })

  test('has a marker where reading would change or refuse a value', async () => {
    const user = (arnPattern: string) => written(live('aws-intake', uuid(1), { arnPattern }))
    expect(await user('arn:aws:iam::123456789012:role/ci/a')).toContain('rewrite-role-arn: false\n')
    expect(await user(role('a'))).not.toContain('rewrite-role-arn')
    const group = { attributeKey: 'k', attributeValue: '$Finance', roleId: uuid(2) }
    expect(await written(live('authn', uuid(1), group))).toContain('literal: true\n')
    expect(await written(live('authn', uuid(1), { ...group, attributeValue: 'GRP$Finance' }))).not.toContain('literal')
    const claims = { sub: 'repo:a/b:(?=main)' }
    expect(await written(live('github-intake', uuid(1), { claims }))).toContain('literal: true\n')
  })

  test('has names with ids beside them where they are unique and readable, otherwise ids with names', async () => {
    const mapping = live('authn', uuid(1), { attributeKey: 'k', attributeValue: 'v', roleId: uuid(2), roleName: 'Old' })
    const labels = (name: string, isUnique: boolean): Labels => ({
      ...NONE,
      roles: new Map([[uuid(2), { name, isUnique }]]),
    })
    expect(await written(mapping, labels('Ops', true))).toContain(`role: Ops # ${uuid(2)}\n`)
    expect(await written(mapping, labels('Ops', false))).toContain(`role-id: '${uuid(2)}' # Ops\n`)
    expect(await written(mapping, labels('$Ops', true))).toContain(`role-id: '${uuid(2)}' # $Ops\n`)
    expect(await written(mapping, labels('O\u200bps', true))).toContain(`role-id: '${uuid(2)}' # O\\u200bps\n`)
    expect(await written(mapping)).toContain(`role-id: '${uuid(2)}' # Old\n`)
  })

  test.each([
    [{ accountIdentifier: 'a@example.com', accountUuid: uuid(3) }, 'a@example.com'],
    [{ accountIdentifier: 'odd handle', accountUuid: uuid(3) }, `'${uuid(3)}' # odd handle`],
    [{ accountIdentifier: 'a b@example.com', accountUuid: uuid(3) }, `'${uuid(3)}'`],
    [{ accountUuid: uuid(3) }, `'${uuid(3)}'`],
    [{ accountIdentifier: 'odd' }, 'odd'],
  ])('has the account %o as %s', async (account, text) => {
    const mapping = live('aws-persona', uuid(1), { arnPattern: role('a'), ...account })
    expect(await written(mapping)).toContain(`account-identifier: ${text}\n`)
  })

  test.each([
    [live('aws-persona', uuid(1), { arnPattern: role('a') }), 'no account'],
    [live('aws-intake', uuid(1), { arnPattern: '' }), 'no arn-pattern'],
    [live('aws-intake', uuid(1), { arnPattern: role('a\u2060') }), 'U+2060'],
    [live('github-intake', uuid(1), { claims: {} }), 'no claims'],
    [live('github-intake', uuid(1), { claims: { sub: 'a', run_id: '1' } }), 'run_id'],
    [live('github-intake', uuid(1), { claims: { sub: 'a\u3164' } }), 'U+3164'],
    [live('authn', uuid(1), { attributeKey: 'k', attributeValue: 'v' }), 'neither a role nor a team'],
    [live('authn', uuid(1), { attributeKey: 'k', attributeValue: 'a\nb', roleId: uuid(2) }), 'U+000A'],
  ])('is not written for %o', async (mapping, why) => {
    expect(await written(mapping)).toMatch(/^not written: /)
    expect(await written(mapping)).toContain(why)
  })
})

test('whatever is live: what is written is read as it was', async () => {
  const checking = startChecking()
  await fc.assert(
    fc.asyncProperty(HOSTILE_LIVE, async (mapping) => {
      const entry = await liveEntry(mapping, NONE, checking)
      if ('problem' in entry) throw new Error(entry.problem)
      const { file, problems } = await parseMappingsFile(newFile([entry.fields], [mapping], 'x.yml'))
      expect(problems).toEqual([])
      const [read] = file?.mappings ?? []
      const meaning = KINDS[mapping.kind]
      expect(read?.kind).toBe(mapping.kind)
      expect(identityKey(meaning, read?.attributes ?? {})).toBe(identityKey(meaning, mapping))
      if (meaning.persona)
        expect([mapping.accountIdentifier, mapping.accountUuid]).toContain(read?.attributes.accountIdentifier)
    }),
    { numRuns: 400 },
  )
})
