import type { Client } from '../datadog/client.ts'
import type { Identity } from '../datadog/credentials.ts'
import type { Peer, Session } from '../datadog/session.ts'

/** The job that a step is part of: what it can show of itself, and whom it can ask. */
export interface Job {
  readonly env: Readonly<Record<string, string | undefined>>
  /** How the job proves to Datadog who it is, when it uses no keys. */
  readonly identity?: Identity
  /** The region of the STS endpoint; the global one without. */
  readonly awsRegion?: string
  /** Datadog, without any credentials. */
  readonly datadog: Session
  /** Datadog with the keys or the bearer token that were given as well, to look mappings up. */
  readonly lookUp?: Client
  /** Masks a text in the log and removes it from everything else that this step writes. */
  addSecret(secret: string): void
  /** Opens a session with another server; the caller closes its transport. */
  open(peer: Peer): Promise<Session>
}
