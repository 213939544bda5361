/** A request as it arrived, with its body read to the end. */
export interface Received {
  method: string
  /** Path and query as sent. */
  target: string
  path: string
  query: URLSearchParams
  /** Names in lower case; repeated headers joined by a comma. */
  headers: Record<string, string>
  body: string
}

/** What the emulator answers when no fault interferes. */
export interface Reply {
  status: number
  headers: Record<string, string>
  body: string
  /** Why it was refused, for the request log only: it is never sent. */
  reason?: string
}

/** One member of a JSON:API `errors` array. */
export interface JsonApiError {
  status?: string
  title?: string
  detail?: string
  source?: { pointer: string }
}

const reply = (status: number, contentType: string, value: unknown): Reply => ({
  status,
  headers: { 'Content-Type': contentType },
  body: JSON.stringify(value),
})

/** An answer as the cloud_auth family gives it: `application/vnd.api+json`. */
export const jsonApi = (status: number, value: unknown): Reply => reply(status, 'application/vnd.api+json', value)

/** An answer as AuthN and the older families give it: `application/json`. */
export const plainJson = (status: number, value: unknown): Reply => reply(status, 'application/json', value)

/** A cloud_auth error with exactly the given members. */
export const jsonApiError = (status: number, error: JsonApiError): Reply => jsonApi(status, { errors: [error] })

/** A 400 as AWS kinds give it for what they refuse: without a status. */
export const genericError = (detail: string): Reply => jsonApiError(400, { title: 'Generic Error', detail })

/** A 400 that points to the wrong part of the body. */
export const invalid = (pointer: string, detail: string): Reply =>
  jsonApiError(400, { status: '400', title: 'Bad Request', detail, source: { pointer } })

/** An error whose `errors` are plain strings. */
export const stringError = (status: number, message: string): Reply => plainJson(status, { errors: [message] })

/** A 204, without a content type unless one is given. */
export const noContent = (contentType?: string): Reply => ({
  status: 204,
  headers: contentType === undefined ? {} : { 'Content-Type': contentType },
  body: '',
})

/** A 401 as Datadog sends it; the reason is kept for the request log. */
export const unauthorized = (reason: string): Reply => ({ ...stringError(401, 'Unauthorized'), reason })
