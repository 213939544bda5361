/** What this repository uses of aws4, which has no types of its own. */
declare module 'aws4' {
  interface Request {
    service: string
    region: string
    host: string
    method: string
    path: string
    headers: Record<string, string>
    body: string
  }
  interface Credentials {
    accessKeyId: string
    secretAccessKey: string
    sessionToken?: string
  }
  const aws4: { sign(request: Request, credentials: Credentials): { headers: Record<string, string> } }
  export default aws4
}
