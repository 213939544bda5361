// `npm run generate` rewrites the generated regions of the documents and the schemas; with `--check` it only reports stale ones.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { repositoryRoot } from '../test/support/action-manifest.ts'
import { REGIONS } from './generated-regions.ts'
import { mappingsSchema, OUTPUT_SCHEMAS, SCHEMA_FILE } from './schema.ts'

const DOCUMENTS = ['README.md', ...readdirSync(path.join(repositoryRoot, 'docs')).map((name) => `docs/${name}`)]
const REGION = /(<!-- generated: ([\w./ -]+?) -->\n)[\s\S]*?(<!-- end of generated -->)/g

async function render(name: string): Promise<string> {
  const [region = '', argument = ''] = name.split(' ')
  const make = REGIONS[region]
  if (make === undefined)
    throw new Error(`there is no region "${region}"; known are ${Object.keys(REGIONS).join(', ')}`)
  return make(argument)
}

/** The document with every region between its markers made anew. */
async function regenerate(document: string): Promise<string> {
  const names = [...document.matchAll(REGION)].map((match) => match[2] ?? '')
  const contents = new Map<string, string>()
  for (const name of names) contents.set(name, await render(name))
  return document.replace(REGION, (_whole, open: string, name: string, close: string) => {
    return `${open}\n${contents.get(name)?.trim()}\n\n${close}`
  })
}

const check = process.argv.includes('--check')
const read = (name: string) => readFileSync(path.join(repositoryRoot, name), 'utf8')
const generated: [name: string, text: string][] = [[SCHEMA_FILE, mappingsSchema()]]
for (const [name, schema] of Object.entries(OUTPUT_SCHEMAS)) generated.push([name, schema()])
for (const name of DOCUMENTS) generated.push([name, await regenerate(read(name))])
for (const [name, text] of generated) {
  const file = path.join(repositoryRoot, name)
  if (existsSync(file) && read(name) === text) console.log(`${name} is up to date.`)
  else if (check) {
    console.error(`${name} is stale. Run npm run generate and commit the result.`)
    process.exitCode = 1
  } else {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
    console.log(`${name} was rewritten.`)
  }
}
