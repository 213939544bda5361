import { randomUUID } from 'node:crypto'
import { accountOf } from './arn-match.ts'
import { awsError, escapeXml, xml } from './aws-xml.ts'
import type { Received, Reply } from './exchange.ts'
import { verifySignature } from './sigv4.ts'
import type { Settings } from './store.ts'
import { uuidOf } from './uuid.ts'

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/'

const json = (status: number, value: unknown): Reply => ({
  status,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
})

/** STS answers JSON to a caller that accepts it and names no XML, XML to all others. */
const wantsJson = ({ headers }: Received): boolean => /^application\/json/.test(headers['accept'] ?? '')

function refuse(request: Received, status: number, code: string, message: string): Reply {
  if (!wantsJson(request)) return awsError(NAMESPACE, status, code, message)
  const refused = { Error: { Type: 'Sender', Code: code, Message: message }, RequestId: randomUUID() }
  return { ...json(status, refused), reason: `${code}: ${message}` }
}

/** AWS's id of a caller: for a role the role's id and the session's name. */
function userIdOf(callerArn: string): string {
  const id = uuidOf(callerArn).replaceAll('-', '').slice(0, 17).toUpperCase()
  const session = /:assumed-role\/[^/]+\/(.+)$/.exec(callerArn)?.[1]
  return session === undefined ? `AIDA${id}` : `AROA${id}:${session}`
}

/** Answers STS's `POST /`, for GetCallerIdentity signed with known credentials. */
export function answerSts(settings: Settings, request: Received): Reply {
  const form = new URLSearchParams(request.body)
  if (form.get('Action') !== 'GetCallerIdentity' || form.get('Version') !== '2011-06-15') {
    return refuse(request, 400, 'InvalidAction', `Could not find operation ${form.get('Action')}`)
  }
  const { host = '' } = request.headers
  const url = new URL(request.target, `http://${host}`)
  const verdict = verifySignature('sts', { ...request, url }, settings.aws, settings.now())
  if (!('credentials' in verdict)) return refuse(request, 403, verdict.code, verdict.message)
  const { callerArn } = verdict.credentials
  const result = { Arn: callerArn, UserId: userIdOf(callerArn), Account: accountOf(callerArn) }
  const metadata = { RequestId: randomUUID() }
  if (wantsJson(request)) {
    return json(200, {
      GetCallerIdentityResponse: { GetCallerIdentityResult: result, ResponseMetadata: metadata },
    })
  }
  const lines = Object.entries(result).map(([name, value]) => `    <${name}>${escapeXml(value)}</${name}>\n`)
  return xml(
    200,
    `<GetCallerIdentityResponse xmlns="${NAMESPACE}">\n  <GetCallerIdentityResult>\n${lines.join('')}  </GetCallerIdentityResult>\n` +
      `  <ResponseMetadata>\n    <RequestId>${metadata.RequestId}</RequestId>\n  </ResponseMetadata>\n</GetCallerIdentityResponse>\n`,
  )
}
