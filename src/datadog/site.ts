import type { Checked } from '../mappings/checked.ts'
import { nearest } from '../mappings/nearest.ts'

/** One of Datadog's sites: where an organization's data is kept, with its API and its web application. */
export interface Site {
  readonly name: string
  readonly apiOrigin: string
  readonly appOrigin: string
  readonly gov: boolean
}

/** Datadog's sites: https://docs.datadoghq.com/getting_started/site/ */
export const SITE_NAMES = [
  'datadoghq.com',
  'us3.datadoghq.com',
  'us5.datadoghq.com',
  'datadoghq.eu',
  'ap1.datadoghq.com',
  'ap2.datadoghq.com',
  'uk1.datadoghq.com',
  'ddog-gov.com',
  'us2.ddog-gov.com',
] as const

/** The only domains that a key is ever sent to through `site`. */
const DOMAINS = ['datadoghq.com', 'datadoghq.eu', 'ddog-gov.com'] as const
type Domain = (typeof DOMAINS)[number]

const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['us', 'datadoghq.com'],
  ['us1', 'datadoghq.com'],
  ['us3', 'us3.datadoghq.com'],
  ['us5', 'us5.datadoghq.com'],
  ['eu', 'datadoghq.eu'],
  ['eu1', 'datadoghq.eu'],
  ['ap1', 'ap1.datadoghq.com'],
  ['ap2', 'ap2.datadoghq.com'],
  ['uk', 'uk1.datadoghq.com'],
  ['uk1', 'uk1.datadoghq.com'],
  ['gov', 'ddog-gov.com'],
  ['fed', 'ddog-gov.com'],
  ['us-fed', 'ddog-gov.com'],
  ['us1-fed', 'ddog-gov.com'],
  ['us1-gov', 'ddog-gov.com'],
  ['us2-fed', 'us2.ddog-gov.com'],
  ['us2-gov', 'us2.ddog-gov.com'],
])

/** The label that names the region which a domain itself stands for. */
const OWN_REGIONS: Readonly<Record<Domain, readonly string[]>> = {
  'datadoghq.com': ['us', 'us1'],
  'datadoghq.eu': ['eu', 'eu1'],
  'ddog-gov.com': ['us', 'us1'],
}

const REGION_LIKE = /^[a-z]{2,3}\d{1,2}$/
const HOST_NAME = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/

/** A host name has at most 253 characters (RFC 1035); the rest is room for what a browser's address bar adds. */
const LONGEST = 1024

