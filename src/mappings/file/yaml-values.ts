import type { Alias, Document, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { Checking } from '../checked.ts'
import { visible } from '../visible.ts'
import type { Mistakes, Position } from './mistakes.ts'
import { LARGEST_FILE, type YamlDocument } from './yaml-document.ts'

/** Where a part of a file stands, and where its name does, as `line 3, column 5`; of what is missing, the nearest part around it. */
export interface Places {
  value(path: readonly PropertyKey[]): string
  key(path: readonly PropertyKey[]): string
  /** Where each item of a list stands, by its index. */
  items(path: readonly PropertyKey[]): (index: number) => string
  /** Where a part of a file stands, as numbers. */
  at(path: readonly PropertyKey[]): Position
  /** The same for its name. */
  keyAt(path: readonly PropertyKey[]): Position
}

/** The values of a file: texts, lists and records. */
export interface FileValues {
  readonly root: unknown
  readonly places: Places
}

type Yaml = typeof import('yaml')
type Content = Node | Pair | null | undefined

// A value counts its characters, and this much for itself.
const SIZE_OF_ONE = 16
const LARGEST_EXPANSION = 2 * LARGEST_FILE
const NULL = /^(?:null|Null|NULL|~)$/

/**
 * The values of a document with its aliases expanded, in linear time. A field that is given twice, also by an alias as its name, a merge
 * key, a tag, null, and aliases that expand to more than twice the largest file are mistakes; these are told only of a file that has
 * the shape of a mappings file, and of any other one only that it has not. Undefined when there is nothing to check further.
 */
export async function valuesOf(
  { document, place, at }: YamlDocument,
  mistakes: Mistakes,
  { spent }: Pick<Checking, 'spent'>,
): Promise<FileValues | undefined> {
  const yaml = await import('yaml')
  const found: [offset: number, text: string][] = []
  const reader = new Reader(yaml, spent, (node, text) => found.push([node?.range?.[0] ?? 0, text]))
  const root = reader.read(document.contents)
  const offsets = new Offsets(yaml, document, reader)
  const places: Places = {
    value: (path) => place(offsets.ofValue(path)),
    key: (path) => place(offsets.ofKey(path)),
    items(path) {
      const offsetOf = offsets.ofItems(path)
      return (index) => place(offsetOf(index))
    },
    at: (path) => at(offsets.ofValue(path)),
    keyAt: (path) => at(offsets.ofKey(path)),
  }
  if (hasShape(root))
    for (const [offset, text] of found)
      mistakes.add(
        () => `${place(offset)}: ${text}`,
        () => at(offset),
      )
  else
    mistakes.add(
      () =>
        `${places.value([])}: the file is not ${isRecord(root) ? 'a mappings file, which has version: 1 and mappings' : 'a block of fields'}.${Array.isArray(root) ? ' Write version: 1 above, and the list below mappings:.' : ''}`,
      () => places.at([]),
    )
  return hasShape(root) && !reader.isBroken ? { root, places } : undefined
}

/** Whether a value is a record of named values. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// What has none of it may be anything that a path or a link leads to, and is not quoted.
function hasShape(root: unknown): boolean {
  return isRecord(root) && (root['mappings'] !== undefined || root['version'] === '1')
}

interface Read {
  readonly value: unknown
  readonly size: number
}

class Reader {
  readonly #yaml: Yaml
  readonly #spent: Checking['spent']
  readonly #tell: (node: Node | null | undefined, text: string) => void
  readonly #anchors = new Map<string, Node>()
  /** What was read of the nodes with an anchor. */
  readonly #done = new Map<Node, Read>()
  readonly #targets = new Map<Alias, Node>()
  /** The size of all that was read so far, aliases expanded. */
  #size = 0
  #isBroken = false

  constructor(yaml: Yaml, spent: Checking['spent'], tell: (node: Node | null | undefined, text: string) => void) {
    this.#yaml = yaml
    this.#spent = spent
    this.#tell = tell
  }

  /** Whether an alias stands for nothing, or for too much. */
  get isBroken(): boolean {
    return this.#isBroken
  }

  /** What an alias stands for. */
  targetOf(alias: Alias): Node | undefined {
    return this.#targets.get(alias)
  }

  /** The name of a field, also when it is an alias. */
  nameOf({ key }: Pair): string | undefined {
    const { isAlias, isScalar } = this.#yaml
    const node = isAlias(key) ? this.targetOf(key) : key
    return isScalar(node) ? String(node.value ?? '') : undefined
  }

  read(node: Content): unknown {
    const { isAlias, isMap, isScalar, isSeq } = this.#yaml
    const isText = isScalar(node)
    if (!isText && isAlias(node)) return this.#readAlias(node)
    if (!isText && !isMap(node) && !isSeq(node)) return ''
    // An alias within what its anchor names finds the anchor, and nothing read.
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node)
    if (node.tag !== undefined && !TAGS.test(node.tag))
      this.#tell(node, `${visible(node.tag)} is a tag, and mappings files have none. Write the value without it.`)
    const before = this.#size
    const value = isText ? this.#readText(node) : isMap(node) ? this.#readMap(node) : this.#readList(node)
    if (node.anchor !== undefined) this.#done.set(node, { value, size: this.#size - before })
    return value
  }

  #readAlias(alias: Alias): unknown {
    const target = this.#anchors.get(alias.source)
    const read = target && this.#done.get(target)
    if (target === undefined || read === undefined) {
      const why =
        target === undefined
          ? 'has no anchor before it. Put a value that begins with "*" in quotes'
          : 'stands within its own anchor'
      this.#isBroken = true
      this.#tell(alias, `*${visible(alias.source)} ${why}.`)
      return ''
    }
    this.#targets.set(alias, target)
    if (!this.#grow(alias, read.size)) return ''
    this.#size += read.size
    return read.value
  }

  // False when it has grown too large, which is told once.
  #grow(node: Node, size: number): boolean {
    this.#spent.expansion += size
    if (this.#spent.expansion <= LARGEST_EXPANSION) return true
    if (!this.#isBroken) this.#tell(node, `up to here the aliases expand to more than ${LARGEST_EXPANSION} characters.`)
    this.#isBroken = true
    return false
  }

  #readText(node: Scalar): string {
    const value = String(node.value ?? '')
    if (node.type === 'PLAIN' && NULL.test(node.source ?? ''))
      this.#tell(node, `${node.source} means that there is no value. Write one, or put it in quotes.`)
    const size = SIZE_OF_ONE + value.length
    this.#grow(node, size)
    this.#size += size
    return value
  }

  #readList(node: YAMLSeq): unknown[] {
    this.#size += SIZE_OF_ONE
    return node.items.map((item) => this.read(item as Node))
  }

  #readMap(node: YAMLMap): Record<string, unknown> {
    this.#size += SIZE_OF_ONE
    // Without a prototype, so that a field of any name is only a field.
    const fields: Record<string, unknown> = Object.create(null)
    for (const pair of node.items) {
      const key = pair.key as Node | null
      this.read(key)
      const name = this.nameOf(pair)
      const value = this.read(pair.value as Node | null)
      if (name === undefined) this.#tell(key, 'the name of a field is not a single text.')
      else if (name === '<<') this.#tell(key, '<< is a merge key, and mappings files have none. Write the fields out.')
      else if (name in fields) this.#tell(key, `${visible(name.slice(0, 100))} is given twice. Leave one out.`)
      else fields[name] = value
    }
    return fields
  }
}

