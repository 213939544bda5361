/** The roles and users of AWS accounts. */
export interface Principals {
  /** ARNs, or names that exist in every account; undefined: every name exists. */
  roles: readonly string[] | undefined
  users: readonly string[] | undefined
}

/** Every role and every user exists. */
export const ALL_PRINCIPALS: Principals = { roles: undefined, users: undefined }

/** The ARN of the principal of that name in an account, undefined when there is none. */
export function principalArn(
  { roles, users }: Principals,
  type: 'role' | 'user',
  name: string,
  { partition, account }: { partition: string; account: string },
): string | undefined {
  const known = type === 'role' ? roles : users
  const start = `arn:${partition}:iam::${account}:${type}/`
  if (!known || known.includes(name)) return start + name
  return known.find((arn) => arn.startsWith(start) && arn.slice(arn.lastIndexOf('/') + 1) === name)
}
