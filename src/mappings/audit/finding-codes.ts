/** How much a finding matters, the worst first. */
export const RANKS = ['high', 'medium', 'low'] as const

/** How much a finding matters. */
export type Rank = (typeof RANKS)[number]

interface FindingCode {
  readonly rank: Rank
  /** The rank for an intake mapping, where it is another one: such a mapping gives no account. */
  readonly intakeRank?: Rank
  /** What makes it a risk, one sentence. */
  readonly why: string
  /** What to do about it, one sentence. */
  readonly fix: string
}

/** Every code of a finding: docs/audit.md is generated from this table. */
export const FINDING_CODES = {
  'dangling-principal': {
    rank: 'high',
    why: 'The AWS principal does not exist, so whoever creates one of that name takes the mapping over.',
    fix: 'Delete the mapping, or create the principal again.',
  },
  'open-to-anyone': {
    rank: 'high',
    why: 'Any job on GitHub satisfies the claims.',
    fix: 'Add repository, repository_id and repository_owner_id to the claims.',
  },
  'open-to-owner': {
    rank: 'high',
    intakeRank: 'medium',
    why: 'Every repository of the owner satisfies the claims, including those created later.',
    fix: 'Add repository and repository_id to the claims.',
  },
  'dangerous-and-wide': {
    rank: 'high',
    why: 'Many callers match the mapping, and its account has dangerous permissions.',
    fix: 'Map one repository or one AWS principal, or give the mapping an account with fewer permissions.',
  },
  'invisible-characters': {
    rank: 'high',
    why: 'An attribute has invisible characters, so it is not what it looks like.',
    fix: 'Find out who created the mapping, and delete it or create it again without these characters.',
  },
  'dangerous-account': {
    rank: 'medium',
    why: 'The account can give itself or others more power.',
    fix: 'Give the mapping an account whose roles have only the permissions that it needs.',
  },
  'recreatable-repository': {
    rank: 'medium',
    why: 'The claims have no literal ids, so whoever creates a repository of that name satisfies them.',
    fix: 'Add repository_id and repository_owner_id to the claims.',
  },
  'open-to-any-ref': {
    rank: 'medium',
    intakeRank: 'low',
    why: 'Any branch, tag or event of the repository satisfies the claims.',
    fix: 'Add ref or environment to the claims.',
  },
  'disabled-account': {
    rank: 'medium',
    why: 'The account is disabled; the mapping works again as soon as somebody enables it.',
    fix: 'Delete the mapping, or give it an enabled account.',
  },
  'missing-account': {
    rank: 'medium',
    why: 'The account does not exist.',
    fix: 'Delete the mapping, or create it for an account that exists.',
  },
  'missing-role': {
    rank: 'medium',
    why: 'The role does not exist.',
    fix: 'Delete the mapping, or update it to a role that exists.',
  },
  'missing-team': {
    rank: 'medium',
    why: 'The team does not exist.',
    fix: 'Delete the mapping, or update it to a team that exists.',
  },
  person: {
    rank: 'medium',
    why: 'A machine acts as a person: its actions appear under that name, and it stops working when the person is disabled.',
    fix: 'Give the mapping a service account.',
  },
  'look-alike-letters': {
    rank: 'medium',
    why: 'An attribute mixes letters of several scripts that look alike.',
    fix: 'Find out who created the mapping, and delete it or create it again with the intended letters.',
  },
  'useless-pattern': {
    rank: 'low',
    why: 'No caller can ever match the ARN pattern.',
    fix: 'Delete the mapping, or create it with the pattern that can match.',
  },
  overlap: {
    rank: 'low',
    why: 'Another mapping matches the same callers, and Datadog does not document which of them it uses.',
    fix: 'Delete one of them.',
  },
  duplicate: {
    rank: 'low',
    why: 'Another AuthN mapping gives the same role or team for the same attribute and value.',
    fix: 'Delete one of them.',
  },
  'no-effect': {
    rank: 'low',
    why: 'Settings of the organization keep the mapping from having an effect.',
    fix: 'Change the setting that the finding names, or delete the mapping.',
  },
} as const satisfies Readonly<Record<string, FindingCode>>

/** The code of a finding. */
export type FindingCodeName = keyof typeof FINDING_CODES

/** The codes, the worst first. */
export const FINDING_CODE_NAMES = Object.keys(FINDING_CODES) as FindingCodeName[]

/** How much a finding of a code matters for a mapping of some use. */
export function rankOf(code: FindingCodeName, isIntake: boolean): Rank {
  const row: FindingCode = FINDING_CODES[code]
  return (isIntake ? row.intakeRank : undefined) ?? row.rank
}
