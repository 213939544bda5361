/** The figures of one proof that was recorded. */
export interface Vector {
  id: string
  secret: string
  token: string
  org: string
  host: string
  region: string
  date: string
  signature: string
}

/** Figures of proofs that Datadog's Go client signed with a fixed clock. */
export const VECTORS: Vector[] = [
  {
    id: 'AKIAIOSFODNN7EXAMPLE',
    secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    token: 'AQoDYXdzEJr-token',
    org: '11111111-2222-3333-4444-555555555555',
    host: 'sts.amazonaws.com',
    region: 'us-east-1',
    date: '20261121T060000Z',
    signature: 'b1d6b60362a3c7c18bfd08078a11a9988b2357452e926da198509c541f16dd2d',
  },
  {
    id: 'ASIAIOSFODNN7EXAMPLE',
    secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    token: 'IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJHMEUCIQ+abc/def==',
    org: '00000000-0000-0000-0000-000000000000',
    host: 'sts.eu-west-1.amazonaws.com',
    region: 'eu-west-1',
    date: '20260101T000000Z',
    signature: 'fdccf5c3fa5a6d4da3ef3dcbefe4a1a95d7b76c614a219332cb08a459abfa185',
  },
  {
    id: 'ASIAEXAMPLE000000000',
    secret: 'short',
    token: 't',
    org: 'ABCDEF12-0000-4000-8000-00000000000F',
    host: 'sts.us-gov-west-1.amazonaws.com',
    region: 'us-gov-west-1',
    date: '20261231T235959Z',
    signature: 'a073a334582ee182b612e164fabe58dcd62595afd92d9ea36d9c98ef0fab9538',
  },
  {
    id: 'ASIAEXAMPLE000000000',
    secret: 'k'.repeat(64),
    token: 'x'.repeat(1200),
    org: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
    host: 'sts.ap-southeast-2.amazonaws.com',
    region: 'ap-southeast-2',
    date: '20280229T123456Z',
    signature: 'b2b650f4f0d7712e7c52ce533f0ea54ad3f6c7f23595ec1df4ae24b7fdc2ce8e',
  },
]

/** When a proof was signed, in milliseconds since 1970. */
export const timeOf = ({ date }: Vector): number =>
  Date.parse(date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'))
