import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/action/inputs/read-step.ts'
import type { Room } from '../../../src/action/report/plan-markdown.ts'
import { sheetOf } from '../../../src/action/report/plan-report.ts'
import { hasDrifted, viewOf } from '../../../src/action/report/plan-view.ts'
import { inert, oneLine } from '../../../src/action/report/safe-text.ts'
import { Secrets } from '../../../src/action/secrets.ts'
import { Failure } from '../../../src/failure.ts'
import type { LiveMapping, MappingAttributes } from '../../../src/mappings/mapping.ts'
import { toJson } from '../../../src/mappings/mapping-json.ts'
import type { Wanted } from '../../../src/mappings/plan/plan.ts'
import type { Powerful } from '../../../src/mappings/power.ts'
import type { Planned } from '../../../src/operations/outcome.ts'
import { live, planned as planOf, role, uuid, wanted } from '../../mappings/samples.ts'
import { readLine } from '../../mappings/shown-text.ts'
import { codesOf, elementsOf, rendered, textOutsideCode } from '../../support/rendered.ts'

const DIGEST = 'd'.repeat(64)
const ROOM: Room = { limit: 65_000, size: (text) => text.length, elsewhere: 'the output plan-file' }

function plannedOf(mappings: readonly Wanted[], present: readonly LiveMapping[], more: Partial<Planned> = {}): Planned {
  const frame = { site: 'datadoghq.com', rules: '' }
  return { plan: planOf(mappings, present), frame, digest: DIGEST, prune: true, refusals: [], ...more }
}

function sheet(planned: Planned) {
  const failure = new Failure('approval-missing', 'This plan has not been approved.')
  return sheetOf({ failure, planned, step: undefined }, { env: {}, secrets: new Secrets() })
}

const markdownOf = (planned: Planned, room: Partial<Room> = {}) => sheet(planned).markdown({ ...ROOM, ...room })
const firstLine = (text: string) => text.split('\n')[0]
const persona = (name: string, account = 'ci@example.com') =>
  wanted('aws-persona', { arnPattern: role(name), accountIdentifier: account })
const livePersona = (id: number, name: string, account = 'ci@example.com') =>
  live('aws-persona', uuid(id), { arnPattern: role(name), accountIdentifier: account, accountUuid: uuid(900 + id) })

const REFUSAL = { code: 'max-deletes', text: 'Too many would go.', mappingIds: [] } as const