/** The site that is meant by what people write (`EU`, `https://app.datadoghq.com/`, `us3.datadoghq.com.`); the host of the answer is always Datadog's. */
export function resolveSite(text: string): Checked<Site> {
  if (text.length > LONGEST)
    return { problem: `the value is ${text.length} characters long, which is not a site; ${oneOf()}.` }
  // The part before an "@" may be a password, so such a value is not repeated.
  if (text.includes('@')) return { problem: `the value contains "@", and a site is a host name only; ${oneOf()}.` }
  const name = text.toLowerCase().replace(/[_ ]/g, '-')
  const short = SHORT_NAMES.get(name) ?? SHORT_NAMES.get(name.replaceAll('-', ''))
  if (short !== undefined) return used(siteOf(short))
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)
  if (scheme !== null && !/^https?$/i.test(scheme[1] ?? '')) return unknown(text, text)
  const authority = (text.slice(scheme?.[0].length ?? 0).split(/[/?#]/, 1)[0] ?? '').toLowerCase()
  const port = /:(\d+)$/.exec(authority)?.[1]
  if (port !== undefined && port !== '443') {
    return { problem: `"${text}" has a port, and Datadog's sites have none; ${oneOf()}, or set api-url for a proxy.` }
  }
  const host = authority.replace(/:443$/, '').replace(/\.$/, '')
  if (!HOST_NAME.test(host)) return unknown(text, host)
  const domain = DOMAINS.find((name) => host === name || host.endsWith(`.${name}`))
  if (domain === undefined) return unknown(text, host)
  const labels = host.slice(0, -domain.length).split('.').slice(0, -1)
  if (['app', 'api', 'www'].includes(labels[0] ?? '')) labels.shift()
  return resolveLabels(text, labels, domain)
}

function resolveLabels(text: string, labels: readonly string[], domain: Domain): Checked<Site> {
  const last = labels.at(-1)
  if (last === undefined) return used(siteOf(domain))
  if (labels.length > 2) return unknown(text, `${last}.${domain}`)
  const region = regionOf(last, domain)
  if (region !== undefined) return labels.length === 1 ? used(region) : subdomain(text, region)
  const elsewhere = SHORT_NAMES.get(last) ?? SHORT_NAMES.get(last.replace(/-/g, ''))
  if (elsewhere !== undefined) {
    return { problem: `"${text}" is not one of Datadog's sites; write "${elsewhere}".` }
  }
  if (REGION_LIKE.test(last)) {
    const site = siteOf(`${last}.${domain}`)
    const warning = `"${text}" is not among the sites that this version knows (${SITE_NAMES.join(', ')}); it is used as given.`
    return { value: site, warnings: labels.length === 1 ? [warning] : [warning, ownSubdomain(text, site)] }
  }
  return labels.length === 1 ? subdomain(text, siteOf(domain)) : unknown(text, `${last}.${domain}`)
}

function regionOf(label: string, domain: Domain): Site | undefined {
  if (OWN_REGIONS[domain].includes(label)) return siteOf(domain)
  const name = SITE_NAMES.find((known) => known === `${label}.${domain}`)
  return name === undefined ? undefined : siteOf(name)
}

const used = (site: Site): Checked<Site> => ({ value: site, warnings: [] })

const subdomain = (text: string, site: Site): Checked<Site> => ({ value: site, warnings: [ownSubdomain(text, site)] })

const ownSubdomain = (text: string, site: Site) =>
  `"${text}" looks like an organization's own address, whose site is "${site.name}"; write that to be sure.`

function siteOf(name: string): Site {
  const ownApp = DOMAINS.some((domain) => domain === name)
  return {
    name,
    apiOrigin: `https://api.${name}`,
    appOrigin: ownApp ? `https://app.${name}` : `https://${name}`,
    gov: name.endsWith('ddog-gov.com'),
  }
}

function unknown(text: string, host: string): Checked<Site> {
  const meant = nearest(host, SITE_NAMES)
  const advice = meant === undefined ? `${oneOf()}.` : `did you mean "${meant}"?`
  return { problem: `"${text}" is not one of Datadog's sites; ${advice}` }
}

const oneOf = () => `write one of ${SITE_NAMES.join(', ')}`

/** The origin that `api-url` stands for: `https`, or `http` where the traffic cannot leave the machine; nothing but scheme, host and port. */
export function resolveApiUrl(text: string): Checked<string> {
  const form = 'write only scheme, host and port, such as "https://proxy.example.com:8443"'
  if (text.length > LONGEST) return { problem: `the URL is ${text.length} characters long; ${form}.` }
  // The part before an "@" may be a password, and a query may hold a key, so neither is repeated.
  if (text.includes('@'))
    return { problem: `the URL contains a user name or password ("@"), which would end up in logs; ${form}.` }
  if (text.includes('?') || text.includes('#')) return { problem: `the URL has a query or a fragment; ${form}.` }
  if (/[\s\\]/.test(text)) return { problem: `"${text}" has white space or a backslash in it; ${form}.` }
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    const guess = URL.parse(`https://${text.replace(/^\/+/, '')}`)
    if (guess === null) return { problem: `"${text}" is not a URL; ${form}.` }
    return {
      problem: `"${text}" has no scheme; write "${isLoopback(guess.hostname) ? 'http' : 'https'}://${guess.host}".`,
    }
  }
  const url = URL.parse(text)
  if (url === null || url.hostname === '') return { problem: `"${text}" is not a URL; ${form}.` }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return {
      problem: `"${text}" would send keys unencrypted; write "https://${url.host}" (http is for 127.0.0.1, [::1] and localhost only).`,
    }
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { problem: `"${text}" is not an https URL; ${form}.` }
  if (url.pathname !== '/')
    return { problem: `"${text}" has a path, which the action adds itself; write "${url.origin}".` }
  return { value: url.origin, warnings: siteHint(url) }
}

/**
 * Whether a host, as a URL has it, is this machine: only there keys may go without TLS. The URL parser has already written every
 * spelling of an IPv4 address (`127.1`, `0x7f000001`) as four decimal numbers.
 */
export const isLoopback = (hostname: string) =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)

function siteHint(url: URL): readonly string[] {
  if (!DOMAINS.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`))) return []
  const site = resolveSite(url.hostname)
  if ('problem' in site || site.value.apiOrigin === url.origin) return []
  return [`"${url.origin}" is not where Datadog's API answers; set site: ${site.value.name} instead of api-url.`]
}