const TAGS = /^(?:!|tag:yaml\.org,2002:(?:str|map|seq))$/

class Offsets {
  readonly #yaml: Yaml
  readonly #document: Document
  readonly #reader: Reader

  constructor(yaml: Yaml, document: Document, reader: Reader) {
    this.#yaml = yaml
    this.#document = document
    this.#reader = reader
  }

  ofValue(path: readonly PropertyKey[]): number {
    return this.#nearest(path)?.range?.[0] ?? 0
  }

  ofKey(path: readonly PropertyKey[]): number {
    const block = this.#resolved(this.#nearest(path.slice(0, -1)))
    const pair = this.#yaml.isMap(block) ? this.#pairOf(block, path.at(-1)) : undefined
    const key = pair?.key as Node | undefined
    return key?.range?.[0] ?? this.ofValue(path)
  }

  ofItems(path: readonly PropertyKey[]): (index: number) => number {
    const list = this.#resolved(this.#nearest(path))
    const items: readonly unknown[] = this.#yaml.isSeq(list) ? list.items : []
    return (index) => {
      const item = items[index]
      return (this.#yaml.isNode(item) ? item.range?.[0] : undefined) ?? this.ofValue([...path, index])
    }
  }

  #nearest(path: readonly PropertyKey[]): Node | null | undefined {
    let node: Node | null | undefined = this.#document.contents
    for (const part of path) {
      const block = this.#resolved(node)
      const inner = this.#yaml.isMap(block)
        ? this.#pairOf(block, part)?.value
        : this.#yaml.isSeq(block)
          ? block.items[Number(part)]
          : undefined
      if (!this.#yaml.isNode(inner)) return node
      node = inner
    }
    return node
  }

  #resolved(node: Node | null | undefined): Node | null | undefined {
    return this.#yaml.isAlias(node) ? this.#reader.targetOf(node) : node
  }

  #pairOf(block: YAMLMap, name: PropertyKey | undefined): Pair | undefined {
    return block.items.find((pair) => this.#reader.nameOf(pair) === name)
  }
}
