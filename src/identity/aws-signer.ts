import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import type { AwsCredentials } from './aws-credentials.ts'

/** An AWS request to sign. */
export interface AwsRequest {
  readonly service: 'sts' | 'iam'
  readonly region: string
  readonly method: 'GET' | 'POST'
  /** Scheme, host and port; the path is `/`. */
  readonly origin: string
  readonly query?: Readonly<Record<string, string>>
  /** Header fields to sign in addition to the host, the date and the session token. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Milliseconds since the epoch. */
  readonly time: number
}

/** All header fields of a signed request, in lower case, each one but `authorization` signed. */
export async function signAwsRequest(
  credentials: AwsCredentials,
  { service, region, method, origin, query = {}, headers = {}, body = '', time }: AwsRequest,
): Promise<Record<string, string>> {
  const { protocol, host, hostname } = new URL(origin)
  const signer = new SignatureV4({ service, region, credentials, sha256: Sha256, applyChecksum: false })
  const request = { method, protocol, hostname, path: '/', query: { ...query }, headers: { host, ...headers }, body }
  const signed = await signer.sign(request, { signingDate: new Date(time) })
  return signed.headers
}

/** The signature of a signed request: whoever has it can be the caller for a quarter of an hour. */
export function signatureIn(headers: Readonly<Record<string, string>>): string {
  return /Signature=([0-9a-f]+)/.exec(headers['authorization'] ?? '')?.[1] ?? ''
}

// Node's SHA-256 in the shape that the signer requires.
class Sha256 {
  readonly #hash: Hash | Hmac

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash =
      secret === undefined
        ? createHash('sha256')
        : createHmac('sha256', typeof secret === 'string' ? secret : bytes(secret))
  }

  update(data: Uint8Array): void {
    this.#hash.update(data)
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest()
  }

  reset(): never {
    throw new Error('a hash is used once')
  }
}

function bytes(data: ArrayBuffer | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data)
}
