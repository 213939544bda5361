/** A UUID that is told by a number. */
export const uuid = (number: number) => `${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`

/** The pattern of a role's sessions. */
export const role = (name: string, account = '123456789012') => `arn:aws:sts::${account}:assumed-role/${name}/*`
