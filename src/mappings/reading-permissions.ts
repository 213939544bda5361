/** What reading accounts and roles needs; completes "that needs …". */
export const TO_READ_ACCOUNTS = 'the permission user_access_read'

/** What reading teams needs. */
export const TO_READ_TEAMS = 'the permission teams_read'
