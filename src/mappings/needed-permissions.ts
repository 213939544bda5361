// The permissions that look-ups need, where messages name them; each completes "that needs …". wire-kinds.ts has those of mappings.

/** To read accounts and roles. */
export const TO_READ_ACCOUNTS = 'the permission user_access_read'

/** To read teams. */
export const TO_READ_TEAMS = 'the permission teams_read'
