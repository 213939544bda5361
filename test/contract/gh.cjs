// Stands in for GitHub's command line tool: knows the calls of the examples and no others, and keeps issues in a file.
const { readFileSync, writeFileSync } = require('node:fs')
const process = require('node:process')

const STATE = process.env.GH_STAND_IN_STATE
const LONGEST_BODY = 65_536
const COMMANDS = {
  'label create': { words: 1, options: { force: 'flag', color: 'text' }, run: createLabel },
  'issue list': {
    words: 0,
    options: { state: 'text', label: 'text', app: 'text', json: 'text', jq: 'text' },
    run: list,
  },
  'issue create': { words: 0, options: { title: 'text', label: 'text', 'body-file': 'text' }, run: create },
  'issue edit': { words: 1, options: { 'body-file': 'text' }, run: edit },
  'issue close': { words: 1, options: { comment: 'text' }, run: close },
}

function fail(why) {
  process.stderr.write(`this gh does not know: ${process.argv.slice(2).join(' ')} (${why})\n`)
  process.exit(1)
}

function parse(args, { words, options }) {
  const given = {}
  const named = []
  for (let at = 0; at < args.length; at++) {
    const name = args[at].startsWith('--') ? args[at].slice(2) : undefined
    if (name === undefined) named.push(args[at])
    else if (options[name] === 'flag') given[name] = true
    else if (options[name] === undefined || args[at + 1] === undefined) fail(`--${name}`)
    else given[name] = args[++at]
  }
  const missing = Object.keys(options).filter((name) => !(name in given))
  if (named.length !== words || missing.length > 0) fail(`missing: ${missing.join(', ')}`)
  return { ...given, word: named[0] }
}

function createLabel({ word }, state) {
  state.labels = [...new Set([...state.labels, word])]
}

function list({ state: wanted, label, app, json, jq }, { issues }) {
  if (wanted !== 'open' || json !== 'number' || jq !== '.[0].number // empty') fail('the filter')
  const found = issues.filter(
    ({ state, author, labels }) => state === wanted && author === `app/${app}` && labels.includes(label),
  )
  const newest = found.at(-1)
  if (newest !== undefined) process.stdout.write(`${newest.number}\n`)
}

function create({ title, label, 'body-file': file }, state) {
  if (!state.labels.includes(label)) fail(`no label ${label}`)
  const number = 1 + Math.max(0, ...state.issues.map((issue) => issue.number))
  const author = 'app/github-actions'
  state.issues.push({ number, title, author, labels: [label], state: 'open', body: bodyIn(file), comments: [] })
}

function edit({ word, 'body-file': file }, { issues }) {
  openIssue(issues, word).body = bodyIn(file)
}

function close({ word, comment }, { issues }) {
  const issue = openIssue(issues, word)
  issue.state = 'closed'
  issue.comments.push(comment)
}

function openIssue(issues, number) {
  return issues.find((issue) => String(issue.number) === number && issue.state === 'open') ?? fail('no such open issue')
}

function bodyIn(file) {
  const body = readFileSync(file, 'utf8')
  if (body.trim() === '' || body.length > LONGEST_BODY) fail('the body')
  return body
}

const [, , noun, verb, ...rest] = process.argv
const command = COMMANDS[`${noun} ${verb}`] ?? fail('the command')
if (!process.env.GH_TOKEN || !process.env.GH_REPO) fail('GH_TOKEN or GH_REPO is not set')
const state = JSON.parse(readFileSync(STATE, 'utf8'))
command.run(parse(rest, command), state)
writeFileSync(STATE, JSON.stringify(state))
