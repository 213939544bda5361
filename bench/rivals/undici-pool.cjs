// The writes of an apply and nothing else: undici's pool, as many connections and requests at a time as the action has.
//   node undici-pool.cjs URL COUNT
const { Pool } = require('undici')

const AT_ONCE = 8
const [url, count] = process.argv.slice(2)
const pool = new Pool(url, { connections: AT_ONCE })
const headers = { 'content-type': 'application/json', 'dd-api-key': 'key', 'dd-application-key': 'key' }
let next = 0

async function work() {
  while (next < Number(count)) {
    const attributes = {
      account_identifier: `service-${next}@example.com`,
      arn_pattern: `arn:aws:sts::1:assumed-role/${next++}/*`,
    }
    const { statusCode, body } = await pool.request({
      method: 'POST',
      path: '/api/v2/cloud_auth/aws/persona_mapping',
      headers,
      body: JSON.stringify({ data: { type: 'aws_cloud_auth_config', attributes } }),
    })
    const { data } = await body.json()
    if (statusCode !== 201 || data.id === '') throw new Error(`answered ${statusCode}`)
  }
}

Promise.all(Array.from({ length: AT_ONCE }, work)).then(() => pool.close())
