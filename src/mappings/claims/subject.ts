import { escapeLiteral, hasAlternatives, isEnded, skeletonsOf } from './skeletons.ts'

/** Where a `sub` matcher has to begin for Datadog: https://docs.datadoghq.com/api/latest/cloud-authentication/ */
const OWNER_FIRST = /^repo:[\w-]+\/(?![?*+{])/

const OWNER_RULE =
  'Datadog documents that sub must begin with repo:OWNER/, the owner being a name and not a regular expression, and may refuse it otherwise'

/** The repository in a pattern with ids, optional or not, that are numbers or `\d+`. */
const WITH_IDS =
  /^(repo:[\w-]+)(?:\((?:\?:)?@(\d+|\\d\+)\)\?|@(\d+|\\d\+))(\/[^:@()|]+)(?:\((?:\?:)?@(\d+|\\d\+)\)\?|@(\d+|\\d\+))?(:.*)$/s

/** One pattern for the classic and the immutable form of a subject, given as patterns without anchors. */
const eitherForm = (classic: string, immutable: string): string =>
  // Datadog matches the whole claim and expects `repo:OWNER/` first, so there is no `^` there. The anchors inside keep both exact
  // even if `^` and `$` were put around without parentheses, or the pattern were searched for: then only text before the
  // first form would pass, which GitHub never writes, and which the matcher of `repository` would refuse.
  `${classic}$|^${immutable}$`

/** The matcher of a literal subject: without `^` where that would keep it from beginning as Datadog requires. */
export const literalSubject = (subject: string): string =>
  `${subject.startsWith('repo:') ? '' : '^'}${escapeLiteral(subject)}$`

/** Sentences on a `sub` pattern that does not begin as Datadog documents, or leaves its end open. */
export function patternFormWarnings(pattern: string): string[] {
  if (!OWNER_FIRST.test(pattern)) {
    const better = ownerFirst(pattern)
    const advice = better === undefined ? 'write it in the form /repo:OWNER/NAME:…$/' : `write /${ended(better)}/`
    return [`sub is /${pattern}/, and ${OWNER_RULE}; ${advice}.`]
  }
  if (takesAnyEnd(pattern)) return []
  const skeletons = skeletonsOf(pattern)
  if (skeletons === undefined ? /(?<!\\)\$$/.test(pattern) : isEnded(skeletons)) return []
  const advice = hasAlternatives(pattern) ? 'end each of its alternatives with "$"' : `write /${ended(pattern)}/`
  return [
    `sub is /${pattern}/, which has to match the whole claim; ${advice}, with ".+" before "$" where more may follow.`,
  ]
}

// "$" after it would change nothing: it takes the rest of the value anyway.
const takesAnyEnd = (pattern: string) => /(?<!\\)\.[*+]$/.test(pattern) && !hasAlternatives(pattern)

/** Sentences on a literal `sub` that does not begin as Datadog documents. */
export function literalFormWarnings(subject: string): string[] {
  if (OWNER_FIRST.test(subject)) return []
  const better = withOwnerFirst(subject)
  const advice =
    better === undefined
      ? 'customize the subject on GitHub so that it begins with "repo", or leave sub out so that it is built from repository'
      : `write /${better}/`
  return [`sub is "${subject}", and ${OWNER_RULE}; ${advice}.`]
}

/** A pattern that begins as Datadog requires for a literal subject with ids, which does not; `undefined` for any other. */
function withOwnerFirst(subject: string): string | undefined {
  const better = OWNER_FIRST.test(subject) ? undefined : ownerFirst(escapeLiteral(subject))
  return better === undefined ? undefined : ended(better)
}

function ownerFirst(pattern: string): string | undefined {
  const bare = pattern
    .replace(/^(?:\^|\\A)+/, '')
    .replace(/^repo\\?:((?:\w|\\?-)+)\\?\//, (_, owner: string) => `repo:${owner.replaceAll('\\', '')}/`)
  if (OWNER_FIRST.test(bare)) return bare
  const [, owner, optionalOwnerId, ownerId, name, optionalId, id, rest] = WITH_IDS.exec(bare) ?? []
  if (owner === undefined || name === undefined || rest === undefined || hasAlternatives(rest)) return undefined
  const context = rest.replace(OPEN_END, '')
  return eitherForm(
    `${owner}${name}${context}`,
    `${owner}@${optionalOwnerId ?? ownerId}${name}@${optionalId ?? id ?? '\\d+'}${context}`,
  )
}

const OPEN_END = /(?<!\\)\$$|\\z$/

const ended = (pattern: string) => (hasAlternatives(pattern) ? pattern : `${pattern.replace(OPEN_END, '')}$`)

/** Claim name → value as it is written in the input: plain text, or a regular expression between slashes. */
export type ClaimEntries = Readonly<Record<string, string>>

/** The regular expression between the slashes of a claim value, if it is written as one. */
export function regexOf(value: string): string | undefined {
  return value.length > 1 && value.startsWith('/') && value.endsWith('/') ? value.slice(1, -1) : undefined
}

/**
 * The `sub` matcher for a job, from the other claims, in GitHub's classic form and in the immutable one with ids that
 * repositories have since 2026-07-15: https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims
 */
export function buildSubject(entries: ClaimEntries): { readonly pattern: string } | { readonly problem: string } {
  const ask = 'sub is required by Datadog'
  const repository = literal(entries, 'repository')
  const parts = /^([^/\s]+)\/([^/\s]+)$/.exec(repository ?? '')
  if (parts?.[1] === undefined || parts[2] === undefined) {
    const why = entries['repository'] === undefined ? 'no repository is given' : 'repository is not one OWNER/NAME'
    return {
      problem: `${ask} and cannot be built, since ${why}; add repository: OWNER/NAME, or sub: repo:OWNER/NAME:ref:refs/heads/main.`,
    }
  }
  const owner = escapeLiteral(parts[1])
  const name = escapeLiteral(parts[2])
  const classic = `repo:${owner}/${name}`
  const immutable = `repo:${owner}@${idOf(entries, 'repository_owner_id')}/${name}@${idOf(entries, 'repository_id')}`
  const context = contextOf(entries)
  if (context === undefined) {
    return {
      problem: `${ask} and cannot be built from repository alone; add ref: refs/heads/main or environment: NAME for the intended jobs, or sub: /${eitherForm(`${classic}:.+`, `${immutable}:.+`)}/ for every job of the repository.`,
    }
  }
  return { pattern: eitherForm(`${classic}:${context}`, `${immutable}:${context}`) }
}

/** An environment replaces the ref in the subject, and a pull request has its name only: https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims */
function contextOf(entries: ClaimEntries): string | undefined {
  if (entries['environment'] !== undefined) {
    const environment = literal(entries, 'environment')
    // GitHub writes a colon in the name of an environment as %3A, since colons part the subject.
    return `environment:${environment === undefined ? '.+' : escapeLiteral(environment.replaceAll(':', '%3A'))}`
  }
  const ref = literal(entries, 'ref')
  if (literal(entries, 'event_name') === 'pull_request' || ref?.startsWith('refs/pull/')) return 'pull_request'
  if (entries['ref'] === undefined) return undefined
  // What the ref may be is said by its own matcher, which has to match as well.
  return `ref:${ref === undefined ? '.+' : escapeLiteral(ref)}`
}

function literal(entries: ClaimEntries, name: string): string | undefined {
  const value = entries[name]
  return value === undefined || regexOf(value) !== undefined ? undefined : value
}

function idOf(entries: ClaimEntries, name: string): string {
  const id = literal(entries, name)
  return id !== undefined && /^\d+$/.test(id) ? id : '\\d+'
}

/** The subject without the ids of the immutable form. */
export const withoutIds = (subject: string): string =>
  subject.replace(/^(repo:[^/@:]+)@\d+\/([^@:]+)@\d+(?=:|$)/, '$1/$2')

/** Whether a literal subject has GitHub's classic form, which names the repository without its ids. */
export const isClassicSubject = (subject: string): boolean =>
  /^repo:[^/@:]+\/[^/@:]+:(?:ref:.+|environment:.+|pull_request)$/.test(subject)

/** The claims that say which job this is, from the token of the running job; a subject that GitHub was told to write otherwise is taken as it is. */
export function claimsOfThisJob(tokenClaims: Readonly<Record<string, unknown>>): Record<string, string> {
  const subject = tokenClaims['sub']
  const isPullRequest = tokenClaims['event_name'] === 'pull_request'
  // The ref of a pull request is gone with it, and not part of its subject.
  const place = tokenClaims['environment'] !== undefined ? 'environment' : isPullRequest ? 'event_name' : 'ref'
  const names = ['repository', 'repository_id', 'repository_owner', 'repository_owner_id', place]
  if (typeof subject === 'string' && !isClassicSubject(withoutIds(subject))) names.push('sub')
  const claims: Record<string, string> = {}
  for (const name of names) {
    const value = tokenClaims[name]
    if (typeof value !== 'string' && typeof value !== 'number') continue
    const text = String(value)
    const both = name === 'sub' ? withOwnerFirst(text) : undefined
    if (both !== undefined) claims[name] = `/${both}/`
    else claims[name] = regexOf(text) === undefined ? text : `/^${escapeLiteral(text)}$/`
  }
  return claims
}
