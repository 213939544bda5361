import { escapeLiteral, hasAlternatives, isEnded, skeletonsOf } from './claim-regex.ts'

/** Where a `sub` matcher has to begin for Datadog: https://docs.datadoghq.com/api/latest/cloud-authentication/ */
const OWNER_FIRST = /^repo:[\w-]+\/(?![?*+{])/

const OWNER_RULE =
  'Datadog documents that sub must begin with repo:OWNER/, the owner being a name and not a regular expression, and may refuse it otherwise'

/** The repository in a pattern with ids, optional or not, that are numbers or `\d+`. */
const WITH_IDS =
  /^(repo:[\w-]+)(?:\((?:\?:)?@(\d+|\\d\+)\)\?|@(\d+|\\d\+))(\/[^:@()|]+)(?:\((?:\?:)?@(\d+|\\d\+)\)\?|@(\d+|\\d\+))?(:.*)$/s

/** One pattern for the classic and the immutable form of a subject, given as patterns without anchors. */
export const eitherForm = (classic: string, immutable: string): string =>
  // Datadog matches the whole claim and wants `repo:OWNER/` first, so there is no `^` there. The anchors inside keep both exact
  // even if `^` and `$` were put around without parentheses, or the pattern were searched for: then only text before the
  // first form would pass, which GitHub never writes, and which the matcher of `repository` would refuse.
  `${classic}$|^${immutable}$`

/** The matcher of a literal subject: without `^` where that would keep it from beginning as Datadog wants. */
export const literalSubject = (subject: string): string =>
  `${subject.startsWith('repo:') ? '' : '^'}${escapeLiteral(subject)}$`

/** Sentences on a `sub` pattern that does not begin as Datadog documents, or leaves its end open. */
export function patternFormWarnings(pattern: string): string[] {
  if (!OWNER_FIRST.test(pattern)) {
    const better = ownerFirst(pattern)
    const advice = better === undefined ? 'write it in the form /repo:OWNER/NAME:…$/' : `write /${ended(better)}/`
    return [`sub is /${pattern}/, and ${OWNER_RULE}; ${advice}.`]
  }
  const skeletons = skeletonsOf(pattern)
  if (skeletons === undefined ? /(?<!\\)\$$/.test(pattern) : isEnded(skeletons)) return []
  const advice = hasAlternatives(pattern) ? 'end each of its alternatives with "$"' : `write /${ended(pattern)}/`
  return [
    `sub is /${pattern}/, which has to match the whole claim; ${advice}, with ".+" before "$" where more may follow.`,
  ]
}

/** Sentences on a literal `sub` that does not begin as Datadog documents. */
export function literalFormWarnings(subject: string): string[] {
  if (OWNER_FIRST.test(subject)) return []
  const better = withOwnerFirst(subject)
  const advice =
    better === undefined
      ? 'let the subject that GitHub is told to write begin with "repo", or leave sub out to have it made from repository'
      : `write /${better}/`
  return [`sub is "${subject}", and ${OWNER_RULE}; ${advice}.`]
}

/** A pattern that begins as Datadog wants for a literal subject with ids, which does not; `undefined` for any other. */
export function withOwnerFirst(subject: string): string | undefined {
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
