const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a text has the shape of a UUID, of any version and in any case: what Datadog calls accounts, roles, teams and orgs by. */
export const isUuid = (text: string): boolean => UUID.test(text)
