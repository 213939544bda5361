import { BlockList, isIP, isIPv6 } from 'node:net'
import type { Checked } from '../mappings/checked.ts'
import { isLoopback } from './site.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The proxy that the environment names for an origin, by curl's rules: HTTPS_PROXY or HTTP_PROXY by scheme, NO_PROXY against
 * both, lower case first, empty means unset, `http://` when the scheme is left out. A problem names the variable, never its value.
 */
export function proxyFor(origin: string, env: Environment): Checked<URL | undefined> {
  const target = new URL(origin)
  const scheme = target.protocol === 'https:' ? 'https_proxy' : 'http_proxy'
  const name = [scheme, scheme.toUpperCase()].find((variable) => env[variable]?.trim())
  const exceptions = env['no_proxy']?.trim() || env['NO_PROXY']?.trim() || ''
  if (name === undefined || isExcepted(target, exceptions)) return { value: undefined, warnings: [] }
  const given = env[name]?.trim() ?? ''
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `http://${given}`)
  if (url === null || !/^https?:$/.test(url.protocol) || !isDecodable(url)) {
    return {
      problem: `the environment variable ${name} is not the address of an HTTP proxy. Write it as http://host:port or http://user:password@host:port, with special characters of the password percent-encoded.`,
    }
  }
  // Over http the proxy reads along: what is meant for this machine does not go to another one that way.
  if (target.protocol === 'http:' && !isLoopback(url.hostname)) return { value: undefined, warnings: [] }
  return { value: url, warnings: [] }
}

function isDecodable(url: URL): boolean {
  try {
    decodeURIComponent(url.username + url.password)
    return url.hostname !== ''
  } catch {
    return false
  }
}

function isExcepted(target: URL, exceptions: string): boolean {
  const host = target.hostname.toLowerCase()
  const port = target.port || (target.protocol === 'https:' ? '443' : '80')
  return exceptions
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*' || isInSubnet(host, entry)) return true
      const [, name = entry, only] = /^([^:]*|\[.*\])(?::(\d+))?$/.exec(entry) ?? []
      if (only !== undefined && only !== port) return false
      const suffix = name.replace(/^\*?\./, '')
      return host === suffix || host === `[${suffix}]` || host.endsWith(`.${suffix}`)
    })
}

function isInSubnet(host: string, entry: string): boolean {
  const [, network = '', prefix = ''] = /^\[?([0-9a-f.:]+)\]?\/(\d{1,3})$/.exec(entry) ?? []
  const address = host.replace(/^\[|\]$/g, '')
  const family = isIPv6(address) ? 'ipv6' : 'ipv4'
  if (isIP(address) === 0 || isIP(network) !== isIP(address) || Number(prefix) > (family === 'ipv6' ? 128 : 32))
    return false
  const subnet = new BlockList()
  subnet.addSubnet(network, Number(prefix), family)
  return subnet.check(address, family)
}
