"use strict";
exports.id = 217;
exports.ids = [217];
exports.modules = {

/***/ 20:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ caller_exports),
  c: () => (/* binding */ aws_credentials_exports),
  i: () => (/* binding */ token_source_exports),
  n: () => (/* binding */ match_exports),
  o: () => (/* binding */ job_caller_exports),
  r: () => (/* binding */ login_exports),
  s: () => (/* binding */ github_token_exports),
  t: () => (/* binding */ verify_exports)
});

// EXTERNAL MODULE: ./build/rolldown-runtime.js
var rolldown_runtime = __webpack_require__(10);
// EXTERNAL MODULE: ./build/failure.js + 1 modules
var build_failure = __webpack_require__(6);
// EXTERNAL MODULE: ./build/kinds.js
var kinds = __webpack_require__(8);
// EXTERNAL MODULE: ./build/parse.js
var parse = __webpack_require__(9);
// EXTERNAL MODULE: ./build/arn-pattern.js
var arn_pattern = __webpack_require__(1);
// EXTERNAL MODULE: ./build/index.js + 3 modules
var build = __webpack_require__(7);
// EXTERNAL MODULE: ./build/checked.js
var checked = __webpack_require__(3);
;// CONCATENATED MODULE: ./build/match-arn.js



// src/mappings/arn/match-arn.ts
function matchArn(pattern, callerArn) {
	if ((0,build.f)(pattern, callerArn)) return {
		outcome: "match",
		rank: [pattern.endsWith("/*") ? 0 : 1, pattern.length]
	};
	const wanted = partsOf(pattern);
	const given = partsOf(callerArn);
	const sessions = sessionsOf(pattern);
	const comparable = sessions === void 0 ? wanted : partsOf(sessions);
	const reason = sessions === void 0 ? difference(wanted, given) : uselessness(pattern, sessions);
	return {
		outcome: "miss",
		rank: [likeness(comparable, given)],
		failed: ["arn-pattern"],
		reasons: [reason]
	};
}
function partsOf(arn) {
	const [, partition = "", , , account = "", ...rest] = arn.split(":");
	const [type = "", ...names] = rest.join(":").split("/");
	const session = type === "assumed-role" && names.length > 1 ? names.at(-1) : void 0;
	return {
		partition,
		account,
		type,
		name: (session === void 0 ? names : names.slice(0, -1)).join("/"),
		session
	};
}
function sessionsOf(pattern) {
	if (/:role\//.test(pattern)) {
		const diagnosis = (0,arn_pattern.n)(pattern.replace(/\/\*$/, ""), { rewriteRoleArn: true });
		return "problem" in diagnosis ? void 0 : diagnosis.value.pattern;
	}
	return /:assumed-role\/[^/*]+$/.test(pattern) ? `${pattern}/*` : void 0;
}
function uselessness(pattern, sessions) {
	return `the pattern "${pattern}" ${/:role\//.test(pattern) ? "is an IAM role ARN, which no caller ever has" : "lacks the session, which every caller has"}; use "${sessions}"`;
}
function difference(wanted, given) {
	if (wanted.type !== given.type) return `the caller is ${kindOf(given.type)}, and the pattern is for ${kindOf(wanted.type)}`;
	if (wanted.account !== given.account) return `the account differs: the caller is of ${given.account}, the pattern of ${wanted.account}`;
	if (wanted.partition !== given.partition) return `the partition differs: the caller is of "${given.partition}", the pattern of "${wanted.partition}"`;
	const noun = given.type === "assumed-role" ? "role" : "user";
	if (wanted.name.toLowerCase() === given.name.toLowerCase() && wanted.name !== given.name) return `the ${noun} name differs in upper and lower case: the caller is "${given.name}", the pattern wants "${wanted.name}"`;
	if (wanted.name === given.name) return `the session name differs: the caller is "${given.session}", the pattern wants "${wanted.session}"; "/*" takes every session`;
	return `the ${noun} name differs: the caller is "${given.name}", the pattern wants "${wanted.name}"`;
}
function kindOf(type) {
	if (type === "assumed-role") return "the session of a role";
	if (type === "federated-user") return "a federated user";
	return type === "user" ? "an IAM user" : `something else ("${type}")`;
}
function likeness(wanted, given) {
	const lower = wanted.name.toLowerCase();
	return (wanted.name === given.name ? 8 : lower === given.name.toLowerCase() ? 7 : (0,checked.r)(wanted.name, [given.name]) ? 5 : 0) + (wanted.account === given.account ? 4 : 0) + (wanted.type === given.type ? 2 : 0) + (wanted.partition === given.partition ? 1 : 0);
}


// EXTERNAL MODULE: ./build/claims.js
var build_claims = __webpack_require__(17);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(13);
;// CONCATENATED MODULE: ./build/identity.js









// node_modules/@smithy/core/dist-es/submodules/serde/is-array-buffer/is-array-buffer.js
const isArrayBuffer = (arg) => typeof ArrayBuffer === "function" && arg instanceof ArrayBuffer || Object.prototype.toString.call(arg) === "[object ArrayBuffer]";
// node_modules/@smithy/core/dist-es/submodules/serde/util-buffer-from/buffer-from.js
const fromString = (input, encoding) => {
	if (typeof input !== "string") throw new TypeError(`The "input" argument must be of type string. Received type ${typeof input} (${input})`);
	return encoding ? Buffer.from(input, encoding) : Buffer.from(input);
};
// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/fromUtf8.js
const fromUtf8 = (input) => {
	const buf = fromString(input, "utf8");
	return new Uint8Array(buf.buffer, buf.byteOffset, buf.byteLength / Uint8Array.BYTES_PER_ELEMENT);
};
// node_modules/@smithy/core/dist-es/submodules/transport/hasOwn.js
function hasOwn(o, k) {
	return Object.prototype.hasOwnProperty.call(o, k);
}
// node_modules/@smithy/core/dist-es/submodules/transport/httpRequest.js
var HttpRequest = class HttpRequest {
	method;
	protocol;
	hostname;
	port;
	path;
	query;
	headers;
	username;
	password;
	fragment;
	body;
	constructor(options) {
		this.method = options.method || "GET";
		this.hostname = options.hostname || "localhost";
		this.port = options.port;
		this.query = options.query || {};
		this.headers = options.headers || {};
		this.body = options.body;
		this.protocol = options.protocol ? options.protocol.slice(-1) !== ":" ? `${options.protocol}:` : options.protocol : "https:";
		this.path = options.path ? options.path.charAt(0) !== "/" ? `/${options.path}` : options.path : "/";
		this.username = options.username;
		this.password = options.password;
		this.fragment = options.fragment;
	}
	static clone(request) {
		const cloned = new HttpRequest({
			...request,
			headers: { ...request.headers }
		});
		if (cloned.query) cloned.query = cloneQuery(cloned.query);
		return cloned;
	}
	static isInstance(request) {
		if (!request) return false;
		const req = request;
		return "method" in req && "protocol" in req && "hostname" in req && "path" in req && typeof req["query"] === "object" && typeof req["headers"] === "object";
	}
	clone() {
		return HttpRequest.clone(this);
	}
};
function cloneQuery(query) {
	return Object.keys(query).reduce((carry, paramName) => {
		const param = query[paramName];
		return {
			...carry,
			[paramName]: Array.isArray(param) ? [...param] : param
		};
	}, {});
}
// node_modules/@smithy/core/dist-es/submodules/transport/normalizeProvider.js
const normalizeProvider = (input) => {
	if (typeof input === "function") return input;
	const promisified = Promise.resolve(input);
	return () => promisified;
};
// node_modules/@smithy/core/dist-es/submodules/serde/util-hex-encoding/hex-encoding.js
const SHORT_TO_HEX = {};
const HEX_TO_SHORT = {};
for (let i = 0; i < 256; i++) {
	let encodedByte = i.toString(16).toLowerCase();
	if (encodedByte.length === 1) encodedByte = `0${encodedByte}`;
	SHORT_TO_HEX[i] = encodedByte;
	HEX_TO_SHORT[encodedByte] = i;
}
function fromHex(encoded) {
	if (encoded.length % 2 !== 0) throw new Error("Hex encoded strings must have an even number length");
	const out = new Uint8Array(encoded.length / 2);
	for (let i = 0; i < encoded.length; i += 2) {
		const encodedByte = encoded.slice(i, i + 2).toLowerCase();
		if (encodedByte in HEX_TO_SHORT) out[i / 2] = HEX_TO_SHORT[encodedByte];
		else throw new Error(`Cannot decode unrecognized sequence ${encodedByte} as hexadecimal`);
	}
	return out;
}
function toHex(bytes) {
	let out = "";
	for (let i = 0; i < bytes.byteLength; i++) out += SHORT_TO_HEX[bytes[i]];
	return out;
}
// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/toUint8Array.js
const toUint8Array = (data) => {
	if (data instanceof Uint8Array) return data;
	if (typeof data === "string") return fromUtf8(data);
	if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength / Uint8Array.BYTES_PER_ELEMENT);
	return new Uint8Array(data);
};
// node_modules/@smithy/core/dist-es/submodules/serde/writeKey.js
function writeKey(obj) {
	Object.defineProperty(obj, "__proto__", {
		value: void 0,
		writable: true,
		enumerable: true,
		configurable: true
	});
}
// src/identity/aws-credentials.ts
var aws_credentials_exports = /* @__PURE__ */ (0,rolldown_runtime.n)({
	awsCredentials: () => awsCredentials,
	hasAwsCredentials: () => hasAwsCredentials
});
const VARIABLES = [
	"AWS_ACCESS_KEY_ID",
	"AWS_SECRET_ACCESS_KEY",
	"AWS_SESSION_TOKEN"
];
const HOW = "Run aws-actions/configure-aws-credentials with role-to-assume before this step, in the same job, and give the job permissions: id-token: write.";
function awsCredentials(env, addSecret) {
	const [accessKeyId = "", secretAccessKey = "", sessionToken = ""] = VARIABLES.map((name) => env[name]?.trim() ?? "");
	for (const secret of [secretAccessKey, sessionToken]) if (secret !== "") addSecret(secret);
	const missing = VARIABLES.slice(0, 2).filter((name) => !env[name]?.trim());
	if (missing.length > 0) {
		const are = missing.length === 1 ? "is" : "are";
		return { problem: `the job has no AWS credentials: ${missing.join(" and ")} ${are} not in the environment. ${HOW}` };
	}
	if (accessKeyId.startsWith("ASIA") && sessionToken === "") return { problem: `the AWS credentials are temporary ones (AWS_ACCESS_KEY_ID begins with ASIA), and AWS_SESSION_TOKEN is not in the environment. ${HOW}` };
	const broken = VARIABLES.find((name) => /[^\x21-\x7e]/.test(env[name]?.trim() ?? ""));
	if (broken !== void 0) return { problem: `the environment variable ${broken} has white space or a character beyond ASCII inside, which no AWS credential has. ${HOW}` };
	return {
		value: {
			accessKeyId,
			secretAccessKey,
			...sessionToken && { sessionToken }
		},
		warnings: []
	};
}
function hasAwsCredentials(env) {
	return VARIABLES.slice(0, 2).every((name) => env[name]?.trim());
}
// node_modules/@smithy/signature-v4/dist-es/HeaderFormatter.js
var HeaderFormatter = class {
	format(headers) {
		const chunks = [];
		for (const headerName in headers) {
			if (!hasOwn(headers, headerName)) continue;
			const bytes = fromUtf8(headerName);
			chunks.push(Uint8Array.from([bytes.byteLength]), bytes, this.formatHeaderValue(headers[headerName]));
		}
		const out = new Uint8Array(chunks.reduce((carry, bytes) => carry + bytes.byteLength, 0));
		let position = 0;
		for (const chunk of chunks) {
			out.set(chunk, position);
			position += chunk.byteLength;
		}
		return out;
	}
	formatHeaderValue(header) {
		switch (header.type) {
			case "boolean": return Uint8Array.from([header.value ? 0 : 1]);
			case "byte": return Uint8Array.from([2, header.value]);
			case "short":
				const shortView = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(3));
				shortView.setUint8(0, 3);
				shortView.setInt16(1, header.value, false);
				return new Uint8Array(shortView.buffer);
			case "integer":
				const intView = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(5));
				intView.setUint8(0, 4);
				intView.setInt32(1, header.value, false);
				return new Uint8Array(intView.buffer);
			case "long":
				const longBytes = /* @__PURE__ */ new Uint8Array(9);
				longBytes[0] = 5;
				longBytes.set(header.value.bytes, 1);
				return longBytes;
			case "binary":
				const binView = new DataView(new ArrayBuffer(3 + header.value.byteLength));
				binView.setUint8(0, 6);
				binView.setUint16(1, header.value.byteLength, false);
				const binBytes = new Uint8Array(binView.buffer);
				binBytes.set(header.value, 3);
				return binBytes;
			case "string":
				const utf8Bytes = fromUtf8(header.value);
				const strView = new DataView(new ArrayBuffer(3 + utf8Bytes.byteLength));
				strView.setUint8(0, 7);
				strView.setUint16(1, utf8Bytes.byteLength, false);
				const strBytes = new Uint8Array(strView.buffer);
				strBytes.set(utf8Bytes, 3);
				return strBytes;
			case "timestamp":
				const tsBytes = /* @__PURE__ */ new Uint8Array(9);
				tsBytes[0] = 8;
				tsBytes.set(Int64.fromNumber(header.value.valueOf()).bytes, 1);
				return tsBytes;
			case "uuid":
				if (!UUID_PATTERN.test(header.value)) throw new Error(`Invalid UUID received: ${header.value}`);
				const uuidBytes = /* @__PURE__ */ new Uint8Array(17);
				uuidBytes[0] = 9;
				uuidBytes.set(fromHex(header.value.replace(/-/g, "")), 1);
				return uuidBytes;
		}
	}
};
var HEADER_VALUE_TYPE;
(function(HEADER_VALUE_TYPE) {
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["boolTrue"] = 0] = "boolTrue";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["boolFalse"] = 1] = "boolFalse";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["byte"] = 2] = "byte";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["short"] = 3] = "short";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["integer"] = 4] = "integer";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["long"] = 5] = "long";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["byteArray"] = 6] = "byteArray";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["string"] = 7] = "string";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["timestamp"] = 8] = "timestamp";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["uuid"] = 9] = "uuid";
})(HEADER_VALUE_TYPE || (HEADER_VALUE_TYPE = {}));
const UUID_PATTERN = /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/;
var Int64 = class Int64 {
	bytes;
	constructor(bytes) {
		this.bytes = bytes;
		if (bytes.byteLength !== 8) throw new Error("Int64 buffers must be exactly 8 bytes");
	}
	static fromNumber(number) {
		if (number > 0x8000000000000000 || number < -0x8000000000000000) throw new Error(`${number} is too large (or, if negative, too small) to represent as an Int64`);
		const bytes = /* @__PURE__ */ new Uint8Array(8);
		for (let i = 7, remaining = Math.abs(Math.round(number)); i > -1 && remaining > 0; i--, remaining /= 256) bytes[i] = remaining;
		if (number < 0) negate(bytes);
		return new Int64(bytes);
	}
	valueOf() {
		const bytes = this.bytes.slice(0);
		const negative = bytes[0] & 128;
		if (negative) negate(bytes);
		return parseInt(toHex(bytes), 16) * (negative ? -1 : 1);
	}
	toString() {
		return String(this.valueOf());
	}
};
function negate(bytes) {
	for (let i = 0; i < 8; i++) bytes[i] ^= 255;
	for (let i = 7; i > -1; i--) {
		bytes[i]++;
		if (bytes[i] !== 0) break;
	}
}
// node_modules/@smithy/core/dist-es/submodules/protocols/util-uri-escape/escape-uri.js
const escapeUri = (uri) => encodeURIComponent(uri).replace(/[!'()*]/g, hexEncode);
const hexEncode = (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`;
// node_modules/@smithy/signature-v4/dist-es/constants.js
const ALGORITHM_QUERY_PARAM = "X-Amz-Algorithm";
const CREDENTIAL_QUERY_PARAM = "X-Amz-Credential";
const AMZ_DATE_QUERY_PARAM = "X-Amz-Date";
const SIGNED_HEADERS_QUERY_PARAM = "X-Amz-SignedHeaders";
const EXPIRES_QUERY_PARAM = "X-Amz-Expires";
const SIGNATURE_QUERY_PARAM = "X-Amz-Signature";
const TOKEN_QUERY_PARAM = "X-Amz-Security-Token";
const AUTH_HEADER = "authorization";
const AMZ_DATE_HEADER = AMZ_DATE_QUERY_PARAM.toLowerCase();
const GENERATED_HEADERS = [
	AUTH_HEADER,
	AMZ_DATE_HEADER,
	"date"
];
SIGNATURE_QUERY_PARAM.toLowerCase();
const SHA256_HEADER = "x-amz-content-sha256";
const TOKEN_HEADER = TOKEN_QUERY_PARAM.toLowerCase();
const ALWAYS_UNSIGNABLE_HEADERS = {
	authorization: true,
	"cache-control": true,
	connection: true,
	expect: true,
	from: true,
	"keep-alive": true,
	"max-forwards": true,
	pragma: true,
	referer: true,
	te: true,
	trailer: true,
	"transfer-encoding": true,
	upgrade: true,
	"user-agent": true,
	"x-amzn-trace-id": true
};
const PROXY_HEADER_PATTERN = /^proxy-/;
const SEC_HEADER_PATTERN = /^sec-/;
const ALGORITHM_IDENTIFIER = "AWS4-HMAC-SHA256";
const EVENT_ALGORITHM_IDENTIFIER = "AWS4-HMAC-SHA256-PAYLOAD";
const UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";
const KEY_TYPE_IDENTIFIER = "aws4_request";
// node_modules/@smithy/signature-v4/dist-es/getCanonicalQuery.js
const getCanonicalQuery = ({ query = {} }) => {
	const keys = [];
	const serialized = {};
	for (const key in query) {
		if (!hasOwn(query, key)) continue;
		if (key.toLowerCase() === "x-amz-signature") continue;
		const encodedKey = escapeUri(key);
		keys.push(encodedKey);
		const value = query[key];
		if (typeof value === "string") serialized[encodedKey] = `${encodedKey}=${escapeUri(value)}`;
		else if (Array.isArray(value)) serialized[encodedKey] = value.slice(0).reduce((encoded, value) => encoded.concat([`${encodedKey}=${escapeUri(value)}`]), []).sort().join("&");
	}
	return keys.sort().map((key) => serialized[key]).filter((serialized) => serialized).join("&");
};
// node_modules/@smithy/signature-v4/dist-es/utilDate.js
const iso8601 = (time) => toDate(time).toISOString().replace(/\.\d{3}Z$/, "Z");
const toDate = (time) => {
	if (typeof time === "number") return /* @__PURE__ */ new Date(time * 1e3);
	if (typeof time === "string") {
		if (Number(time)) return /* @__PURE__ */ new Date(Number(time) * 1e3);
		return new Date(time);
	}
	return time;
};
// node_modules/@smithy/signature-v4/dist-es/SignatureV4Base.js
var SignatureV4Base = class {
	service;
	regionProvider;
	credentialProvider;
	sha256;
	uriEscapePath;
	applyChecksum;
	constructor({ applyChecksum, credentials, region, service, sha256, uriEscapePath = true }) {
		this.service = service;
		this.sha256 = sha256;
		this.uriEscapePath = uriEscapePath;
		this.applyChecksum = typeof applyChecksum === "boolean" ? applyChecksum : true;
		this.regionProvider = normalizeProvider(region);
		this.credentialProvider = normalizeProvider(credentials);
	}
	createCanonicalRequest(request, canonicalHeaders, payloadHash) {
		const sortedHeaders = Object.keys(canonicalHeaders).sort();
		return `${request.method}
${this.getCanonicalPath(request)}
${getCanonicalQuery(request)}
${sortedHeaders.map((name) => `${name}:${canonicalHeaders[name]}`).join("\n")}

${sortedHeaders.join(";")}
${payloadHash}`;
	}
	async createStringToSign(longDate, credentialScope, canonicalRequest, algorithmIdentifier) {
		const hash = new this.sha256();
		hash.update(toUint8Array(canonicalRequest));
		return `${algorithmIdentifier}
${longDate}
${credentialScope}
${toHex(await hash.digest())}`;
	}
	getCanonicalPath({ path }) {
		if (this.uriEscapePath) {
			const normalizedPathSegments = [];
			for (const pathSegment of path.split("/")) {
				if (pathSegment?.length === 0) continue;
				if (pathSegment === ".") continue;
				if (pathSegment === "..") normalizedPathSegments.pop();
				else normalizedPathSegments.push(pathSegment);
			}
			const normalizedPath = `${path?.startsWith("/") ? "/" : ""}${normalizedPathSegments.join("/")}${normalizedPathSegments.length > 0 && path?.endsWith("/") ? "/" : ""}`;
			return escapeUri(normalizedPath).replace(/%2F/g, "/");
		}
		return path;
	}
	validateResolvedCredentials(credentials) {
		if (typeof credentials !== "object" || typeof credentials.accessKeyId !== "string" || typeof credentials.secretAccessKey !== "string") throw new Error("Resolved credential object is not valid");
	}
	formatDate(now) {
		const longDate = iso8601(now).replace(/[-:]/g, "");
		return {
			longDate,
			shortDate: longDate.slice(0, 8)
		};
	}
	getCanonicalHeaderList(headers) {
		return Object.keys(headers).sort().join(";");
	}
};
// node_modules/@smithy/signature-v4/dist-es/credentialDerivation.js
const signingKeyCache = {};
const cacheQueue = [];
const createScope = (shortDate, region, service) => `${shortDate}/${region}/${service}/${KEY_TYPE_IDENTIFIER}`;
const getSigningKey = async (sha256Constructor, credentials, shortDate, region, service) => {
	const cacheKey = `${shortDate}:${region}:${service}:${toHex(await hmac(sha256Constructor, credentials.secretAccessKey, credentials.accessKeyId))}:${credentials.sessionToken}`;
	if (cacheKey in signingKeyCache) return signingKeyCache[cacheKey];
	cacheQueue.push(cacheKey);
	while (cacheQueue.length > 50) delete signingKeyCache[cacheQueue.shift()];
	let key = `AWS4${credentials.secretAccessKey}`;
	for (const signable of [
		shortDate,
		region,
		service,
		KEY_TYPE_IDENTIFIER
	]) key = await hmac(sha256Constructor, key, signable);
	return signingKeyCache[cacheKey] = key;
};
const hmac = (ctor, secret, data) => {
	const hash = new ctor(secret);
	hash.update(toUint8Array(data));
	return hash.digest();
};
// node_modules/@smithy/signature-v4/dist-es/getCanonicalHeaders.js
const getCanonicalHeaders = ({ headers }, unsignableHeaders, signableHeaders) => {
	const canonical = {};
	for (const headerName of Object.keys(headers).sort()) {
		if (headers[headerName] == void 0) continue;
		const canonicalHeaderName = headerName.toLowerCase();
		if (hasOwn(ALWAYS_UNSIGNABLE_HEADERS, canonicalHeaderName) || unsignableHeaders?.has(canonicalHeaderName) || PROXY_HEADER_PATTERN.test(canonicalHeaderName) || SEC_HEADER_PATTERN.test(canonicalHeaderName)) {
			if (!signableHeaders || signableHeaders && !signableHeaders.has(canonicalHeaderName)) continue;
		}
		if (canonicalHeaderName === "__proto__") writeKey(canonical);
		canonical[canonicalHeaderName] = headers[headerName].replace(/[\r\n]/g, " ").replace(/[ \t]+/g, " ").replace(/^ | $/g, "");
	}
	return canonical;
};
// node_modules/@smithy/signature-v4/dist-es/getPayloadHash.js
const getPayloadHash = async ({ headers, body }, hashConstructor) => {
	for (const headerName in headers) {
		if (!hasOwn(headers, headerName)) continue;
		if (headerName.toLowerCase() === "x-amz-content-sha256") return headers[headerName];
	}
	if (body == void 0) return "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
	else if (typeof body === "string" || ArrayBuffer.isView(body) || isArrayBuffer(body)) {
		const hashCtor = new hashConstructor();
		hashCtor.update(toUint8Array(body));
		return toHex(await hashCtor.digest());
	}
	return UNSIGNED_PAYLOAD;
};
// node_modules/@smithy/signature-v4/dist-es/headerUtil.js
const hasHeader = (soughtHeader, headers) => {
	soughtHeader = soughtHeader.toLowerCase();
	for (const headerName in headers) {
		if (!hasOwn(headers, headerName)) continue;
		if (soughtHeader === headerName.toLowerCase()) return true;
	}
	return false;
};
// node_modules/@smithy/signature-v4/dist-es/moveHeadersToQuery.js
const moveHeadersToQuery = (request, options = {}) => {
	const { headers, query = {} } = HttpRequest.clone(request);
	for (const name in headers) {
		if (!hasOwn(headers, name)) continue;
		const lname = name.toLowerCase();
		if (lname.slice(0, 6) === "x-amz-" && !options.unhoistableHeaders?.has(lname) || options.hoistableHeaders?.has(lname)) {
			query[name] = headers[name];
			delete headers[name];
		}
	}
	return {
		...request,
		headers,
		query
	};
};
// node_modules/@smithy/signature-v4/dist-es/prepareRequest.js
const prepareRequest = (request) => {
	request = HttpRequest.clone(request);
	for (const headerName in request.headers) {
		if (!hasOwn(request.headers, headerName)) continue;
		if (GENERATED_HEADERS.indexOf(headerName.toLowerCase()) > -1) delete request.headers[headerName];
	}
	return request;
};
// node_modules/@smithy/signature-v4/dist-es/SignatureV4.js
var SignatureV4 = class extends SignatureV4Base {
	headerFormatter = new HeaderFormatter();
	constructor({ applyChecksum, credentials, region, service, sha256, uriEscapePath = true }) {
		super({
			applyChecksum,
			credentials,
			region,
			service,
			sha256,
			uriEscapePath
		});
	}
	async presign(originalRequest, options = {}) {
		const { signingDate = /* @__PURE__ */ new Date(), expiresIn = 3600, unsignableHeaders, unhoistableHeaders, signableHeaders, hoistableHeaders, signingRegion, signingService } = options;
		const credentials = await this.credentialProvider();
		this.validateResolvedCredentials(credentials);
		const region = signingRegion ?? await this.regionProvider();
		const { longDate, shortDate } = this.formatDate(signingDate);
		if (expiresIn > 604800) return Promise.reject("Signature version 4 presigned URLs must have an expiration date less than one week in the future");
		const scope = createScope(shortDate, region, signingService ?? this.service);
		const request = moveHeadersToQuery(prepareRequest(originalRequest), {
			unhoistableHeaders,
			hoistableHeaders
		});
		if (credentials.sessionToken) request.query[TOKEN_QUERY_PARAM] = credentials.sessionToken;
		request.query[ALGORITHM_QUERY_PARAM] = ALGORITHM_IDENTIFIER;
		request.query[CREDENTIAL_QUERY_PARAM] = `${credentials.accessKeyId}/${scope}`;
		request.query[AMZ_DATE_QUERY_PARAM] = longDate;
		request.query[EXPIRES_QUERY_PARAM] = expiresIn.toString(10);
		const canonicalHeaders = getCanonicalHeaders(request, unsignableHeaders, signableHeaders);
		request.query[SIGNED_HEADERS_QUERY_PARAM] = this.getCanonicalHeaderList(canonicalHeaders);
		request.query[SIGNATURE_QUERY_PARAM] = await this.getSignature(longDate, scope, this.getSigningKey(credentials, region, shortDate, signingService), this.createCanonicalRequest(request, canonicalHeaders, await getPayloadHash(originalRequest, this.sha256)));
		return request;
	}
	async sign(toSign, options) {
		if (typeof toSign === "string") return this.signString(toSign, options);
		else if (toSign.headers && toSign.payload) return this.signEvent(toSign, options);
		else if (toSign.message) return this.signMessage(toSign, options);
		else return this.signRequest(toSign, options);
	}
	async signEvent({ headers, payload }, { signingDate = /* @__PURE__ */ new Date(), priorSignature, signingRegion, signingService, eventStreamCredentials }) {
		const region = signingRegion ?? await this.regionProvider();
		const { shortDate, longDate } = this.formatDate(signingDate);
		const scope = createScope(shortDate, region, signingService ?? this.service);
		const hashedPayload = await getPayloadHash({
			headers: {},
			body: payload
		}, this.sha256);
		const hash = new this.sha256();
		hash.update(headers);
		const hashedHeaders = toHex(await hash.digest());
		const stringToSign = [
			EVENT_ALGORITHM_IDENTIFIER,
			longDate,
			scope,
			priorSignature,
			hashedHeaders,
			hashedPayload
		].join("\n");
		return this.signString(stringToSign, {
			signingDate,
			signingRegion: region,
			signingService,
			eventStreamCredentials
		});
	}
	async signMessage(signableMessage, { signingDate = /* @__PURE__ */ new Date(), signingRegion, signingService, eventStreamCredentials }) {
		return this.signEvent({
			headers: this.headerFormatter.format(signableMessage.message.headers),
			payload: signableMessage.message.body
		}, {
			signingDate,
			signingRegion,
			signingService,
			priorSignature: signableMessage.priorSignature,
			eventStreamCredentials
		}).then((signature) => {
			return {
				message: signableMessage.message,
				signature
			};
		});
	}
	async signString(stringToSign, { signingDate = /* @__PURE__ */ new Date(), signingRegion, signingService, eventStreamCredentials } = {}) {
		const credentials = eventStreamCredentials ?? await this.credentialProvider();
		this.validateResolvedCredentials(credentials);
		const region = signingRegion ?? await this.regionProvider();
		const { shortDate } = this.formatDate(signingDate);
		const hash = new this.sha256(await this.getSigningKey(credentials, region, shortDate, signingService));
		hash.update(toUint8Array(stringToSign));
		return toHex(await hash.digest());
	}
	async signRequest(requestToSign, { signingDate = /* @__PURE__ */ new Date(), signableHeaders, unsignableHeaders, signingRegion, signingService } = {}) {
		const credentials = await this.credentialProvider();
		this.validateResolvedCredentials(credentials);
		const region = signingRegion ?? await this.regionProvider();
		const request = prepareRequest(requestToSign);
		const { longDate, shortDate } = this.formatDate(signingDate);
		const scope = createScope(shortDate, region, signingService ?? this.service);
		request.headers[AMZ_DATE_HEADER] = longDate;
		if (credentials.sessionToken) request.headers[TOKEN_HEADER] = credentials.sessionToken;
		const payloadHash = await getPayloadHash(request, this.sha256);
		if (!hasHeader("x-amz-content-sha256", request.headers) && this.applyChecksum) request.headers[SHA256_HEADER] = payloadHash;
		const canonicalHeaders = getCanonicalHeaders(request, unsignableHeaders, signableHeaders);
		const signature = await this.getSignature(longDate, scope, this.getSigningKey(credentials, region, shortDate, signingService), this.createCanonicalRequest(request, canonicalHeaders, payloadHash));
		request.headers[AUTH_HEADER] = `${ALGORITHM_IDENTIFIER} Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${this.getCanonicalHeaderList(canonicalHeaders)}, Signature=${signature}`;
		return request;
	}
	async getSignature(longDate, credentialScope, keyPromise, canonicalRequest) {
		const stringToSign = await this.createStringToSign(longDate, credentialScope, canonicalRequest, ALGORITHM_IDENTIFIER);
		const hash = new this.sha256(await keyPromise);
		hash.update(toUint8Array(stringToSign));
		return toHex(await hash.digest());
	}
	getSigningKey(credentials, region, shortDate, service) {
		return getSigningKey(this.sha256, credentials, shortDate, region, service || this.service);
	}
};
// src/identity/aws-proof.ts
var aws_proof_exports = /* @__PURE__ */ (0,rolldown_runtime.n)({
	CALLER_IDENTITY: () => CALLER_IDENTITY,
	makeAwsProof: () => makeAwsProof,
	signCallerIdentity: () => signCallerIdentity,
	signatureIn: () => signatureIn,
	stsOrigin: () => stsOrigin
});
const CALLER_IDENTITY = "Action=GetCallerIdentity&Version=2011-06-15";
function stsOrigin(region) {
	if (region === void 0) return "https://sts.amazonaws.com";
	return `https://sts.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;
}
async function signCallerIdentity(credentials, { origin, region = "us-east-1", time, headers = {} }) {
	const { protocol, host, hostname } = new URL(origin);
	return (await new SignatureV4({
		service: "sts",
		region,
		credentials,
		sha256: Sha256,
		applyChecksum: false
	}).sign({
		method: "POST",
		protocol,
		hostname,
		path: "/",
		query: {},
		headers: {
			"content-length": String(43),
			"content-type": "application/x-www-form-urlencoded; charset=utf-8",
			host,
			...headers
		},
		body: CALLER_IDENTITY
	}, { signingDate: new Date(time) })).headers;
}
function signatureIn(headers) {
	return /Signature=([0-9a-f]+)/.exec(headers["authorization"] ?? "")?.[1] ?? "";
}
var Sha256 = class {
	#hash;
	constructor(secret) {
		this.#hash = secret === void 0 ? (0,external_node_crypto_.createHash)("sha256") : (0,external_node_crypto_.createHmac)("sha256", typeof secret === "string" ? secret : bytes(secret));
	}
	update(data) {
		this.#hash.update(data);
	}
	async digest() {
		return this.#hash.digest();
	}
	reset() {
		throw new Error("a hash is used once");
	}
};
function bytes(data) {
	return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
}
const SPELLINGS = {
	authorization: "Authorization",
	"content-length": "Content-Length",
	"content-type": "Content-Type",
	"x-amz-date": "X-Amz-Date",
	"x-amz-security-token": "X-Amz-Security-Token"
};
async function makeAwsProof(credentials, options) {
	const { orgUuid, region, time } = options;
	const origin = stsOrigin(region);
	const headers = await signCallerIdentity(credentials, {
		origin,
		region,
		time,
		headers: { "x-ddog-org-id": orgUuid }
	});
	const spelled = Object.entries(headers).map(([name, value]) => [SPELLINGS[name] ?? name, [value]]);
	const parts = [
		base64(CALLER_IDENTITY),
		base64(JSON.stringify(Object.fromEntries(spelled))),
		"POST",
		base64(origin)
	];
	const proof = parts.join("|");
	return {
		proof,
		secrets: [
			proof,
			parts[1] ?? "",
			signatureIn(headers)
		]
	};
}
function base64(text) {
	return Buffer.from(text).toString("base64");
}
// src/identity/github-token.ts
var github_token_exports = /* @__PURE__ */ (0,rolldown_runtime.n)({
	NO_PERMISSION: () => NO_PERMISSION,
	githubToken: () => githubToken,
	offersGithubToken: () => offersGithubToken
});
const NO_PERMISSION = "Add \"permissions: id-token: write\" to the job. A run of a pull request from a fork does not get it; and a reusable workflow needs it in the calling job too.";
function offersGithubToken(env) {
	return Boolean(env["ACTIONS_ID_TOKEN_REQUEST_URL"]?.trim() && env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]?.trim());
}
async function githubToken(job, audience) {
	const requestToken = job.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]?.trim() ?? "";
	if (requestToken !== "") job.addSecret(requestToken);
	if (!offersGithubToken(job.env)) throw new build_failure.t("invalid-input", "The job has no permission to ask GitHub for its OIDC token.", { advice: NO_PERMISSION });
	const url = URL.parse(job.env["ACTIONS_ID_TOKEN_REQUEST_URL"]?.trim() ?? "");
	const origin = url === null ? { problem: "it is not a URL." } : (0,build.Y)(url.origin);
	if (url === null || "problem" in origin) {
		const problem = "problem" in origin ? origin.problem : "";
		throw new build_failure.t("invalid-input", `The environment variable ACTIONS_ID_TOKEN_REQUEST_URL cannot be used: ${problem}`);
	}
	url.searchParams.set("audience", audience);
	const session = await job.open({
		origin: origin.value,
		server: "GitHub's token service",
		headers: { authorization: `Bearer ${requestToken}` }
	});
	try {
		return await (0,build.m)(session, {
			method: "GET",
			path: url.pathname + url.search,
			purpose: "get the OIDC token of this job",
			permission: "permissions: id-token: write",
			read(answer) {
				const { value } = (0,build.T)((0,build.B)({ value: (0,build.W)() }), (0,build.E)(answer));
				job.addSecret(value);
				return {
					token: value,
					claims: claimsIn(value)
				};
			}
		});
	} catch (thrown) {
		if (!(thrown instanceof build_failure.t) || thrown.reason !== "unauthorized" && thrown.reason !== "forbidden") throw thrown;
		throw new build_failure.t(thrown.reason, thrown.sentence, {
			advice: NO_PERMISSION,
			cause: thrown
		});
	} finally {
		session.transport.close();
	}
}
function claimsIn(token) {
	const [, payload, signature] = token.split(".");
	if (payload === void 0 || signature === void 0) throw new build.w("a token that is no JWT", false);
	try {
		return (0,parse.t)((0,build.H)((0,build.W)(), (0,build.K)()), JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
	} catch {
		throw new build.w("a token whose claims cannot be read", false);
	}
}
// src/identity/aws-caller.ts
const MOST_RETRIES = 2;
async function awsCaller(job) {
	const credentials = awsCredentials(job.env, job.addSecret);
	if ("problem" in credentials) return credentials;
	const { signatureIn, signCallerIdentity, stsOrigin, CALLER_IDENTITY } = await Promise.resolve().then(() => aws_proof_exports);
	const endpoint = job.env["AWS_ENDPOINT_URL_STS"]?.trim();
	const origin = endpoint ? (0,build.Y)(endpoint) : { value: stsOrigin(job.awsRegion) };
	if ("problem" in origin) return { problem: `the environment variable AWS_ENDPOINT_URL_STS: ${origin.problem}` };
	const time = job.datadog.clock.now();
	const signed = await signCallerIdentity(credentials.value, {
		origin: origin.value,
		region: job.awsRegion,
		time
	});
	job.addSecret(signatureIn(signed));
	const { host: _host, "content-length": _length, ...headers } = signed;
	let session;
	try {
		session = await job.open({
			origin: origin.value,
			server: "AWS STS",
			headers: {
				...headers,
				accept: "text/xml"
			}
		});
		return { arn: await (0,build.m)({
			...session,
			retries: Math.min(MOST_RETRIES, session.retries)
		}, askWith(CALLER_IDENTITY)) };
	} catch (thrown) {
		if (!(thrown instanceof build_failure.t) || job.datadog.signal.aborted) throw thrown;
		return { problem: thrown.sentence };
	} finally {
		session?.transport.close();
	}
}
function askWith(body) {
	return {
		method: "POST",
		path: "/",
		body,
		purpose: "ask AWS who this job is",
		permission: "valid AWS credentials",
		read(answer) {
			const arn = identity_element(answer, "Arn");
			if (arn === void 0) throw new build.w("an answer without the ARN of the caller", false);
			return arn;
		},
		accept(answer) {
			const code = answer.status >= 400 && answer.status < 500 ? identity_element(answer, "Code") : void 0;
			if (code === void 0 || answer.status === 429) return void 0;
			const meaning = REFUSALS[code] ?? "it does not take the AWS credentials of this job";
			throw new build_failure.t("unauthorized", `Could not ask AWS who this job is: ${meaning} (${code.slice(0, 60)}).`);
		}
	};
}
const REFUSALS = {
	ExpiredToken: "the AWS credentials of this job have expired",
	ExpiredTokenException: "the AWS credentials of this job have expired",
	InvalidClientTokenId: "AWS does not know the access key or session token of this job",
	SignatureDoesNotMatch: "AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID, or the clock of this machine is wrong"
};
function identity_element(answer, name) {
	return (new RegExp(`<${name}>\\s*([^<>\\s]{1,2048})\\s*</${name}>`).exec(answer.text)?.[1])?.replaceAll("&amp;", "&");
}
// src/identity/job-caller.ts
var job_caller_exports = /* @__PURE__ */ (0,rolldown_runtime.n)({
	callerOfThisJob: () => callerOfThisJob,
	callerText: () => callerText,
	callerToMatch: () => callerToMatch,
	claimsToMap: () => claimsToMap
});
const NOBODY = "datadog-mappings";
async function callerOfThisJob(job, cloud) {
	if (cloud === "aws") return awsCaller(job);
	try {
		return { claims: textClaims(await claimsOfToken(job)) };
	} catch (thrown) {
		if (!(thrown instanceof build_failure.t) || job.datadog.signal.aborted) throw thrown;
		return { problem: thrown.message };
	}
}
async function claimsOfToken(job) {
	const { githubToken } = await Promise.resolve().then(() => github_token_exports);
	return (await githubToken(job, NOBODY)).claims;
}
function callerText(caller) {
	if ("arn" in caller) return caller.arn;
	return caller.claims["sub"] ?? caller.claims["repository"] ?? "a job with the given claims";
}
function textClaims(claims) {
	const texts = {};
	for (const [name, value] of Object.entries(claims)) if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") texts[name] = String(value);
	return texts;
}
async function callerToMatch(job, kind) {
	const cloud = kind.startsWith("github-") ? "github" : "aws";
	const caller = await callerOfThisJob(job, cloud);
	if (!("problem" in caller)) return caller;
	const [input, what] = cloud === "aws" ? ["arn", "caller ARN"] : ["identity-claims", "claims"];
	throw new build_failure.t("invalid-input", `${input}: is not given, and this job's own ${what} could not be determined: ${caller.problem}`, { advice: `Or set ${input} to the caller to match.` });
}
async function claimsToMap(job) {
	const { claimsOfThisJob, compileClaims } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 17)).then((n) => n.t);
	const compiled = await compileClaims(claimsOfThisJob(await claimsOfToken(job)));
	if (!("problem" in compiled)) return compiled;
	throw new build_failure.t("invalid-input", `claims: this-job gives claims that cannot be mapped: ${compiled.problem}`, { advice: "Write the claims out instead." });
}
// src/identity/exchange.ts
const USUAL_LIFE = 9e5;
async function exchangeForToken(job, proof) {
	const { clock } = job.datadog;
	return exchange(job, proof, {
		path: "/api/v2/delegated-token",
		purpose: "exchange this job's identity for a token",
		read(answer) {
			const schema = (0,build.B)({ data: (0,build.B)({ attributes: (0,build.B)({
				access_token: (0,build.W)(),
				expires: (0,build.R)((0,build.G)([(0,build.W)(), (0,build.z)()]))
			}) }) });
			const { access_token: token, expires } = (0,build.T)(schema, (0,build.E)(answer)).data.attributes;
			return {
				token: secretFrom(job, token),
				expiresAt: timeOf(expires, clock.now())
			};
		}
	});
}
async function exchangeForIntakeKey(job, proof) {
	return exchange(job, proof, {
		path: "/api/v2/intake-key",
		purpose: "exchange this job's identity for an API key",
		read(answer) {
			const schema = (0,build.B)({ data: (0,build.B)({ attributes: (0,build.B)({ api_key: (0,build.W)() }) }) });
			return secretFrom(job, (0,build.T)(schema, (0,build.E)(answer)).data.attributes.api_key);
		}
	});
}
async function exchange(job, proof, call) {
	const headers = {
		...job.datadog.headers,
		authorization: `Delegated ${proof}`,
		"content-type": "application/json"
	};
	return (0,build.m)({
		...job.datadog,
		headers
	}, {
		...call,
		method: "POST",
		permission: "a mapping for this job"
	});
}
function secretFrom(job, text) {
	if (!/^[\x21-\x7e]+$/.test(text)) throw new build.w("a token or key that cannot be one", false);
	job.addSecret(text);
	return text;
}
const LONGEST_LIFE = 6048e5;
function timeOf(expires, now) {
	const text = String(expires ?? "").trim();
	const time = /^\d{1,15}(\.\d+)?$/.test(text) ? Number(text) * 1e3 : Date.parse(text);
	return time > now && time < now + LONGEST_LIFE ? time : now + USUAL_LIFE;
}
// src/mappings/caller.ts
var caller_exports = /* @__PURE__ */ (0,rolldown_runtime.n)({
	callerArnProblem: () => callerArnProblem,
	matchCaller: () => matchCaller
});
const MOST_NEAR_MISSES = 3;
async function matchCaller(caller, mappings, load = build_claims.n) {
	const verdictOn = "arn" in caller ? onArn(caller.arn) : onClaims(caller.claims, await load());
	const matching = [];
	const misses = [];
	const notEvaluated = [];
	for (const mapping of mappings) {
		const verdict = verdictOn(mapping);
		if (verdict === void 0) continue;
		if (verdict.outcome === "match") matching.push({
			mapping,
			rank: verdict.rank
		});
		else if (verdict.outcome === "unknown") notEvaluated.push({
			mapping,
			reason: verdict.reason
		});
		else misses.push({
			mapping,
			rank: verdict.rank,
			failed: verdict.failed,
			reasons: verdict.reasons
		});
	}
	const byRank = (a, b) => compareRanks(b.rank, a.rank);
	const near = matching.length > 0 ? [] : misses.sort(byRank).slice(0, MOST_NEAR_MISSES);
	return {
		matching: matching.sort(byRank).map(({ mapping }) => mapping),
		nearest: near.map(({ mapping, failed, reasons }) => ({
			mapping,
			failed,
			reasons
		})),
		notEvaluated
	};
}
function callerArnProblem(text) {
	if ((0,build.d)(text)) return void 0;
	if (text.length > 2048) return `the value is ${text.length} characters long, and no ARN is longer than ${arn_pattern.i}; write what "aws sts get-caller-identity" shows.`;
	const role = /^arn:([^:]*):(?:iam|sts)::(\d{12}):(?:role|assumed-role)\/(?:[^/*]+\/)*?([^/*]+)(?:\/\*)?$/.exec(text);
	const example = `arn:${role?.[1] ?? "aws"}:sts::${role?.[2] ?? "123456789012"}:assumed-role/${role?.[3] ?? "ROLE-NAME"}/SESSION-NAME`;
	return `"${text}" ${role === null ? "is not the ARN of a caller" : "is the ARN of a role or a pattern, and a caller is one session"}; write what "aws sts get-caller-identity" shows, such as "${example}".`;
}
const onArn = (callerArn) => ({ kind, arnPattern }) => (kind === "aws-persona" || kind === "aws-intake") && arnPattern !== void 0 ? matchArn(arnPattern, callerArn) : void 0;
const onClaims = (claims, regex) => (mapping) => mapping.kind === "github-persona" || mapping.kind === "github-intake" ? (0,build_claims.r)(mapping.claims ?? {}, claims, regex) : void 0;
function compareRanks(a, b) {
	const at = a.findIndex((value, index) => value !== b[index]);
	return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
// src/identity/explain-refusal.ts
async function explainRefusal(thrown, job, use) {
	if (!(thrown instanceof build_failure.t) || thrown.reason !== "forbidden" && thrown.reason !== "unauthorized") return thrown;
	const cloud = job.identity?.type ?? "aws";
	const caller = await callerOfThisJob(job, cloud);
	if ("problem" in caller) {
		const sentence = `${thrown.sentence} Who this job is cannot be told either: ${caller.problem}`;
		return new build_failure.t(thrown.reason, sentence, {
			advice: adviceOn(thrown, job),
			cause: thrown
		});
	}
	const found = thrown.reason === "forbidden" ? await nearestMapping(job, `${cloud}-${use}`, caller) : void 0;
	const sentence = `${thrown.sentence} The job is ${callerText(caller)}.${found === void 0 ? "" : ` ${found}`}`;
	return new build_failure.t(thrown.reason, sentence, {
		advice: adviceOn(thrown, job),
		cause: thrown
	});
}
function adviceOn(failure, job) {
	const org = job.identity?.orgUuid === void 0 ? "oidc-audience" : "org-uuid";
	const site = new URL(job.datadog.origin).host;
	if (failure.reason === "unauthorized") return `Datadog did not take the proof: check that ${org} names an organization on ${site} and that the ${job.identity?.type === "github" ? "GitHub token of this job is" : "AWS credentials of this job are"} valid.`;
	return `Map this caller with operation: create and keys; a new mapping counts only after some minutes, which operation: verify waits for.${job.lookUp === void 0 ? " With api-key and app-key given besides, this message names the nearest mapping." : ""}`;
}
async function nearestMapping(job, kind, caller) {
	if (job.lookUp === void 0) return void 0;
	const { title } = kinds.n[kind];
	let report;
	try {
		report = await matchCaller(caller, await job.lookUp.list(kind));
	} catch (thrown) {
		if (!(thrown instanceof build_failure.t) || job.datadog.signal.aborted) throw thrown;
		return `Which mapping comes nearest could not be looked up: ${thrown.sentence}`;
	}
	const [hit] = report.matching;
	if (hit !== void 0) return `It matches the ${title} ${hit.id} (${(0,kinds.r)(kinds.n[kind], hit)}), which may be too new to count yet, or its account may not log in.`;
	const [near] = report.nearest;
	if (near === void 0) return `There is no ${title} yet.`;
	return `It matches no ${title}. Nearest: ${near.mapping.id} (${(0,kinds.r)(kinds.n[kind], near.mapping)}); ${near.reasons.join("; ")}.`;
}
// src/identity/token-source.ts
var token_source_exports = /* @__PURE__ */ (0,rolldown_runtime.n)({ createTokenSource: () => createTokenSource });
const LIFE_OF_A_PROOF = 12e4;
function createProver(job) {
	let current;
	return async () => {
		const now = job.datadog.clock.now();
		if (current === void 0 || current.until <= now) current = {
			proof: await prove(job, now),
			until: now + LIFE_OF_A_PROOF
		};
		return current.proof;
	};
}
async function prove(job, time) {
	const { identity, env, addSecret, awsRegion } = job;
	if (identity?.type === "aws") {
		const credentials = awsCredentials(env, addSecret);
		if ("problem" in credentials) throw new build_failure.t("invalid-input", `Could not prove to Datadog who this job is: ${credentials.problem}`, { advice: "" });
		const { makeAwsProof } = await Promise.resolve().then(() => aws_proof_exports);
		const { proof, secrets } = await makeAwsProof(credentials.value, {
			orgUuid: identity.orgUuid,
			region: awsRegion,
			time
		});
		for (const secret of secrets) addSecret(secret);
		return proof;
	}
	if (identity?.type === "github") {
		const { githubToken } = await Promise.resolve().then(() => github_token_exports);
		const { token } = await githubToken(job, identity.audience);
		const proof = `${identity.proofPrefix}${token}`;
		addSecret(proof);
		return proof;
	}
	throw new Error("a proof without an identity");
}
const LONGEST_MARGIN = 6e4;
const SHARE_OF_LIFE = .2;
const MOST_REFUSALS = 2;
function createTokenSource(job) {
	const { clock } = job.datadog;
	const prove = createProver(job);
	let current;
	let usable;
	let refusals = 0;
	async function fetch() {
		const proof = await prove();
		const start = clock.now();
		try {
			const fetched = await exchangeForToken(job, proof);
			const margin = Math.min(LONGEST_MARGIN, (fetched.expiresAt - start) * SHARE_OF_LIFE);
			usable = fetched.token;
			return {
				...fetched,
				until: fetched.expiresAt - margin
			};
		} catch (thrown) {
			current = void 0;
			throw await explainRefusal(thrown, job, "persona");
		}
	}
	return {
		async token() {
			const known = await current;
			if (known !== void 0 && known.until <= clock.now() && usable === known.token) {
				usable = void 0;
				current = void 0;
			}
			current ??= fetch();
			return (await current).token;
		},
		refused(token) {
			if (token !== usable) return refusals <= MOST_REFUSALS;
			refusals++;
			usable = void 0;
			current = void 0;
			return refusals <= MOST_REFUSALS;
		}
	};
}
// src/operations/login.ts
var login_exports = /* @__PURE__ */ (0,rolldown_runtime.n)({ login: () => login });
async function login({ loginAs }, { job }) {
	const proof = await createProver(job)();
	try {
		if (loginAs === "intake") return {
			result: "logged-in",
			access: { intakeApiKey: await exchangeForIntakeKey(job, proof) },
			sentence: "Logged in for telemetry: the output intake-api-key is a masked API key for later steps of this job."
		};
		const { token, expiresAt } = await exchangeForToken(job, proof);
		const time = new Date(expiresAt).toISOString().replace(/\.\d+Z$/, "Z");
		return {
			result: "logged-in",
			access: {
				bearerToken: token,
				expiresAt: time
			},
			sentence: `Logged in until ${time}: the output bearer-token is a masked token for later steps of this job.`
		};
	} catch (thrown) {
		throw await explainRefusal(thrown, job, loginAs);
	}
}
// src/operations/match.ts
var match_exports = /* @__PURE__ */ (0,rolldown_runtime.n)({ match: () => match });
async function match(request, { client, job }) {
	const { kind } = request;
	const caller = request.caller ?? await callerToMatch(job, kind);
	const { title } = kinds.n[kind];
	const live = await client.list(kind);
	const { matching, nearest, notEvaluated } = await matchCaller(caller, live);
	const unknown = notEvaluated.map(({ mapping, reason }) => `Whether ${named(mapping)} matches cannot be told here: ${reason}.`);
	const [mapping, ...others] = matching;
	if (mapping === void 0) return {
		result: "unmatched",
		mappings: [],
		sentence: `${live.length === 0 ? `There is no ${title}, so none` : `No ${title}`} matches ${callerText(caller)}.`,
		details: [...nearest.map(nearMissText), ...unknown]
	};
	const which = others.length === 0 ? "" : ` It is the most specific of ${matching.length} that match; Datadog does not document which of them it uses.`;
	return {
		result: "matched",
		mapping,
		mappings: matching,
		sentence: `The ${title} ${named(mapping)} matches ${callerText(caller)}.${which}`,
		details: unknown
	};
}
function nearMissText({ mapping, reasons }) {
	return `Nearest: ${named(mapping)}; ${reasons.join("; ")}.`;
}
function named(mapping) {
	return `${mapping.id} (${(0,kinds.r)(kinds.n[mapping.kind], mapping)})`;
}
// src/identity/current-user.ts
async function currentUser(job, token) {
	const headers = {
		...job.datadog.headers,
		authorization: `Bearer ${token}`
	};
	return (0,build.m)({
		...job.datadog,
		headers
	}, {
		method: "GET",
		path: "/api/v2/current_user",
		purpose: "ask Datadog who this job is",
		permission: "an account that may log in",
		read(answer) {
			const relation = (0,build.R)((0,build.B)({ org: (0,build.R)((0,build.B)({ data: (0,build.R)((0,build.B)({ id: (0,build.W)() })) })) }));
			const { data } = (0,build.T)((0,build.B)({ data: (0,build.B)({ relationships: (0,build.N)(relation, void 0) }) }), (0,build.E)(answer));
			const orgUuid = data.relationships?.org?.data?.id;
			return {
				...(0,build.p)(answer),
				...orgUuid !== void 0 && { orgUuid }
			};
		}
	});
}
// src/operations/verify-expected.ts
const PATIENCE = 3e4;
const PAUSE = 1e3;
const UNNAMED = "";
async function expectedOf(request, job, end) {
	const { accountIdentifier: account, arnPattern } = request.attributes;
	const caller = await callerOfThisJob(job, request.kind.startsWith("github-") ? "github" : "aws");
	if ("problem" in caller) job.datadog.say(`Who this job is could not be asked for beforehand: ${caller.problem} Going on without.`);
	else job.datadog.say(`This job is ${callerText(caller)}.`);
	const known = "problem" in caller ? {} : { caller };
	const mapping = await lookedUp(request, job, known.caller, end);
	const pattern = mapping ?? (arnPattern === void 0 ? void 0 : given(request, arnPattern));
	if (known.caller !== void 0 && pattern !== void 0) await requireMatch(known.caller, pattern, request);
	const accountUuid = account === void 0 ? mapping?.accountUuid : void 0;
	return {
		...known,
		...mapping !== void 0 && { mapping },
		...account !== void 0 && { account },
		...accountUuid !== void 0 && { accountUuid },
		text: account ?? (mapping === void 0 ? "any account" : kinds.n[request.kind].target(mapping))
	};
}
function isExpected({ account, accountUuid }, user) {
	if (account !== void 0) return [
		user.uuid,
		user.handle,
		user.email
	].some((name) => name?.toLowerCase() === account.toLowerCase());
	return accountUuid === void 0 || accountUuid.toLowerCase() === user.uuid.toLowerCase();
}
async function lookedUp(request, job, caller, end) {
	if (job.lookUp === void 0) return void 0;
	try {
		return await waitFor(request, job, job.lookUp, caller, Math.min(end, job.datadog.clock.now() + PATIENCE));
	} catch (thrown) {
		if (!(thrown instanceof build_failure.t && (thrown.reason === "forbidden" || thrown.reason === "unauthorized")) || request.mappingId !== void 0) throw thrown;
		job.datadog.say(`The keys cannot look the mapping up: ${thrown.sentence} Going on without.`);
		return;
	}
}
async function waitFor(request, { datadog }, lookUp, caller, until) {
	const { kind, mappingId, attributes } = request;
	for (;;) {
		const live = mappingId === void 0 ? await lookUp.list(kind) : [];
		const found = mappingId === void 0 ? await wanted(request, live, caller) : await lookUp.get(kind, mappingId);
		if (found !== void 0) return found;
		const known = mappingId ?? attributes.arnPattern;
		if (known === void 0 && caller === void 0) return void 0;
		if (datadog.clock.now() >= until) throw known === void 0 ? await unmatched(kind, live, caller) : (0,build.l)(request, "verify");
		await (0,build.g)(datadog, PAUSE, `Datadog does not show ${known === void 0 ? "a mapping for this job" : `the mapping ${known}`} yet.`);
	}
}
async function wanted({ attributes, lookUpPatterns }, live, caller) {
	if (attributes.arnPattern !== void 0) {
		const patterns = [attributes.arnPattern, ...lookUpPatterns];
		return live.find((mapping) => patterns.includes(mapping.arnPattern ?? ""));
	}
	return caller === void 0 ? void 0 : (await matchCaller(caller, live)).matching[0];
}
async function unmatched(kind, live, caller) {
	const who = caller === void 0 ? "this job" : callerText(caller);
	const [near] = caller === void 0 ? [] : (await matchCaller(caller, live)).nearest;
	const nearest = near === void 0 ? "" : ` ${nearMissText(near)}`;
	const sentence = `Could not verify the mapping: no ${kinds.n[kind].title} matches ${who}.${nearest}`;
	return new build.D(new build_failure.t("not-verified", sentence, { advice: "Map this caller with operation: create, or assume the role that is mapped before this step." }), { verification: { verified: false } });
}
function given({ kind }, arnPattern) {
	return {
		kind,
		id: UNNAMED,
		arnPattern
	};
}
async function requireMatch(caller, mapping, { kind }) {
	const { nearest } = await matchCaller(caller, [mapping]);
	const [miss] = nearest;
	if (miss === void 0) return;
	const meaning = kinds.n[kind];
	const which = mapping.accountIdentifier === void 0 ? meaning.principal(mapping) : (0,kinds.r)(meaning, mapping);
	const first = "arn" in caller ? "Assume the mapped role first: run aws-actions/configure-aws-credentials with role-to-assume set to it, in a step before this one." : "Run verify in a job whose claims match.";
	const failure = new build_failure.t("not-verified", `Could not verify the mapping ${which}: this job is ${callerText(caller)}, and it does not match; ${miss.reasons.join("; ")}.`, { advice: first });
	throw new build.D(failure, {
		...mapping.id !== UNNAMED && { mapping },
		verification: { verified: false }
	});
}
// src/operations/verify.ts
var verify_exports = /* @__PURE__ */ (0,rolldown_runtime.n)({ verify: () => verify });
const FIRST_PAUSE = 2e3;
const LONGEST_PAUSE = 3e4;
const GROWTH = 1.5;
const MOST_UNAUTHORIZED = 3;
async function verify(request, { job }) {
	const { clock } = job.datadog;
	const start = clock.now();
	const end = Math.min(start + request.waitSeconds * 1e3, job.datadog.deadline - 1e3);
	const expected = await expectedOf(request, job, end);
	const known = expected.mapping === void 0 ? {} : { mapping: expected.mapping };
	const prove = createProver(job);
	let unauthorized = 0;
	for (let wait = FIRST_PAUSE;; wait = Math.min(LONGEST_PAUSE, wait * GROWTH)) {
		const seen = await attempt(job, await prove());
		if ("user" in seen && isExpected(expected, seen.user)) return proven(expected, seen.user, clock.now() - start);
		unauthorized = "refusal" in seen && seen.refusal.reason === "unauthorized" ? unauthorized + 1 : 0;
		if (unauthorized >= MOST_UNAUTHORIZED && "refusal" in seen) throw await notLetIn(seen.refusal, job, known);
		const left = end - clock.now();
		if (left <= 0) {
			if ("user" in seen) throw otherAccount(expected, seen.user, request, known);
			throw await notLetIn(seen.refusal, job, known, request);
		}
		const gone = `${(0,build.h)(clock.now() - start)} of ${(0,build.h)(end - start)} are over`;
		await (0,build.g)(job.datadog, Math.min(wait, left), `${progress(seen, expected)} (${gone}).`);
	}
}
const PASSING = [
	"forbidden",
	"unauthorized",
	"server-error",
	"network",
	"timeout",
	"rate-limited",
	"bad-response"
];
async function attempt(job, proof) {
	try {
		const { token } = await exchangeForToken(job, proof);
		return { user: await currentUser(job, token) };
	} catch (thrown) {
		if (!(thrown instanceof build_failure.t) || !PASSING.includes(thrown.reason) || job.datadog.signal.aborted) throw thrown;
		return { refusal: thrown };
	}
}
function progress(seen, expected) {
	if ("user" in seen) return `Datadog takes this job for ${accountText(seen.user)}, not yet for ${expected.text}`;
	const { reason, sentence } = seen.refusal;
	if (reason === "forbidden") return "Datadog does not let this job in yet, as is usual in the first minutes of a mapping";
	return reason === "unauthorized" ? "Datadog did not take the proof of who this job is" : sentence.replace(/\.$/, "");
}
function proven(expected, user, took) {
	const who = expected.caller === void 0 ? "This job" : callerText(expected.caller);
	const details = [`Proven: without any key, Datadog gave a token to this job and answered a request with it, as ${accountText(user)}. Workflows that only read can do without keys now, as far as that account may read.`, "Not proven: that this job may make or delete mappings. A federated caller cannot make its own first mapping, and once mapped it may be barred from making others: keep the keys in the workflows that write until a keyless write has succeeded."];
	if (expected.account === void 0 && expected.accountUuid === void 0) details.unshift("No account was expected, since neither account-identifier nor a mapping was given: any would have counted.");
	return {
		result: "verified",
		...expected.mapping !== void 0 && { mapping: expected.mapping },
		verification: {
			verified: true,
			accountUuid: user.uuid,
			...user.orgUuid !== void 0 && { orgUuid: user.orgUuid }
		},
		sentence: `Verified in ${(0,build.h)(took)}: ${who} becomes ${accountText(user)}${user.orgUuid === void 0 ? "" : ` in the organization ${user.orgUuid}`}.`,
		details
	};
}
async function notLetIn(refusal, job, known, request) {
	if (refusal.reason !== "forbidden" && refusal.reason !== "unauthorized") return new build.D(refusal, {
		...known,
		verification: { verified: false }
	});
	const explained = await explainRefusal(refusal, job, "persona");
	const failure = explained instanceof build_failure.t ? explained : refusal;
	const waited = request === void 0 ? "" : ` It stayed so for the ${(0,build.h)(request.waitSeconds * 1e3)} of wait.`;
	const advice = refusal.reason === "forbidden" ? "A new mapping can take some minutes: raise wait and timeout; otherwise map the caller that the message names." : failure.advice;
	return notVerified(`${failure.sentence}${waited}`, advice, known, refusal);
}
function otherAccount(expected, user, { waitSeconds }, known) {
	const { uuid: accountUuid, orgUuid } = user;
	return notVerified(`Could not verify the mapping: Datadog takes this job for ${accountText(user)}, and ${expected.text} was expected, also after ${(0,build.h)(waitSeconds * 1e3)} of wait.`, "Another mapping may match this caller, or a replaced one may not count yet: operation: match shows which; otherwise correct account-identifier.", {
		...known,
		verification: {
			verified: false,
			accountUuid,
			...orgUuid !== void 0 && { orgUuid }
		}
	});
}
function accountText({ handle, email, uuid }) {
	const name = handle ?? email;
	return name === void 0 || name === uuid ? uuid : `${name} (${uuid})`;
}
function notVerified(sentence, advice, known, cause) {
	const failure = new build_failure.t("not-verified", sentence, {
		advice,
		cause
	});
	return new build.D(failure, {
		...known,
		verification: {
			verified: false,
			...known.verification
		}
	});
}



/***/ })

};
;