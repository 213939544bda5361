import fc from 'fast-check'
import type { LiveMapping } from '../../../src/mappings/mapping.ts'
import { uuid } from '../samples.ts'

/** Texts that YAML, a template, a shell or a reader could take for something else, a group a line. */
const HOSTILE = [
  'yes|No|y|on|null|Null|~|true|0123|1e3|0x1F|1_000|12:30:45|.inf|2026-11-21|=|E0',
  '# x|a # b|a: b|a:|: a|- a|-|? a|*a|&a|!a|%a|@a|`a`|>|[a]|{a: b}|,|---|...|<<',
  'it\'s|"quoted"|\'|""|back\\slash|C:\\Users| leading|trailing |two  spaces',
  'GRP$Finance|$Finance|${HOME}|$(id)|{{ name }}|${{ github.ref }}|***|a***b|/a/|/|//|::error::x',
  '##[error]x|<b>|@octocat|Ünïcödé|日本語|🚀|CN=Ops,OU=Groups,DC=example,DC=com',
].flatMap((line) => line.split('|'))

/** A text of visible characters as something live can have it. */
export const HOSTILE_TEXT = fc.oneof(
  fc.constantFrom(...HOSTILE, '|', 'a'.repeat(300)),
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 }),
)

const ODD_MATCHERS = ['.*', '^$', '^main$', '^my\\-org$', '^(?i)main$', '(?=a)', 'a|b', '^refs/heads/.+', '[']

const escaped = (text: string) => text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&')

/** A claim matcher: of one text, with and without anchors, or one that no text gives. */
export const MATCHERS = fc.oneof(
  HOSTILE_TEXT.map((text) => `^${escaped(text)}$`),
  HOSTILE_TEXT.map(escaped),
  fc.constantFrom(...ODD_MATCHERS, '^a\\Qb.c\\E$', '\\/', '//'),
)

const claims = fc.dictionary(fc.constantFrom('sub', 'ref', 'repository', 'repository_id', 'environment'), MATCHERS, {
  minKeys: 1,
})
const account = fc.oneof(HOSTILE_TEXT, fc.constant('a@example.com'))
/** Mappings of every sort as something live can have them. */
export const HOSTILE_LIVE: fc.Arbitrary<LiveMapping> = fc.oneof(
  fc.record({ kind: fc.constant('aws-intake' as const), id: fc.constant(uuid(1)), arnPattern: HOSTILE_TEXT }),
  fc.record({ kind: fc.constant('github-intake' as const), id: fc.constant(uuid(1)), claims }),
  fc.record({
    kind: fc.constant('github-persona' as const),
    id: fc.constant(uuid(1)),
    claims,
    accountIdentifier: account,
    accountUuid: fc.constant(uuid(3)),
  }),
  fc.record({
    kind: fc.constant('authn' as const),
    id: fc.constant(uuid(1)),
    attributeKey: HOSTILE_TEXT,
    attributeValue: HOSTILE_TEXT,
    roleId: fc.constant(uuid(2)),
  }),
)