describe('a change', () => {
  test('of an account shows what goes and what comes, each attribute on a line of its own, ids last and small', () => {
    const planned = plannedOf([persona('a', uuid(7))], [livePersona(1, 'a', 'old@example.com')])
    expect(markdownOf(planned)).toContain(
      [
        '**Replace** AWS persona mapping',
        '',
        `- \`arn-pattern: ${role('a')}\``,
        '- ➖ `account-identifier: old@example.com`',
        `- ➕ \`account-identifier: ${uuid(7)}\``,
        `- <sub>\`mapping-id: ${uuid(1)}\` \`account-uuid: ${uuid(901)}\`</sub>`,
      ].join('\n'),
    )
    expect(sheet(planned).lines).toEqual([
      `± replace AWS persona mapping ${role('a')} → ${uuid(7)}`,
      `      arn-pattern: ${role('a')}`,
      '    - account-identifier: old@example.com',
      `    + account-identifier: ${uuid(7)}`,
      `      mapping-id: ${uuid(1)}`,
      `      account-uuid: ${uuid(901)}`,
    ])
  })

  test('is shown after replacements and deletes when it creates, the most dangerous create first', () => {
    const open = wanted('github-persona', { claims: { sub: '^.*$' }, accountIdentifier: 'x@example.com' })
    const planned = plannedOf(
      [persona('new'), open, persona('changed', uuid(7))],
      [livePersona(1, 'gone'), livePersona(2, 'changed', 'old@example.com')],
    )
    const heads = markdownOf(planned).match(/^\*\*\w+\*\* \w+ \w+ mapping/gm)
    expect(heads).toEqual([
      '**Replace** AWS persona mapping',
      '**Delete** AWS persona mapping',
      '**Create** GitHub persona mapping',
      '**Create** AWS persona mapping',
    ])
  })

  test('comes before unmanaged mappings, of which the most dangerous is the first', () => {
    const open = live('github-intake', uuid(2), { claims: { sub: 'repo:.*' } })
    const narrow = live('aws-intake', uuid(1), { arnPattern: role('agent') })
    const text = markdownOf(plannedOf([persona('new')], [], { unmanaged: [narrow, open] }))
    const places = ['**Create**', 'repo:.*', role('agent')].map((shown) => text.indexOf(shown))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  test('has the power of its account, what is dangerous in bold, and says when that is not known', () => {
    const admin: Powerful = {
      uuid: uuid(9),
      email: 'jane@example.com',
      serviceAccount: false,
      disabled: true,
      roles: [{ id: uuid(8), name: 'Datadog Admin Role', managed: true }],
      permissions: ['org_management', 'monitors_read'],
    }
    const power = new Map<string, Powerful | { unknown: string }>([
      ['jane@example.com', admin],
      ['ci@example.com', { unknown: 'users may not be read' }],
    ])
    const text = markdownOf(plannedOf([persona('a', 'jane@example.com'), persona('b')], [], { power }))
    expect(text).toContain(
      '- `account-identifier: jane@example.com` (person, **disabled**, **Datadog Admin Role**, 2 permissions, **may change the organization and its SAML login**)',
    )
    expect(text).toContain('- `account-identifier: ci@example.com` (permissions unknown: users may not be read)')
    expect(text.indexOf('jane@example.com')).toBeLessThan(text.indexOf('ci@example.com'))
  })

  test('of an AuthN mapping has the power of the role', () => {
    const role = { id: uuid(5), name: 'Ops', managed: false, permissions: ['api_keys_write'] }
    const group = wanted('authn', { attributeKey: 'a', attributeValue: 'b', roleId: uuid(5) })
    expect(markdownOf(plannedOf([group], [], { power: new Map([[uuid(5), role]]) }))).toContain(
      `- \`role-id: ${uuid(5)}\` (Ops, 1 permission, **may create API keys**)`,
    )
  })
})

describe('the first line', () => {
  test('says that a refused plan cannot be approved, and nothing below gives a digest', () => {
    const planned = plannedOf([persona('a')], [], { refusals: [REFUSAL] })
    const text = markdownOf(planned)
    expect(firstLine(text)).toBe('### Datadog mappings: not approvable: apply would refuse this plan (1 to create)')
    expect(text).toContain('> - Too many would go.')
    expect(text).not.toContain(DIGEST)
    expect(sheet(planned).title).toMatch(/^Not approvable/)
    expect(sheet(planned).lines[0]).toBe('! apply would refuse: Too many would go.')
    expect(markdownOf({ ...planned, refusals: [] })).toContain(DIGEST)
  })

  test('counts the changes that are left out when there is no room: the least dangerous ones, each as a whole', () => {
    const many = Array.from({ length: 300 }, (_, index) => persona(`r${index}`))
    const open = wanted('github-persona', { claims: { sub: '^.*$' }, accountIdentifier: 'x@example.com' })
    const planned = plannedOf([...many, open], [livePersona(1, 'gone')], { unmanaged: [livePersona(2, 'unmanaged')] })
    const text = markdownOf(planned, { limit: 10_000 })
    expect(text.length).toBeLessThanOrEqual(10_000)
    const shown = text.match(/^\*\*(?:Create|Delete)\*\*/gm)?.length ?? 0
    expect(firstLine(text)).toContain(`; ${302 - shown} changes left out here, see the output plan-file`)
    expect(text.match(/account-identifier: /g)).toHaveLength(shown + 1)
    for (const kept of ['gone/*', 'any job on GitHub', 'claims.sub: /^.*$/', 'unmanaged/*'])
      expect(text).toContain(kept)
    expect(firstLine(markdownOf(planned, { limit: 1_000_000 }))).not.toContain('left out')
  })
})

describe('warnings', () => {
  test('are above the changes, the most dangerous first, each with the mappings that it is about', () => {
    const byName = (name: string) =>
      wanted('github-persona', {
        claims: { repository: `^my-org/${name}$`, sub: `^repo:my-org/${name}:ref:refs/heads/main$` },
        accountIdentifier: 'x@example.com',
      })
    const open = wanted('github-persona', { claims: { sub: '^.*$' }, accountIdentifier: 'x@example.com' })
    const text = markdownOf(plannedOf([byName('a'), byName('b'), open], []))
    const [high, medium, ...others] = text.split('\n').filter((line) => line.startsWith('> - '))
    expect(others).toEqual([])
    expect(high).toMatch(/^> - \*\*high\*\* · claims: .*any job on GitHub/)
    expect(medium).toMatch(/^> - \*\*medium\*\* · claims: .*`.*my-org\/a.*`, `.*my-org\/b.*`$/)
    expect(text.indexOf('> [!WARNING]')).toBeLessThan(text.indexOf('**Create**'))
  })
})

describe('what apply leaves as it is', () => {
  test('is named when it is unmanaged, and counted when it is unchanged or ignored', () => {
    const planned = plannedOf([persona('a')], [livePersona(1, 'a')], {
      unmanaged: [livePersona(2, 'backdoor', 'mallory@example.com')],
      unread: [{ kind: 'authn', why: 'Datadog answered 403 Forbidden.' }],
      ignored: 3,
    })
    const text = markdownOf(planned)
    expect(text).toContain('**Unmanaged** AWS persona mapping')
    expect(text).toContain('`account-identifier: mallory@example.com`')
    expect(text).toContain(
      '- Could not read the AuthN mappings, so it is unknown what changed there. Datadog answered 403',
    )
    expect(text).toContain('1 unchanged, 3 ignored.')
    expect(sheet(planned).lines.join('\n')).toContain(`? unmanaged AWS persona mapping ${role('backdoor')}`)
  })
})

describe('seen from what is live', () => {
  const changed = livePersona(1, 'a', 'mallory@example.com')
  const planned = {
    ...plannedOf([persona('a', uuid(7)), persona('lost')], [changed, livePersona(2, 'more')], {
      unmanaged: [livePersona(3, 'backdoor')],
    }),
    seenFrom: 'live',
  } as const

  test('what apply would undo is what happened', () => {
    const lines = sheet(planned).lines
    expect(lines).toContain(`- AWS persona mapping ${role('lost')} → ci@example.com was removed`)
    expect(lines.filter((line) => line.endsWith(' was added'))).toHaveLength(2)
    expect(lines[0]).toMatch(/ now acts as mallory@example\.com/)
    expect(lines).toContain('    + account-identifier: mallory@example.com')
    expect(lines).toContain(`    - account-identifier: ${uuid(7)}`)
  })

  test('the first line counts it, and says when there is none, or when that is not known', () => {
    expect(viewOf(planned).headline).toBe('drift (1 changed, 2 added, 1 removed)')
    const none = plannedOf([persona('a')], [livePersona(1, 'a')], { seenFrom: 'live', unmanaged: [] })
    expect(viewOf(none).headline).toBe('no drift')
    const unread = [{ kind: 'authn', why: 'Datadog answered 403.' }] as const
    expect(viewOf({ ...none, unread }).headline).toBe('no drift in what could be read')
    expect([hasDrifted(planned), hasDrifted(none), hasDrifted({ ...none, unread })]).toEqual([true, false, undefined])
    expect(viewOf({ ...none, refusals: [REFUSAL] }).headline).toMatch(/^not approvable: apply would refuse/)
  })
})

const piece = fc.oneof(
  fc.constantFrom(
    '::error::x',
    '##[group]x',
    '```',
    '`',
    '</code>',
    '<img src=x>',
    '| a |',
    '\\|',
    '@octocat',
    'ma\u200bin',
  ),
  fc.constantFrom(
    '\\u200b',
    ' ref: /main/',
    '  ',
    '\u001b[2K',
    '\u202e',
    '&amp;',
    '# ',
    '- x',
    '$x$',
    '\n- ➕ x',
    '[!NOTE]',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const text = fc.array(piece, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''))

describe('whatever text is in an attribute', () => {
  const anyAttributes: fc.Arbitrary<MappingAttributes> = fc.record({
    claims: fc.dictionary(text, text, { minKeys: 1, maxKeys: 3 }),
    accountIdentifier: text,
  })

  test('a program reads it back exactly from log and Markdown, and nothing of it is rendered', () => {
    fc.assert(
      fc.property(anyAttributes, anyAttributes, (fresh, old) => {
        const planned = plannedOf(
          [wanted('github-persona', fresh)],
          [live('github-persona', uuid(1), { ...old, accountUuid: uuid(2) })],
        )
        const view = sheet(planned)
        const html = rendered(view.markdown({ ...ROOM, limit: 1_000_000 }))
        const places = [codesOf(html), view.lines.map((line) => inert(oneLine(line)).replace(/^ {4}[-+ ] /, ''))]
        for (const { claims = {}, accountIdentifier = '' } of [fresh, old]) {
          const { claims: shown = {} } = toJson({ claims })
          const expected = [
            ['account-identifier', accountIdentifier],
            ...Object.entries(shown).map(([name, value]) => [`claims.${name}`, value]),
          ]
          for (const place of places) expect(place.map(readLine)).toEqual(expect.arrayContaining(expected))
        }
        expect(elementsOf(html).filter((name) => ['img', 'a', 'table', 'pre'].includes(name))).toEqual([])
        expect(textOutsideCode(html)).not.toMatch(/@octocat/)
      }),
      { numRuns: 200 },
    )
  })
})

test('nothing to approve says so, with what is unmanaged', () => {
  const planned = plannedOf([persona('a')], [livePersona(1, 'a')], { unmanaged: [livePersona(2, 'b')] })
  expect(viewOf(planned).headline).toBe('nothing to approve (no changes, 1 unmanaged)')
})

describe('below the first line', () => {
  const step: Step = {
    request: {
      operation: 'plan',
      failOn: 'refused',
      desired: { mappings: [], scope: {}, accepted: [], paths: ['a`b.yml'], prune: false, maxDeletes: 5, force: [] },
    },
    event: { name: 'push', trigger: 'push', trust: 'any-approval', commit: '0123456789abcdef0123456789abcdef01234567' },
    origin: 'https://api.datadoghq.com',
    place: { site: 'datadoghq.com', orgUuid: uuid(1) },
    timeoutSeconds: 300,
    retries: 4,
    warnings: [],
    notices: [],
  }
  const facts = (more: Partial<Planned>, env = {}) => {
    const outcome = { result: 'planned', planned: plannedOf([persona('a')], [], more), sentence: 'Plan.' } as const
    return sheetOf({ outcome, step }, { env, secrets: new Secrets() }).markdown(ROOM).split('\n')[2]
  }

  test('are org, site, file and commit, and the policy in force', () => {
    const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'my-org/app' }
    const commit = '[`0123456`](https://github.com/my-org/app/commit/0123456789abcdef0123456789abcdef01234567)'
    expect(facts({}, env)).toBe(
      `org \`${uuid(1)}\` · site \`datadoghq.com\` · file \`\` a\`b.yml \`\` at ${commit} · no policy`,
    )
    const policy = { rules: ['only service accounts', 'not the roles @admins'], violations: ['x is a person.'] }
    const named = facts({ org: { uuid: uuid(2), name: 'Acme <b>' }, policy })
    expect(named).toContain(`org **Acme &#60;b&#62;** \`${uuid(2)}\` ·`)
    expect(named).toContain('· policy: only service accounts; not the roles `@admins`')
  })
})
