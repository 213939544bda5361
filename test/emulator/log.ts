import type { carriedCredentials } from './credentials.ts'

/** One request that arrived, and what became of it. */
export interface LoggedRequest {
  method: string
  /** With the query, as sent. */
  path: string
  /** Names in lower case. */
  headers: Record<string, string>
  /** Names and values as received, in their order. */
  rawHeaders: [name: string, value: string][]
  body: string
  /** Status that was answered, null while none was (or never). */
  status: number | null
  /** When it arrived, RFC 3339. */
  time: string
  credentials: ReturnType<typeof carriedCredentials>
  /** Whether the emulator carried the request out. */
  applied: boolean
  /** The fault that was done to it. */
  fault?: string
  /** Why it was refused, when the answer does not say. */
  reason?: string
  /** Bytes that came after the declared length of the body. */
  trailing?: string
  /** The client went away before the declared length had arrived. */
  incomplete?: boolean
}
