// What the runner does with each line that a step prints, on either stream.
// https://github.com/actions/runner: Runner.Common/ActionCommand.cs, Runner.Worker/ActionCommandManager.cs and ExecutionContext.cs
import type { Masker } from './masks.ts'

export type Level = 'error' | 'warning' | 'notice'

/** What GitHub shows beside the run: masked, cut at 4096 characters, at most ten of each level. */
export interface Annotation {
  level: Level
  message: string
  title?: string
  properties: Record<string, string>
}

/** A parsed `::name key=value::data` or `##[name key=value]data`. */
export interface WorkflowCommand {
  name: string
  properties: Record<string, string>
  data: string
  line: string
}

/** What a step said so far, as the runner understood it. */
export interface Transcript {
  log: string[]
  annotations: Annotation[]
  annotationsDropped: number
  debug: string[]
  outputs: Record<string, string>
  state: Record<string, string>
  /** Commands that an action of today has no business to print; some of them change later steps. */
  dangerousCommands: WorkflowCommand[]
  /** Lines that start like a command that the runner does not know; it prints them. */
  unknownCommands: string[]
  /** A command that the runner refuses (set-env, add-path) fails the step. */
  failed: boolean
}

const legacy = ['set-output', 'save-state', 'set-env', 'add-path', 'add-matcher', 'remove-matcher', 'echo']
const registered = new Set([
  ...legacy,
  'add-mask',
  'debug',
  'error',
  'warning',
  'notice',
  'group',
  'endgroup',
  'stop-commands',
])
const annotationsPerLevel = 10
const annotationLength = 4096
const leadingSpace = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/

// In this order, the percent sign last, so that %250A stays %0A.
const dataEscapes: [string, string][] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
]
const propertyEscapes: [string, string][] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
]
const v1Escapes: [string, string][] = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
]

function unescapeWith(escapes: readonly [string, string][], text: string): string {
  return escapes.reduce((result, [from, to]) => result.replaceAll(from, to), text)
}

function splitInfo(info: string): { name: string; rest: string } {
  const space = info.indexOf(' ')
  return space < 0 ? { name: info, rest: '' } : { name: info.slice(0, space), rest: info.slice(space + 1) }
}

function parseProperties(
  text: string,
  separator: string,
  escapes: readonly [string, string][],
): Record<string, string> {
  const properties: Record<string, string> = {}
  for (const pair of text.split(separator)) {
    const equals = pair.indexOf('=')
    if (equals > 0 && equals < pair.length - 1)
      properties[pair.slice(0, equals)] = unescapeWith(escapes, pair.slice(equals + 1))
  }
  return properties
}

/** Parses a line as the runner does: `::` only at its start after white space, `##[` anywhere in it; `known` decides what is a command. */
export function parseWorkflowCommand(line: string, known: (name: string) => boolean): WorkflowCommand | undefined {
  const trimmed = line.replace(leadingSpace, '')
  if (trimmed.startsWith('::')) {
    const end = trimmed.indexOf('::', 2)
    if (end >= 0) {
      const { name, rest } = splitInfo(trimmed.slice(2, end))
      if (known(name)) {
        const properties = parseProperties(rest.trim(), ',', propertyEscapes)
        return { name: name.toLowerCase(), properties, data: unescapeWith(dataEscapes, trimmed.slice(end + 2)), line }
      }
    }
  }
  const start = line.indexOf('##[')
  const bracket = start < 0 ? -1 : line.indexOf(']', start)
  if (bracket < 0) return undefined
  const { name, rest } = splitInfo(line.slice(start + 3, bracket))
  if (!known(name)) return undefined
  const properties = parseProperties(rest, ';', v1Escapes)
  return { name: name.toLowerCase(), properties, data: unescapeWith(v1Escapes, line.slice(bracket + 1)), line }
}

/** Consumes a step's lines one by one; `transcript` is what has come of them. */
export interface CommandProcessor {
  line(text: string): void
  annotate(level: Level, message: string, properties?: Record<string, string>): void
  readonly transcript: Transcript
}

const labels: Record<Level, string> = { error: 'Error: ', warning: 'Warning: ', notice: 'Notice: ' }

/** Starts reading a step; `showDebug` prints debug lines into the log, as with RUNNER_DEBUG. */
export function createCommandProcessor(masker: Masker, showDebug = false): CommandProcessor {
  const transcript: Transcript = {
    log: [],
    annotations: [],
    annotationsDropped: 0,
    debug: [],
    outputs: {},
    state: {},
    dangerousCommands: [],
    unknownCommands: [],
    failed: false,
  }
  let stopToken: string | undefined
  let inGroup = false

  const print = (text: string): void => {
    for (const line of masker.apply(text).split(/\r\n|[\r\n]/)) transcript.log.push(inGroup ? `  ${line}` : line)
  }
  const annotate = (level: Level, message: string, properties: Record<string, string> = {}): void => {
    print(labels[level] + message)
    const kept = transcript.annotations.filter((annotation) => annotation.level === level).length
    if (kept >= annotationsPerLevel) {
      transcript.annotationsDropped += 1
      return
    }
    const masked = Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, masker.apply(value)]))
    transcript.annotations.push({
      level,
      message: masker.apply(message).slice(0, annotationLength),
      properties: masked,
      ...(masked['title'] === undefined ? {} : { title: masked['title'] }),
    })
  }
  const refuse = (command: WorkflowCommand, reason: string): void => {
    annotate('error', `Unable to process command '${command.line}' successfully.`)
    annotate('error', reason)
    transcript.failed = true
  }

  const execute = (command: WorkflowCommand): void => {
    const { name, data, properties } = command
    if (legacy.includes(name)) transcript.dangerousCommands.push(command)
    switch (name) {
      case 'error':
      case 'warning':
      case 'notice':
        annotate(name, data, properties)
        break
      case 'debug':
        transcript.debug.push(masker.apply(data))
        if (showDebug) print(`##[debug]${data}`)
        break
      case 'add-mask':
        if (data.trim() === '') annotate('warning', "Can't add secret mask for empty string in ##[add-mask] command.")
        else masker.add(data)
        break
      case 'group':
        inGroup = false
        print(`▼ ${data}`)
        inGroup = true
        break
      case 'endgroup':
        inGroup = false
        break
      case 'set-output':
      case 'save-state': {
        const key = properties['name']
        if (key === undefined) refuse(command, `Required field 'name' is missing in ##[${name}] command.`)
        else (name === 'set-output' ? transcript.outputs : transcript.state)[key] = data
        break
      }
      case 'set-env':
      case 'add-path':
        refuse(command, `The \`${name}\` command is disabled. Please upgrade to using Environment Files.`)
        break
    }
  }

  const known = (name: string): boolean =>
    registered.has(name.toLowerCase()) || (stopToken !== undefined && name.toLowerCase() === stopToken.toLowerCase())

  const line = (text: string): void => {
    const command = parseWorkflowCommand(text, known)
    if (stopToken !== undefined) {
      if (command?.name === stopToken.toLowerCase()) stopToken = undefined
      print(text)
    } else if (command === undefined) {
      if (/^\s*::[\w-]+( .*)?::/.test(text) || /##\[[a-z-]+[ \]]/i.test(text)) transcript.unknownCommands.push(text)
      print(text)
    } else if (command.name === 'stop-commands') {
      transcript.dangerousCommands.push(command)
      stopToken = command.data
      print(text)
    } else {
      execute(command)
    }
  }
  return { line, annotate, transcript }
}
