/** When everything in the directory was made; nothing depends on it. */
const MADE = '2026-01-05T09:00:00.000000'

/** The times of users, included roles, teams and the organization: with an offset. */
export const offsetTimes = { created_at: `${MADE}+00:00`, modified_at: `${MADE}+00:00` }

/** The time of a role or permission where it is the subject of the answer: with a Z. */
export const ZULU_TIME = `${MADE}Z`

/** The time of a permission that is included in another answer. */
export const OFFSET_TIME = `${MADE}+00:00`
