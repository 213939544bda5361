import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { answerControl, type Control, type State, stateOf } from './control.ts'
import type { Reply } from './exchange.ts'
import { spoil } from './fault-actions.ts'
import { createFaultBook, type FaultRule } from './faults.ts'
import { headOf, type LoggedRequest, logEntryOf } from './log.ts'
import { plant } from './plant.ts'
import { route } from './router.ts'
import { checkSeed, type Seed } from './seed.ts'
import { type AwsCredentials, createStore, type Settings, turnSwitches } from './store.ts'
import { type Switches, wrongWithSwitches } from './switches.ts'

export type { AwsCredentials, FaultRule, LoggedRequest, Seed, State, Switches }

/** How an emulator is set up; everything is optional. */
export interface EmulatorOptions {
  /** Default 0: any free port. */
  port?: number
  /** Without one, any key that is not empty is accepted. */
  apiKey?: string
  /** Without one, any key that is not empty is accepted. */
  appKey?: string
  /** A static bearer token; without one, only tokens that the emulator minted are accepted. */
  bearer?: string
  orgUuid?: string
  /** Identities whose AWS signatures count. */
  aws?: AwsCredentials | readonly AwsCredentials[]
  /** AWS accounts that are integrated; default: all. */
  accounts?: readonly string[]
  seed?: Seed
  /** behavior from the start, kept over resets. */
  switches?: Partial<Switches>
  /** Claims of the GitHub tokens, over the defaults; null leaves a claim out. */
  oidcClaims?: Readonly<Record<string, unknown>>
  /** What the GitHub token endpoint must be asked with; default: any token. */
  oidcRequestToken?: string
  /** Serves https. */
  tls?: { key: string; cert: string }
  /** The clock, in milliseconds since 1970. */
  now?: () => number
}

/** A running emulator. */
export interface Emulator {
  /** The origin, without a slash at the end. */
  url: string
  /** What `ACTIONS_ID_TOKEN_REQUEST_URL` is to be set to. */
  oidcRequestUrl: string
  state(): State
  /** The requests so far, oldest first; control requests are not among them. */
  requests(): LoggedRequest[]
  /** Replaces the faults in force; throws when a rule is wrong. */
  setFaults(faults: readonly FaultRule[]): void
  setSwitches(switches: Partial<Switches>): void
  /** Forgets mappings, tokens, faults and the log, and starts over from the seed, by default an empty one. */
  reset(seed?: Seed): void
  /** Destroys every connection and stops listening. */
  close(): Promise<void>
}

/** The organization when no other is given. */
export const DEFAULT_ORG = '5f3a1c7e-2b64-4d0a-9c1f-0e8d7b6a5432'

/** Starts an emulated Datadog on 127.0.0.1; throws when an option is wrong or the port is taken. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const settings = readSettings(options)
  const faults = createFaultBook()
  let store = createStore(settings)
  let log: LoggedRequest[] = []

  const control: Control = {
    state: () => stateOf(store),
    requests: () => log,
    setFaults: (rules) => faults.set(rules),
    setSwitches: (switches) => {
      const wrong = wrongWithSwitches(switches)
      if (wrong) throw new Error(wrong)
      turnSwitches(store, switches as Partial<Switches>)
    },
    reset: (seed = {}) => {
      checkSeed(seed)
      const fresh = createStore(settings)
      plant(fresh, seed, settings.now())
      store = fresh
      log = []
      faults.set([])
    },
  }
  control.setSwitches(settings.switches)
  control.reset(options.seed)

  const connections = new Map<string, Socket>()
  const lastOn = new WeakMap<Socket, { req: IncomingMessage; res: ServerResponse; entry: LoggedRequest }>()
  const keyOf = (socket: Socket): string => `${socket.remoteAddress}:${socket.remotePort}`

  const serve = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const request = headOf(req)
    const entry = logEntryOf(req, request, settings.now())
    lastOn.set(req.socket, { req, res, entry })
    try {
      request.body = await text(req)
    } catch {
      log.push({ ...entry, incomplete: true })
      return
    }
    const controlled = answerControl(control, request)
    if (controlled) return send(res, controlled)

    entry.body = request.body
    log.push(entry)
    let reply: Reply | undefined
    const answer = (): Reply => {
      reply ??= route(store, settings, request)
      entry.applied = true
      if (reply.reason !== undefined) entry.reason = reply.reason
      return reply
    }
    const sendLogged = (answered: Reply): void => {
      entry.status = answered.status
      send(res, answered)
    }
    const chosen = faults.choose(request)
    if (!chosen) return sendLogged(answer())
    entry.fault = chosen.fault.kind ?? 'status'
    if (chosen.when === 'after') answer()
    const { socket } = req
    const noteStatus = (status: number): void => {
      entry.status = status
    }
    const resetConnection = (): void => {
      const connection = connections.get(keyOf(socket)) ?? socket
      connection.resetAndDestroy()
    }
    await spoil({ request, res, socket, answer, send: sendLogged, noteStatus, resetConnection }, chosen.fault)
  }

  const server = listenWith(options.tls, (req, res) => {
    serve(req, res).catch((error: unknown) => {
      process.stderr.write(`emulator: ${error instanceof Error ? error.stack : String(error)}\n`)
      req.socket.destroy()
    })
  })
  server.on('connection', (socket: Socket) => {
    const key = keyOf(socket)
    connections.set(key, socket)
    socket.once('close', () => connections.delete(key))
    socket.on('error', () => {})
  })
  server.on('clientError', (error: Error & { rawPacket?: Buffer; bytesParsed?: number }, socket: Socket) => {
    const last = lastOn.get(socket)
    if (!last) return socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    if (!last.req.complete) return socket.destroy()
    last.entry.trailing = error.rawPacket?.subarray(error.bytesParsed ?? 0).toString() ?? error.message
    if (last.res.writableFinished) return socket.end()
    return last.res.once('finish', () => socket.end())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const url = `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`

  return {
    url,
    oidcRequestUrl: `${url}/__emulator/oidc?api-version=2.0`,
    ...control,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of connections.values()) socket.destroy()
      }),
  }
}

function readSettings(options: EmulatorOptions): Settings {
  return {
    apiKey: options.apiKey,
    appKey: options.appKey,
    bearer: options.bearer,
    orgUuid: options.orgUuid ?? DEFAULT_ORG,
    aws: [options.aws ?? []].flat(),
    accounts: options.accounts && new Set(options.accounts),
    oidcClaims: options.oidcClaims ?? {},
    oidcRequestToken: options.oidcRequestToken,
    scheme: options.tls ? 'https' : 'http',
    switches: options.switches ?? {},
    now: options.now ?? Date.now,
  }
}

function listenWith(tls: EmulatorOptions['tls'], listener: RequestListener): Server {
  const server = tls ? createTlsServer(tls, listener) : createServer(listener)
  server.keepAliveTimeout = 65_000
  server.requestTimeout = 0
  return server
}

function send(res: ServerResponse, { status, headers, body }: Reply): void {
  const length = status === 204 ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
  res.writeHead(status, { ...headers, ...length })
  res.end(body)
}
