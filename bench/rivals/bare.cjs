// What one writes by hand for a step: built-in fetch, no package, no checks beyond the status. Writes the outputs that the action
// writes.
const { appendFileSync } = require('node:fs')

const { env } = process
const collection = `${env['INPUT_API-URL']}/api/v2/cloud_auth/aws/persona_mapping`
const headers = {
  accept: 'application/json',
  'content-type': 'application/json',
  'dd-api-key': env['INPUT_API-KEY'],
  'dd-application-key': env['INPUT_APP-KEY'],
}

async function main() {
  const pattern = env['INPUT_ARN-PATTERN']
  if (env.INPUT_OPERATION === 'create') {
    const attributes = { account_identifier: env['INPUT_ACCOUNT-IDENTIFIER'], arn_pattern: pattern }
    const body = JSON.stringify({ data: { type: 'aws_cloud_auth_config', attributes } })
    const { data } = await ask({ method: 'POST', body })
    return write({ ...aboutOne(data), result: 'created', changed: true })
  }
  const { data } = await ask({})
  if (env.INPUT_OPERATION === 'list')
    return write({ count: data.length, mappings: JSON.stringify(data.map(asInputs)), result: 'listed' })
  const live = data.find(({ attributes }) => attributes.arn_pattern === pattern)
  if (live?.attributes.account_identifier !== env['INPUT_ACCOUNT-IDENTIFIER']) throw new Error('it is another one')
  write({ ...aboutOne(live), result: 'unchanged', changed: false })
}

async function ask(request) {
  const response = await fetch(collection, { headers, ...request })
  if (!response.ok) throw new Error(`Datadog answered ${response.status}: ${await response.text()}`)
  return response.json()
}

function asInputs({ id, attributes }) {
  return {
    kind: 'aws-persona',
    'mapping-id': id,
    'arn-pattern': attributes.arn_pattern,
    'account-identifier': attributes.account_identifier,
    'account-uuid': attributes.account_uuid,
  }
}

function aboutOne(data) {
  const { kind, ...outputs } = asInputs(data)
  return { ...outputs, mapping: JSON.stringify({ kind, ...outputs }) }
}

function write(outputs) {
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`)
  appendFileSync(env.GITHUB_OUTPUT, lines.join(''))
  console.log(`The mapping is ${outputs.result}.`)
}

main().catch((error) => {
  console.log(`::error::${error.message}`)
  process.exitCode = 1
})
