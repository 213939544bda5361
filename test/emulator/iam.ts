import { randomUUID } from 'node:crypto'
import { accountOf } from './arn-match.ts'
import { awsError, escapeXml, xml } from './aws-xml.ts'
import { ZULU_TIME } from './directory-times.ts'
import type { Received, Reply } from './exchange.ts'
import { principalArn } from './iam-principals.ts'
import { verifySignature } from './sigv4.ts'
import type { Settings, Store } from './store.ts'
import { iamStatusOf } from './switches.ts'
import { uuidOf } from './uuid.ts'

const NAMESPACE = 'https://iam.amazonaws.com/doc/2010-05-08/'

const ACTIONS = new Map<string | null, { type: 'role' | 'user'; element: 'Role' | 'User'; id: string }>([
  ['GetRole', { type: 'role', element: 'Role', id: 'AROA' }],
  ['GetUser', { type: 'user', element: 'User', id: 'AIDA' }],
])

/** IAM is one for a partition, and in one region of it. */
const REGIONS = new Map([
  ['aws', 'us-east-1'],
  ['aws-us-gov', 'us-gov-west-1'],
  ['aws-cn', 'cn-north-1'],
])

const refuse = (status: number, code: string, message: string): Reply => awsError(NAMESPACE, status, code, message)

/** Whether the parameters of a request to `/` ask IAM and not STS. */
export const asksIam = ({ query, body }: Received): boolean =>
  ACTIONS.has(query.get('Action') ?? new URLSearchParams(body).get('Action'))

/** Answers IAM's GetRole and GetUser, signed with known credentials, for the account of those. */
export function answerIam(store: Store, settings: Settings, request: Received): Reply {
  const parameters = request.query.has('Action') ? request.query : new URLSearchParams(request.body)
  const name = parameters.get('Action') ?? ''
  const action = ACTIONS.get(name)
  if (!action || parameters.get('Version') !== '2010-05-08') {
    return refuse(400, 'InvalidAction', `Could not find operation ${name}`)
  }
  const url = new URL(request.target, `${settings.scheme}://${request.headers['host']}`)
  const verdict = verifySignature('iam', { ...request, url }, settings.aws, settings.now())
  if (!('credentials' in verdict)) return refuse(403, verdict.code, verdict.message)
  const { callerArn } = verdict.credentials
  const [, partition = ''] = callerArn.split(':')
  if (verdict.region !== REGIONS.get(partition)) {
    const message = `Credential should be scoped to a valid region, not '${verdict.region}'.`
    return refuse(403, 'SignatureDoesNotMatch', message)
  }
  const { element, type, id } = action
  const wanted = parameters.get(`${element}Name`)
  const { iam } = store.switches
  if (iam && store.iamLeft > 0) {
    store.iamLeft -= 1
    return refuse(iamStatusOf(iam.code), iam.code, REFUSALS[iam.code] ?? `${callerArn} may not ${name} ${wanted}`)
  }
  if (!wanted) return refuse(400, 'ValidationError', `${element}Name is missing`)
  const arn = principalArn(store.iam, type, wanted, { partition, account: accountOf(callerArn) })
  if (arn === undefined) {
    return refuse(404, 'NoSuchEntity', `The ${type} with name ${wanted} cannot be found.`)
  }
  const members = {
    Path: arn.slice(arn.indexOf('/'), arn.lastIndexOf('/') + 1),
    Arn: arn,
    [`${element}Name`]: wanted,
    [`${element}Id`]: id + uuidOf(arn).replaceAll('-', '').slice(0, 17).toUpperCase(),
    CreateDate: ZULU_TIME,
  }
  const lines = Object.entries(members).map(([member, value]) => `      <${member}>${escapeXml(value)}</${member}>\n`)
  return xml(
    200,
    `<${name}Response xmlns="${NAMESPACE}">\n  <${name}Result>\n    <${element}>\n${lines.join('')}    </${element}>\n` +
      `  </${name}Result>\n  <ResponseMetadata>\n    <RequestId>${randomUUID()}</RequestId>\n  </ResponseMetadata>\n` +
      `</${name}Response>\n`,
  )
}

const REFUSALS: Record<string, string> = {
  ExpiredToken: 'The security token included in the request is expired',
  InvalidClientTokenId: 'The security token included in the request is invalid.',
  RequestLimitExceeded: 'Request limit exceeded.',
  ServiceUnavailable: 'The service is not available.',
  Throttling: 'Rate exceeded',
}
