// The part of GitHub's expression language that workflows in this repository use.
// https://docs.github.com/en/actions/reference/workflows-and-actions/expressions

/** The contexts of an expression: `steps`, `secrets`, `matrix` and so on. */
export type Contexts = Readonly<Record<string, unknown>>

const TOKEN = /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w-]*)|(==|!=|&&|\|\||[!()[\].,]))/y

const FUNCTIONS: Readonly<Record<string, (...values: unknown[]) => unknown>> = {
  always: () => true,
  cancelled: () => false,
  fromJSON: (text) => JSON.parse(String(text)),
  toJSON: (value) => JSON.stringify(value, null, 2),
  contains: (whole, part) =>
    Array.isArray(whole) ? whole.includes(part) : String(whole).toLowerCase().includes(String(part).toLowerCase()),
  startsWith: (text, start) => asText(text).toLowerCase().startsWith(asText(start).toLowerCase()),
  endsWith: (text, end) => asText(text).toLowerCase().endsWith(asText(end).toLowerCase()),
  format: (text, ...values) => asText(text).replace(/\{(\d)\}/g, (_, index) => asText(values[Number(index)])),
}

/** The value of one expression, without its `${{ }}`; throws for what GitHub would refuse, and for a context that is not there. */
export function evaluate(expression: string, contexts: Contexts, hasFailed = false): unknown {
  const functions: typeof FUNCTIONS = { ...FUNCTIONS, success: () => !hasFailed, failure: () => hasFailed }
  const tokens = tokensOf(expression)
  const take = (token: string): boolean => {
    if (tokens[0] !== token) return false
    tokens.shift()
    return true
  }
  const expect = (token: string): void => {
    if (!take(token)) throw new Error(`${expression}: expected ${token} and not ${tokens[0] ?? 'the end'}`)
  }
  const list = (end: string): unknown[] => {
    const values: unknown[] = []
    while (!take(end)) {
      if (values.length > 0) expect(',')
      values.push(or())
    }
    return values
  }
  const primary = (): unknown => {
    const token = tokens.shift() ?? ''
    if (token === '(') {
      const value = or()
      expect(')')
      return value
    }
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'")
    if (/^-?\d/.test(token)) return Number(token)
    if (token === 'true' || token === 'false') return token === 'true'
    if (token === 'null') return null
    if (!/^[A-Za-z_]/.test(token)) throw new Error(`${expression}: ${token || 'the end'} is not a value`)
    if (take('(')) {
      const call = functions[token]
      if (call === undefined) throw new Error(`${expression}: the function ${token} is not known here`)
      return access(call(...list(')')))
    }
    if (!(token in contexts)) throw new Error(`${expression}: the context ${token} is not there`)
    return access(contexts[token])
  }
  const nameAfterDot = (): string => {
    const name = tokens.shift() ?? ''
    if (!/^[A-Za-z_]/.test(name)) throw new Error(`${expression}: a name is missing after a dot`)
    return name
  }
  const access = (start: unknown): unknown => {
    let value = start
    for (;;) {
      let key: unknown
      if (take('.')) key = nameAfterDot()
      else if (take('[')) {
        key = or()
        expect(']')
      } else return value
      value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[String(key)] : undefined
    }
  }
  const unary = (): unknown => (take('!') ? !unary() : primary())
  const equal = (): unknown => {
    let value = unary()
    for (;;) {
      if (take('==')) value = same(value, unary())
      else if (take('!=')) value = !same(value, unary())
      else return value
    }
  }
  const and = (): unknown => {
    let value = equal()
    while (take('&&')) {
      const right = equal()
      value = value ? right : value
    }
    return value
  }
  const or = (): unknown => {
    let value = and()
    while (take('||')) {
      const right = and()
      value = value || right
    }
    return value
  }
  const value = or()
  if (tokens.length > 0) throw new Error(`${expression}: ${tokens[0]} is too much`)
  return value
}

/** The text with every `${{ … }}` in it evaluated. */
export function interpolate(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{([\s\S]*?)\}\}/g, (_whole, expression: string) => asText(evaluate(expression, contexts)))
}

/** Whether a step or job with this `if:` runs; after a failure only one that asks for the status does. */
export function isMet(condition: unknown, contexts: Contexts, hasFailed = false): boolean {
  if (condition === undefined) return !hasFailed
  const expression = /^\s*\$\{\{([\s\S]*)\}\}\s*$/.exec(String(condition))?.[1] ?? String(condition)
  if (hasFailed && !/\b(?:always|cancelled|failure|success)\(/.test(expression)) return false
  return Boolean(evaluate(expression, contexts, hasFailed))
}

function tokensOf(expression: string): string[] {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (expression.slice(TOKEN.lastIndex).trim() !== '') {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(expression)
    if (match === null) throw new Error(`${expression}: cannot be read from "${expression.slice(at)}" on`)
    tokens.push(match[0].trim())
  }
  return tokens
}

function same(left: unknown, right: unknown): boolean {
  if (typeof left === 'string' && typeof right === 'string') return left.toLowerCase() === right.toLowerCase()
  // Values of different types are compared as numbers: an output that was never set is equal to an empty text.
  return typeof (left ?? undefined) === typeof (right ?? undefined)
    ? left === right
    : asNumber(left) === asNumber(right)
}

function asNumber(value: unknown): number {
  if (value === null || value === undefined) return 0
  return typeof value === 'object' ? Number.NaN : Number(value)
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? 'Object' : String(value)
}
