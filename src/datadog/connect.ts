import packageJson from '../../package.json' with { type: 'json' }
import { Failure } from '../failure.ts'
import { Gate } from './gate.ts'
import { proxyFor } from './proxy.ts'
import type { Session } from './session.ts'
import { createTransport } from './transport.ts'

/** Whom a session talks to: its origin, what messages call it, and header fields of every request. */
export type Peer = Pick<Session, 'origin' | 'server' | 'headers'>

/** What all sessions of one step share, and where proxies and their passwords come from and go to. */
export interface Surroundings extends Omit<Session, keyof Peer | 'transport' | 'tokens' | 'gate'> {
  readonly env: Readonly<Record<string, string | undefined>>
  addSecret(secret: string): void
}

/**
 * A session with a server, through the proxy that the environment names for it.
 * @throws Failure `invalid-input` when that is not the address of a proxy.
 */
export async function openSession(peer: Peer, { env, addSecret, ...shared }: Surroundings): Promise<Session> {
  const proxy = proxyFor(peer.origin, env)
  if ('problem' in proxy) throw new Failure('invalid-input', proxy.problem, { advice: '' })
  if (proxy.value !== undefined) {
    const { username, password } = proxy.value
    // A name alone is a token; beside a password it is no secret, and too ordinary a word to be masked.
    for (const part of [password || username, decodeURIComponent(password || username)]) addSecret(part)
    if (password !== '') addSecret(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`)
    shared.say(`Reaching ${new URL(peer.origin).host} through the proxy ${proxy.value.host}.`)
  }
  return {
    ...shared,
    ...peer,
    headers: {
      accept: 'application/json',
      // undici can end the process on a large compressed answer whose connection closes.
      'accept-encoding': 'identity',
      'user-agent': `datadog-mappings/${packageJson.version} (node ${process.versions.node}; os ${process.platform}; arch ${process.arch})`,
      ...peer.headers,
    },
    gate: new Gate(),
    transport: await createTransport(peer.origin, proxy.value),
  }
}
