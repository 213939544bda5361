import { randomUUID } from 'node:crypto'
import type { Reply } from './exchange.ts'

/** Text as it may stand in XML. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** An answer as AWS's query services give it. */
export const xml = (status: number, body: string): Reply => ({ status, headers: { 'Content-Type': 'text/xml' }, body })

/** A refusal by one of AWS's query services. */
export function awsError(namespace: string, status: number, code: string, message: string): Reply {
  const error =
    `  <Error>\n    <Type>Sender</Type>\n    <Code>${code}</Code>\n    ` +
    `<Message>${escapeXml(message)}</Message>\n  </Error>\n`
  const body = `<ErrorResponse xmlns="${namespace}">\n${error}  <RequestId>${randomUUID()}</RequestId>\n</ErrorResponse>\n`
  return { ...xml(status, body), reason: `${code}: ${message}` }
}
