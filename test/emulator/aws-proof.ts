import { isJsonObject, parseJson } from './json.ts'
import { verifySignature } from './sigv4.ts'
import type { Settings, Store } from './store.ts'

const BODY = 'Action=GetCallerIdentity&Version=2011-06-15'
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])$/

const decode = (part: string | undefined): string | undefined =>
  part !== undefined && BASE64.test(part) ? Buffer.from(part, 'base64').toString() : undefined

function readHeaders(text: string | undefined): Record<string, string> | undefined {
  const parsed = text === undefined ? undefined : parseJson(text)
  if (!isJsonObject(parsed)) return undefined
  const headers: Record<string, string> = {}
  for (const [name, values] of Object.entries(parsed)) {
    if (!Array.isArray(values) || values.length !== 1 || typeof values[0] !== 'string') return undefined
    headers[name.toLowerCase()] = values[0]
  }
  return headers
}

/** The region that a host of STS signs with, `any` for loopback, undefined for a host that is not STS. */
function regionOf(url: URL): string | undefined {
  if (LOOPBACK.test(url.hostname)) return 'any'
  if (url.protocol !== 'https:' || url.port !== '') return undefined
  if (url.hostname === 'sts.amazonaws.com') return 'us-east-1'
  return /^sts\.([a-z0-9-]+)\.amazonaws\.com$/.exec(url.hostname)?.[1]
}

/** The caller ARN that a proof shows, or why it shows none; the proof is judged as if it were replayed to STS now. */
export function verifyAwsProof(
  store: Store,
  settings: Settings,
  proof: string,
): { callerArn: string } | { refused: string } {
  const parts = proof.split('|')
  const body = decode(parts[0])
  const headers = readHeaders(decode(parts[1]))
  const address = decode(parts[3])
  if (parts.length !== 4 || body === undefined || !headers || !address || !URL.canParse(address)) {
    return { refused: 'the proof is malformed' }
  }
  const url = new URL(address)
  const region = regionOf(url)
  if (parts[2] !== 'POST' || body !== BODY) return { refused: 'the proof is not a POST of GetCallerIdentity' }
  if (region === undefined || url.pathname !== '/' || url.search !== '') return { refused: 'the proof is not for STS' }
  if (Number(headers['content-length'] ?? BODY.length) !== BODY.length)
    return { refused: 'the content length is wrong' }
  if (headers['x-ddog-org-id']?.toLowerCase() !== store.org.uuid.toLowerCase()) {
    return { refused: 'the proof is for another organization' }
  }
  const verdict = verifySignature('sts', { method: 'POST', url, headers, body }, settings.aws, settings.now())
  if (!('credentials' in verdict)) return { refused: `${verdict.code}: ${verdict.message}` }
  if (!verdict.signedHeaders.includes('x-ddog-org-id')) return { refused: 'x-ddog-org-id is not signed' }
  if (region !== 'any' && verdict.region !== region) return { refused: `the signature is not for region ${region}` }
  return { callerArn: verdict.credentials.callerArn }
}
