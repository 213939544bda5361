// The YAML of a mappings file and nothing else, read into plain values with the options that the action reads it with: node yaml.cjs FILE
const { readFileSync } = require('node:fs')
const { LineCounter, parseDocument } = require('yaml')

const document = parseDocument(readFileSync(process.argv[2], 'utf8'), {
  schema: 'failsafe',
  lineCounter: new LineCounter(),
  prettyErrors: false,
  uniqueKeys: false,
  logLevel: 'error',
})
if (document.errors.length > 0 || document.toJS().mappings.length === 0) process.exitCode = 1
