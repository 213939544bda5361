const ROLE = '94172444-be03-11e9-a77a-db1879185210'
const HEAD = 'version: 1\nmappings:\n'
const INTAKE = '  - kind: aws-intake\n    arn-pattern: arn:aws:sts::123456789012:assumed-role/a/*\n'
const AUTHN = '  - kind: authn\n    attribute-key: member-of\n    attribute-value: Dev\n'
const scope = (text: string) => `version: 1\nscope: ${text}\nmappings: []\n`

interface Mistake {
  readonly text: string
  /** A part of each line of the problem, in order. */
  readonly says: readonly string[]
  /** Whether it is a mistake of the shape, which editors see too. */
  readonly shape?: boolean
}

// Nine levels of nine references each.
const BOMB = [...'abcdefghi']
  .map(
    (name, index) =>
      `${name}: &${name} [${Array(9)
        .fill(index === 0 ? 'x' : `*${'abcdefghi'[index - 1]}`)
        .join(', ')}]\n`,
  )
  .join('')

/** Files with mistakes, by what is wrong with them. */
export const MISTAKES: Readonly<Record<string, Mistake>> = {
  'an empty file': { text: '', says: ['the file is empty.'] },
  'a blank file': { text: ' \n\t\n', says: ['the file is empty.'] },
  'comments only': { text: '# later\n', says: ['line 1, column 1: the file is not a block of fields.'], shape: true },
  'a word': { text: 'hello', says: ['line 1, column 1: the file is not a block of fields.'], shape: true },
  'a list': { text: '- a', says: ['line 1, column 1: the file is not a block of fields.'], shape: true },
  'a picture': { text: '\ufffdPNG\r\n\u001a\n\0\0\0', says: ['is not text in UTF-8'] },
  'UTF-16': { text: Buffer.from('version: 1\n', 'utf16le').toString('utf8'), says: ['is not text in UTF-8'] },
  'a huge file': { text: `#${'x'.repeat(17 * 1024 * 1024)}`, says: ['characters, and at most'] },
  'a tab': { text: 'version: 1\nmappings:\n\t- kind: authn\n', says: ['line 3, column 1: Tabs are not allowed'] },
  'a field given twice': {
    text: 'version: 1\nversion: 1\nmappings: []\n',
    says: ['line 2, column 1: version is given twice.'],
  },
  'null for a text': {
    text: `${HEAD}  - kind: authn\n    attribute-key: member-of\n    attribute-value: null\n    role-id: ${ROLE}\n`,
    says: ['line 5, column 22: null means that there is no value.'],
  },
  'an expression in a SAML value that nothing replaces': {
    text: `${HEAD}  - kind: authn\n    attribute-key: member-of\n    attribute-value: "\${{ vars.GROUP }}"\n    role-id: ${ROLE}\n`,
    says: ['which was not replaced'],
  },
  'two documents': {
    text: 'version: 1\nmappings: []\n---\nversion: 1\n',
    says: ['line 3, column 1: a second document begins here.'],
  },
  'an open bracket': { text: 'version: 1\nmappings: [\n', says: ['line 3, column 1: '] },
  'JSON without a comma': { text: '{"version":1 "mappings":[]}', says: ['line 1, column 12: '] },
  'a field given twice through an alias': {
    text: `${HEAD}  - kind: authn\n    attribute-key: &k attribute-value\n    attribute-value: Dev\n    *k : Admins\n    role-id: ${ROLE}\n`,
    says: ['line 6, column 5: attribute-value is given twice.'],
  },
  'a claim given twice': {
    text: `${HEAD}  - kind: github-intake\n    claims: { repository: a/b, ref: refs/heads/a, 'ref': refs/heads/b }\n`,
    says: ['line 4, column 51: ref is given twice.'],
  },
  'a merge key': {
    text: `${HEAD}  - &a { kind: aws-intake, arn-pattern: 'arn:aws:iam::123456789012:user/a' }\n  - { <<: *a, kind: aws-intake, arn-pattern: 'arn:aws:iam::123456789012:user/b' }\n`,
    says: ['line 4, column 7: << is a merge key'],
  },
  'a name that is a list': {
    text: `${HEAD}  - ? [a]\n    : b\n    kind: aws-intake\n    arn-pattern: 'arn:aws:iam::123456789012:user/a'\n`,
    says: ['line 3, column 7: the name of a field is not a single text.'],
  },
  'a tag': {
    text: `${HEAD}  - kind: aws-intake\n    arn-pattern: !secret 'arn:aws:iam::123456789012:user/a'\n`,
    says: ['line 4, column 26: !secret is a tag'],
  },
  'an alias within its own anchor': {
    text: `version: 1\nmappings: &a [*a]\n`,
    says: ['line 2, column 15: *a stands within its own anchor.'],
  },
  'an alias without an anchor': {
    text: `${HEAD}  - kind: *gone\n`,
    says: ['line 3, column 11: *gone has no anchor before it.'],
  },
  'a bomb of aliases': {
    text: `${BOMB}version: 1\nmappings: []\n`,
    says: ['line 7, column 16: up to here the aliases expand to more than'],
  },
  'very deep nesting': {
    text: `${HEAD}  - ${'['.repeat(100_000)}\n`,
    says: ['the file is nested more than 250 levels deep.'],
  },
  'a million wrong escapes': {
    text: `${HEAD}${`  - "${'\\x'.repeat(32_000)}"\n`.repeat(40)}`,
    says: [...Array(20).fill('line 3, column '), 'and 80 more like these.'],
  },
  'a text that no field takes': {
    text: `version: 1\nmappings: ${'x'.repeat(70_000)}\n`,
    says: ['line 2, column 11: a text of 70000 characters'],
  },
  'invisible characters': {
    text: `${HEAD}  - { kind: github-intake, claims: { repository: a/b, ref: "refs/heads/ma\\u200bin" } }\n  - { kind: aws-intake, arn-pattern: "arn:aws:iam::123456789012:user/a\\u3164" }\n`,
    says: [
      'line 3, column 36: claims: ref: "refs/heads/ma\\u200bin" has',
      'line 4, column 38: arn-pattern: "arn:aws:iam::123456789012:user/a\\u3164" has an invisible',
    ],
  },
  'invisible characters in what is taken as it is written': {
    text: `${HEAD}  - { kind: github-intake, literal: true, claims: { sub: "/repo:a/b:ref:refs/heads/ma\\u3164in/" } }\n  - { kind: authn, literal: true, attribute-key: "k\\u2800", attribute-value: v, role-id: ${ROLE} }\n`,
    says: [
      'line 3, column 51: claims: sub: "/repo:a/b:ref:refs/heads/ma\\u3164in/" has',
      'line 4, column 50: attribute-key: "k\\u2800" has',
    ],
  },
  'an invisible character in the scope': {
    text: scope('{ authn: { attribute-keys: ["member\\u2060of"] } }'),
    says: ['line 2, column 36: "member\\u2060of" has a line break or an invisible character'],
  },
  'mistakes of every sort, all independent': {
    text: `version: 2\nowner: me\nscope: { aws-intake: { accounts: ["123"] } }\nmappings:\n${INTAKE}${INTAKE}  - { kind: aws-persona, arn-pattern: nonsense, account_identifier: a@b.c, account-identifier: 'a @b' }\n  - { kind: authn, attribute-key: k, attribute-value: v }\n`,
    says: [
      'line 1, column 10: version is not 1.',
      'line 2, column 1: owner is not a field.',
      'line 9, column 49: mappings[2].account_identifier is not a field.',
      'line 9, column 39: arn-pattern: "nonsense" is',
      'line 9, column 96: account-identifier: "a @b" is not an email',
      'line 10, column 5: role-id: an AuthN mapping gives one of role or role-id, team or team-id.',
      'line 7, column 5: this is the same mapping as the one at line 5, column 5.',
      'line 3, column 35: "123" is not an AWS account number',
    ],
    shape: true,
  },
  'deep nesting': {
    text: `${HEAD}  - ${'['.repeat(200)}${']'.repeat(200)}\n`,
    says: ['line 3, column 5: mappings[0] is not a block of fields.'],
    shape: true,
  },
  'no version': { text: 'mappings: []\n', says: ['line 1, column 1: version is missing. Write 1.'], shape: true },
  'an empty version': { text: 'version:\nmappings: []\n', says: ['line 1, column 9: version is not 1.'], shape: true },
  'another version': {
    text: 'version: 2\nmappings: []\n',
    says: ['line 1, column 10: version is not 1.'],
    shape: true,
  },
  'no mappings': { text: 'version: 1\n', says: ['line 1, column 1: mappings is missing.'], shape: true },
  'mappings without entries': {
    text: 'version: 1\nmappings:\n',
    says: ['line 2, column 10: mappings is not a list.'],
    shape: true,
  },
  'mappings as a block': {
    text: 'version: 1\nmappings: { a: b }\n',
    says: ['line 2, column 11: mappings is not a list.'],
    shape: true,
  },
  'a field misspelled at the top': {
    text: 'version: 1\nmapping: []\n',
    says: ['mappings is missing.', 'line 2, column 1: mapping is not a field. Did you mean mappings?'],
    shape: true,
  },
  'a field from nowhere': {
    text: 'version: 1\nmappings: []\nowner: me\n',
    says: ['line 3, column 1: owner is not a field.'],
    shape: true,
  },
  'an entry that is a word': {
    text: `${HEAD}  - text\n`,
    says: ['line 3, column 5: mappings[0] is not a block of fields.'],
    shape: true,
  },
  'an entry without anything': { text: `${HEAD}  -\n`, says: ['mappings[0] is not a block of fields.'], shape: true },
  'an entry without a kind': {
    text: `${HEAD}  - arn-pattern: x\n`,
    says: ['line 3, column 5: mappings[0].kind is missing. Write one of aws-persona,'],
    shape: true,
  },
  'a kind misspelled': {
    text: `${HEAD}  - kind: aws-person\n`,
    says: ['line 3, column 11: mappings[0].kind: "aws-person" is not one of'],
    shape: true,
  },
  'a list of kinds': {
    text: `${HEAD}  - kind: [authn]\n`,
    says: ['line 3, column 11: mappings[0].kind is not a single text.'],
    shape: true,
  },
  'a missing account': {
    text: `${HEAD}${INTAKE.replace('intake', 'persona')}`,
    says: ['line 3, column 5: mappings[0].account-identifier is missing.'],
    shape: true,
  },
  'an empty field': {
    text: `${HEAD}  - kind: aws-intake\n    arn-pattern: ''\n`,
    says: ['line 4, column 18: mappings[0].arn-pattern is empty.'],
    shape: true,
  },
  'a list of patterns': {
    text: `${HEAD}  - kind: aws-intake\n    arn-pattern: [a]\n`,
    says: ['line 4, column 18: mappings[0].arn-pattern is not a single text.'],
    shape: true,
  },
  'a field of another kind': {
    text: `${HEAD}${INTAKE}    account-identifier: a@b.c\n`,
    says: ['line 5, column 5: mappings[0].account-identifier is not a field of kind: aws-intake. Leave it out.'],
    shape: true,
  },
  'a field with underscores': {
    text: `${HEAD}${INTAKE}    rewrite_role_arn: true\n`,
    says: ['line 5, column 5: mappings[0].rewrite_role_arn is not a field. Did you mean rewrite-role-arn?'],
    shape: true,
  },
  'neither true nor false': {
    text: `${HEAD}${INTAKE}    rewrite-role-arn: maybe\n`,
    says: ['line 5, column 23: mappings[0].rewrite-role-arn is not true or false.'],
    shape: true,
  },
  'an account number of 3 digits': {
    text: `${HEAD}${INTAKE.replace('123456789012', '123')}`,
    says: ['line 4, column 18: arn-pattern: "arn:aws:sts::123:assumed-role/a/*" has "123"'],
  },
  'a wildcard in the middle': {
    text: `${HEAD}${INTAKE.replace('/a/*', '/a-*/x')}`,
    says: ['line 4, column 18: arn-pattern: '],
  },
  'an expression that nothing replaces': {
    text: `${HEAD}  - kind: aws-intake\n    arn-pattern: "\${{ inputs.arn }}"\n`,
    says: ['line 4, column 18: arn-pattern: "${{ inputs.arn }}" contains'],
  },
  'two accounts in one': {
    text: `${HEAD}${INTAKE.replace('intake', 'persona')}    account-identifier: a@b.c, d@e.f\n`,
    says: ['line 5, column 25: account-identifier: '],
  },
  'claims as a word': {
    text: `${HEAD}  - kind: github-intake\n    claims: this-job\n`,
    says: ['line 4, column 13: mappings[0].claims is not a block of "name: value" lines.'],
    shape: true,
  },
  'no claims': {
    text: `${HEAD}  - kind: github-intake\n    claims: {}\n`,
    says: ['line 4, column 13: claims: sub is required'],
  },
  'a claim from nowhere': {
    text: `${HEAD}  - kind: github-intake\n    claims: { repositry: a/b, ref: x }\n`,
    says: ['line 4, column 13: claims: "repositry" is not a claim'],
  },
  'a claim of the name __proto__': {
    text: `${HEAD}  - kind: github-intake\n    claims: { repository: a/b, ref: refs/heads/x, __proto__: y }\n`,
    says: ['line 4, column 13: claims: "__proto__" is not a claim'],
  },
  'a claim with a block': {
    text: `${HEAD}  - kind: github-intake\n    claims: { repository: { a: b } }\n`,
    says: ['line 4, column 27: mappings[0].claims.repository is not a single text.'],
    shape: true,
  },
  'a claim without a value': {
    text: `${HEAD}  - kind: github-intake\n    claims:\n      repository: ''\n`,
    says: ['line 5, column 19: mappings[0].claims.repository is empty.'],
    shape: true,
  },
  'role and team': {
    text: `${HEAD}${AUTHN}    role-id: ${ROLE}\n    team-id: ${ROLE}\n`,
    says: ['line 6, column 14: role-id: an AuthN mapping gives one of role or role-id, team or team-id.'],
    shape: true,
  },
  'neither role nor team': {
    text: `${HEAD}${AUTHN}`,
    says: ['line 3, column 5: role-id: an AuthN mapping gives one of role or role-id'],
    shape: true,
  },
  'a role by its name': {
    text: `${HEAD}${AUTHN}    role-id: Admins\n`,
    says: ['line 6, column 14: role-id: "Admins" is not a UUID.'],
  },
  'the same twice': {
    text: `${HEAD}${INTAKE}${INTAKE}`,
    says: ['line 5, column 5: this is the same mapping as the one at line 3, column 5. Leave one out.'],
  },
  'the same after rewriting': {
    text: `${HEAD}${INTAKE}  - { kind: aws-intake, arn-pattern: 'arn:aws:iam::123456789012:role/ci/a' }\n`,
    says: ['line 5, column 5: this is the same mapping'],
  },
  'two accounts for one pattern': {
    text: `${HEAD}${['a@b.c', 'd@e.f'].map((account) => `${INTAKE.replace('intake', 'persona')}    account-identifier: ${account}\n`).join('')}`,
    says: [
      'line 6, column 5: this is the same mapping as the one at line 3, column 5, with another account. Keep one.',
    ],
  },
  'persona and intake of one pattern': {
    text: `${HEAD}${INTAKE}${INTAKE.replace('intake', 'persona')}    account-identifier: a@b.c\n`,
    says: [
      'line 5, column 5: arn:aws:sts::123456789012:assumed-role/a/* is also the pattern of the AWS intake mapping at',
    ],
  },
  'a policy that requires what no mapping can have': {
    text: `version: 1\npolicy: { required-claims: [sub, head_ref, repository_idd] }\nmappings: []\n`,
    says: [
      'line 2, column 34: Datadog cannot match on the claim "head_ref": use event_name and ref.',
      'line 2, column 44: "repository_idd" is not a claim that Datadog can match on; did you mean "repository_id"?',
    ],
  },
  'an account number to ignore that is none': {
    text: `version: 1\nignore: { aws-intake: { accounts: [12], pattern-prefixes: ['arn:aws:iam::123456789012:role/'] } }\nmappings: []\n`,
    says: ['line 2, column 36: "12" is not an AWS account number of 12 digits.'],
  },
  'a scope of no kind': {
    text: scope('{ aws: { accounts: ["123456789012"] } }'),
    says: ['line 2, column 10: scope.aws is not a field.'],
    shape: true,
  },
  'a scope of nothing': {
    text: scope('{ aws-intake: {} }'),
    says: ['line 2, column 22: the scope of aws-intake is empty.'],
  },
  'a scope of no accounts': {
    text: scope('{ aws-intake: { accounts: [] } }'),
    says: ['line 2, column 34: scope.aws-intake.accounts is empty.'].map((part) =>
      part.replace('column 27', 'column 34'),
    ),
    shape: true,
  },
  'a scope misspelled': {
    text: scope('{ aws-intake: { account: ["123456789012"] } }'),
    says: ['line 2, column 24: scope.aws-intake.account is not a field. Did you mean accounts?'],
    shape: true,
  },
  'a scope of another kind': {
    text: scope('{ authn: { accounts: ["123456789012"] } }'),
    says: ['scope.authn.attribute-keys is missing.', 'scope.authn.accounts is not a field of scope.authn.'],
    shape: true,
  },
  'a short account number': {
    text: scope('{ aws-intake: { accounts: ["123456789012", "12345"] } }'),
    says: ['line 2, column 51: "12345" is not an AWS account number of 12 digits.'],
    shape: true,
  },
  'one account without a list': {
    text: scope('{ aws-intake: { accounts: "123456789012" } }'),
    says: ['line 2, column 34: scope.aws-intake.accounts is not a list.'],
    shape: true,
  },
  'a beginning of no pattern': {
    text: scope('{ aws-intake: { pattern-prefixes: [ci-] } }'),
    says: ['"ci-" is not the beginning of an ARN pattern'],
  },
  'a prefix that every pattern has': {
    text: scope('{ aws-intake: { pattern-prefixes: ["arn:"] } }'),
    says: ['"arn:" is the beginning of every ARN pattern.'],
  },
  'a prefix that no pattern has': {
    text: scope('{ aws-intake: { pattern-prefixes: ["arn:aws:iam::123456789012:role/ci-"] } }'),
    says: ['never matches: the pattern of an IAM role is the one of its sessions.'],
  },
  'a repository without an owner': {
    text: scope('{ github-intake: { repositories: [app] } }'),
    says: ['"app" is not a repository as OWNER/NAME, or its id.'],
  },
  'an empty scope': {
    text: 'version: 1\nscope:\nmappings: []\n',
    says: ['line 2, column 7: scope is not a block of fields.'],
    shape: true,
  },
}
