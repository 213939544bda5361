// The same step with Datadog's own client. Writes the outputs that the action writes.
const { appendFileSync } = require('node:fs')
const { client, v2 } = require('@datadog/datadog-api-client')

const { env } = process
const configuration = client.createConfiguration({
  baseServer: new client.BaseServerConfiguration(env['INPUT_API-URL'], {}),
  authMethods: { apiKeyAuth: env['INPUT_API-KEY'], appKeyAuth: env['INPUT_APP-KEY'] },
})
for (const operation of ['listAWSCloudAuthPersonaMappings', 'createAWSCloudAuthPersonaMapping'])
  configuration.unstableOperations[`v2.${operation}`] = true
const api = new v2.CloudAuthenticationApi(configuration)

async function main() {
  const arnPattern = env['INPUT_ARN-PATTERN']
  const accountIdentifier = env['INPUT_ACCOUNT-IDENTIFIER']
  if (env.INPUT_OPERATION === 'create') {
    const body = { data: { type: 'aws_cloud_auth_config', attributes: { accountIdentifier, arnPattern } } }
    const { data } = await api.createAWSCloudAuthPersonaMapping({ body })
    return write({ ...aboutOne(data), result: 'created', changed: true })
  }
  const { data } = await api.listAWSCloudAuthPersonaMappings()
  if (env.INPUT_OPERATION === 'list')
    return write({ count: data.length, mappings: JSON.stringify(data.map(asInputs)), result: 'listed' })
  const live = data.find(({ attributes }) => attributes.arnPattern === arnPattern)
  if (live?.attributes.accountIdentifier !== accountIdentifier) throw new Error('it is another one')
  write({ ...aboutOne(live), result: 'unchanged', changed: false })
}

function asInputs({ id, attributes }) {
  return {
    kind: 'aws-persona',
    'mapping-id': id,
    'arn-pattern': attributes.arnPattern,
    'account-identifier': attributes.accountIdentifier,
    'account-uuid': attributes.accountUuid,
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
