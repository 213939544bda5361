// Certificates made while the tests run, so that no key lies in the repository. X.509 in DER: RFC 5280, section 4.1.
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'

/** A certificate with its key, both as PEM. */
export interface Certificate {
  key: string
  cert: string
}

export interface CertificateAuthority {
  /** The authority's own certificate as PEM: what `NODE_EXTRA_CA_CERTS` is to name. */
  cert: string
  /** Signs a server certificate, by default for loopback and valid now. */
  issue(options?: { hosts?: readonly string[]; notBefore?: Date; notAfter?: Date }): Certificate
}

const dayMs = 86_400_000

function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const size = content.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

const sequence = (...parts: Uint8Array[]): Buffer => der(0x30, ...parts)
const integer = (bytes: Uint8Array): Buffer => der(0x02, bytes)
const boolean = (value: boolean): Buffer => der(0x01, Buffer.from([value ? 0xff : 0]))
const octets = (content: Uint8Array): Buffer => der(0x04, content)

function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second]
  for (let arc of others) {
    const group = [arc & 0x7f]
    for (arc >>= 7; arc > 0; arc >>= 7) group.unshift((arc & 0x7f) | 0x80)
    bytes.push(...group)
  }
  return der(0x06, Buffer.from(bytes))
}

const commonName = (name: string): Buffer =>
  sequence(der(0x31, sequence(objectIdentifier('2.5.4.3'), der(0x0c, Buffer.from(name)))))

const utcTime = (date: Date): Buffer =>
  der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`))

function alternativeName(host: string): Buffer {
  return isIP(host) === 4 ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host))
}

const extension = (id: string, critical: boolean, content: Uint8Array): Buffer =>
  sequence(objectIdentifier(id), ...(critical ? [boolean(true)] : []), octets(content))

const ecdsaWithSha256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'))

interface Request {
  subject: string
  publicKey: KeyObject
  issuer: string
  issuerKey: KeyObject
  notBefore: Date
  notAfter: Date
  extensions: Buffer[]
}

function certificate(request: Request): string {
  const toBeSigned = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([0x01]), randomBytes(8)])),
    ecdsaWithSha256,
    commonName(request.issuer),
    sequence(utcTime(request.notBefore), utcTime(request.notAfter)),
    commonName(request.subject),
    request.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...request.extensions)),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', toBeSigned, request.issuerKey))
  const base64 = sequence(toBeSigned, ecdsaWithSha256, signature).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`
}

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

/** Makes an authority that nobody trusts until told so. */
export function createCertificateAuthority(name = 'Test authority'): CertificateAuthority {
  const own = newKey()
  const yesterday = new Date(Date.now() - dayMs)
  const tomorrow = new Date(Date.now() + dayMs)
  const cert = certificate({
    subject: name,
    publicKey: own.publicKey,
    issuer: name,
    issuerKey: own.privateKey,
    notBefore: yesterday,
    notAfter: tomorrow,
    extensions: [extension('2.5.29.19', true, sequence(boolean(true)))],
  })
  return {
    cert,
    issue({ hosts = ['localhost', '127.0.0.1'], notBefore = yesterday, notAfter = tomorrow } = {}) {
      const { publicKey, privateKey } = newKey()
      const issued = certificate({
        subject: hosts[0] ?? 'nobody',
        publicKey,
        issuer: name,
        issuerKey: own.privateKey,
        notBefore,
        notAfter,
        extensions: [extension('2.5.29.17', false, sequence(...hosts.map(alternativeName)))],
      })
      return { cert: issued, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
    },
  }
}
