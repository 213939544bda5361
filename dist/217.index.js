"use strict";
exports.id = 217;
exports.ids = [217,633];
exports.modules = {

/***/ 7777:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ element),
/* harmony export */   t: () => (/* binding */ awsCaller)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _aws_credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8310);


// src/identity/aws-caller.ts
const MOST_RETRIES = 2;
async function awsCaller(job) {
	const credentials = (0,_aws_credentials_js__WEBPACK_IMPORTED_MODULE_1__.t)(job.env, job.addSecret);
	if ("problem" in credentials) return credentials;
	const [{ signCallerIdentity, stsOrigin, CALLER_IDENTITY }, { signatureIn }] = await Promise.all([Promise.all(/* import() | identity */[__webpack_require__.e(916), __webpack_require__.e(977), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 7710)), __webpack_require__.e(/* import() */ 916).then(__webpack_require__.bind(__webpack_require__, 6916))]);
	const endpoint = job.env["AWS_ENDPOINT_URL_STS"]?.trim();
	const origin = endpoint ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.On)(endpoint) : { value: stsOrigin(job.awsRegion) };
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
		return { arn: await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.N)({
			...session,
			retries: Math.min(MOST_RETRIES, session.retries)
		}, askWith(CALLER_IDENTITY)) };
	} catch (thrown) {
		if (!(thrown instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn) || job.datadog.signal.aborted) throw thrown;
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
			const arn = element(answer, "Arn");
			if (arn === void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.F("an answer without the ARN of the caller", false);
			return arn;
		},
		accept(answer) {
			const code = answer.status >= 400 && answer.status < 500 ? element(answer, "Code") : void 0;
			if (code === void 0 || answer.status === 429) return void 0;
			const meaning = REFUSALS[code] ?? "it does not accept the AWS credentials of this job";
			throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("unauthorized", `Could not ask AWS who this job is: ${meaning} (${code.slice(0, 60)}).`);
		}
	};
}
const REFUSALS = {
	ExpiredToken: "the AWS credentials of this job have expired",
	ExpiredTokenException: "the AWS credentials of this job have expired",
	InvalidClientTokenId: "AWS does not know the access key or session token of this job",
	SignatureDoesNotMatch: "AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID, or the clock of this machine is wrong"
};
function element(answer, name) {
	return (new RegExp(`<${name}>\\s*([^<>\\s]{1,2048})\\s*</${name}>`).exec(answer.text)?.[1])?.replaceAll("&amp;", "&");
}



/***/ }),

/***/ 8310:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ aws_credentials_exports),
/* harmony export */   t: () => (/* binding */ awsCredentials)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);

// src/identity/aws-credentials.ts
var aws_credentials_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({
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



/***/ }),

/***/ 7710:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CALLER_IDENTITY: () => (/* binding */ CALLER_IDENTITY),
/* harmony export */   makeAwsProof: () => (/* binding */ makeAwsProof),
/* harmony export */   signCallerIdentity: () => (/* binding */ signCallerIdentity),
/* harmony export */   stsOrigin: () => (/* binding */ stsOrigin)
/* harmony export */ });
/* harmony import */ var _aws_signer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6916);

// src/identity/aws-proof.ts
const CALLER_IDENTITY = "Action=GetCallerIdentity&Version=2011-06-15";
function stsOrigin(region) {
	if (region === void 0) return "https://sts.amazonaws.com";
	return `https://sts.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;
}
function signCallerIdentity(credentials, { origin, region = "us-east-1", time, headers = {} }) {
	return (0,_aws_signer_js__WEBPACK_IMPORTED_MODULE_0__.signAwsRequest)(credentials, {
		service: "sts",
		region,
		method: "POST",
		origin,
		headers: {
			"content-length": String(43),
			"content-type": "application/x-www-form-urlencoded; charset=utf-8",
			...headers
		},
		body: CALLER_IDENTITY,
		time
	});
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
			(0,_aws_signer_js__WEBPACK_IMPORTED_MODULE_0__.signatureIn)(headers)
		]
	};
}
function base64(text) {
	return Buffer.from(text).toString("base64");
}



/***/ }),

/***/ 4005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ID_TOKEN_PERMISSION: () => (/* binding */ ID_TOKEN_PERMISSION),
/* harmony export */   githubToken: () => (/* binding */ githubToken),
/* harmony export */   offersGithubToken: () => (/* binding */ offersGithubToken)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);

// src/identity/github-token.ts
const ID_TOKEN_PERMISSION = "Add \"permissions: id-token: write\" to the job. A run of a pull request from a fork does not get it; and a reusable workflow needs it in the calling job too.";
function offersGithubToken(env) {
	return Boolean(env["ACTIONS_ID_TOKEN_REQUEST_URL"]?.trim() && env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]?.trim());
}
async function githubToken(job, audience) {
	const requestToken = job.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]?.trim() ?? "";
	if (requestToken !== "") job.addSecret(requestToken);
	if (!offersGithubToken(job.env)) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("invalid-input", "The job has no permission to ask GitHub for its OIDC token.", { advice: ID_TOKEN_PERMISSION });
	const url = URL.parse(job.env["ACTIONS_ID_TOKEN_REQUEST_URL"]?.trim() ?? "");
	const origin = url === null ? { problem: "it is not a URL." } : (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.On)(url.origin);
	if (url === null || "problem" in origin) {
		const problem = "problem" in origin ? origin.problem : "";
		throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("invalid-input", `The environment variable ACTIONS_ID_TOKEN_REQUEST_URL cannot be used: ${problem}`);
	}
	url.searchParams.set("audience", audience);
	const session = await job.open({
		origin: origin.value,
		server: "GitHub's token service",
		headers: { authorization: `Bearer ${requestToken}` }
	});
	try {
		return await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.N)(session, {
			method: "GET",
			path: url.pathname + url.search,
			purpose: "get the OIDC token of this job",
			permission: "permissions: id-token: write",
			read(answer) {
				const { value } = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.L)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ value: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)() }), (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.R)(answer));
				job.addSecret(value);
				return {
					token: value,
					claims: claimsIn(value)
				};
			}
		});
	} catch (thrown) {
		if (!(thrown instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn) || thrown.reason !== "unauthorized" && thrown.reason !== "forbidden") throw thrown;
		throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn(thrown.reason, thrown.sentence, {
			advice: ID_TOKEN_PERMISSION,
			cause: thrown
		});
	} finally {
		session.transport.close();
	}
}
function claimsIn(token) {
	const [, payload, signature] = token.split(".");
	if (payload === void 0 || signature === void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.F("a token that is not a JWT", false);
	try {
		return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.it)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Q)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.nt)()), JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
	} catch {
		throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.F("a token whose claims cannot be read", false);
	}
}



/***/ }),

/***/ 1903:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ job_caller_exports),
/* harmony export */   n: () => (/* binding */ callerText),
/* harmony export */   r: () => (/* binding */ callerToMatch),
/* harmony export */   t: () => (/* binding */ callerOfThisJob)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _aws_caller_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7777);



// src/identity/job-caller.ts
var job_caller_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({
	callerOfThisJob: () => callerOfThisJob,
	callerText: () => callerText,
	callerToMatch: () => callerToMatch,
	claimsToMap: () => claimsToMap
});
const OWN_AUDIENCE = "datadog-mappings";
async function callerOfThisJob(job, cloud) {
	if (cloud === "aws") return (0,_aws_caller_js__WEBPACK_IMPORTED_MODULE_2__.t)(job);
	try {
		return { claims: textClaims(await claimsOfToken(job)) };
	} catch (thrown) {
		if (!(thrown instanceof _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn) || job.datadog.signal.aborted) throw thrown;
		return { problem: thrown.message };
	}
}
async function claimsOfToken(job) {
	const { githubToken } = await Promise.all(/* import() | identity */[__webpack_require__.e(916), __webpack_require__.e(977), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 4005));
	return (await githubToken(job, OWN_AUDIENCE)).claims;
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
	throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn("invalid-input", `${input}: is not given, and this job's own ${what} could not be determined: ${caller.problem}`, { advice: `Or set ${input} to the caller to match.` });
}
async function claimsToMap(job) {
	const { claimsOfThisJob, compileClaims } = await Promise.all(/* import() | claims */[__webpack_require__.e(977), __webpack_require__.e(228)]).then(__webpack_require__.bind(__webpack_require__, 5191));
	const compiled = await compileClaims(claimsOfThisJob(await claimsOfToken(job)));
	if (!("problem" in compiled)) return compiled;
	throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn("invalid-input", `claims: this-job gives claims that cannot be mapped: ${compiled.problem}`, { advice: "Write the claims out instead." });
}



/***/ }),

/***/ 3797:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   login: () => (/* binding */ login)
/* harmony export */ });
/* harmony import */ var _token_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9911);

// src/operations/login.ts
async function login({ loginAs }, { job }) {
	const proof = await (0,_token_source_js__WEBPACK_IMPORTED_MODULE_0__/* .createProver */ .j)(job)();
	try {
		if (loginAs === "intake") return {
			result: "logged-in",
			access: { intakeApiKey: await (0,_token_source_js__WEBPACK_IMPORTED_MODULE_0__.n)(job, proof) },
			sentence: "Logged in for telemetry: the output intake-api-key is a masked API key for later steps of this job."
		};
		const { token, expiresAt } = await (0,_token_source_js__WEBPACK_IMPORTED_MODULE_0__.r)(job, proof);
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
		throw await (0,_token_source_js__WEBPACK_IMPORTED_MODULE_0__.t)(thrown, job, loginAs);
	}
}



/***/ }),

/***/ 1633:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ nearMissText),
/* harmony export */   t: () => (/* binding */ match_exports)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _job_caller_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1903);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6089);
/* harmony import */ var _match_caller_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7977);




// src/operations/match.ts
var match_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ match: () => match });
async function match(request, { client, job }) {
	const { kind } = request;
	const caller = request.caller ?? await (0,_job_caller_js__WEBPACK_IMPORTED_MODULE_1__.r)(job, kind);
	const { title } = _index_js__WEBPACK_IMPORTED_MODULE_2__.qt[kind];
	const live = await client.list(kind);
	const { matching, nearest, notEvaluated } = await (0,_match_caller_js__WEBPACK_IMPORTED_MODULE_3__.t)(caller, live);
	const unknown = notEvaluated.map(({ mapping, reason }) => `Could not determine whether ${named(mapping)} matches: ${reason}.`);
	const [mapping, ...others] = matching;
	if (mapping === void 0) return {
		result: "unmatched",
		mappings: [],
		sentence: `${noneOf(title, {
			isEmpty: live.length === 0,
			isSure: unknown.length === 0
		})} matches ${(0,_job_caller_js__WEBPACK_IMPORTED_MODULE_1__.n)(caller)}.`,
		nearest: nearest.map((miss) => missOf(miss, caller)),
		details: unknown
	};
	const which = others.length === 0 ? "" : ` It is the most specific of ${matching.length} that match; Datadog does not document which of them it uses.`;
	return {
		result: "matched",
		mapping,
		mappings: matching,
		sentence: `The ${title} ${named(mapping)} matches ${(0,_job_caller_js__WEBPACK_IMPORTED_MODULE_1__.n)(caller)}.${which}`,
		details: unknown
	};
}
function noneOf(title, { isEmpty, isSure }) {
	if (isEmpty) return `There is no ${title}, so none`;
	return `No ${title}${isSure ? "" : " that could be evaluated"}`;
}
function missOf({ mapping, failed, reasons }, caller) {
	return {
		mapping,
		differences: failed.map((matcher) => {
			const has = "arn" in caller ? caller.arn : caller.claims[matcher];
			const wants = ("arn" in caller ? mapping.arnPattern : mapping.claims?.[matcher]) ?? "";
			return {
				matcher,
				...has !== void 0 && { caller: has },
				mapping: wants
			};
		}),
		reasons
	};
}
function nearMissText({ mapping, reasons }) {
	return `Nearest: ${named(mapping)}; ${reasons.join("; ")}.`;
}
function named(mapping) {
	return `${mapping.id} (${(0,_index_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(_index_js__WEBPACK_IMPORTED_MODULE_2__.qt[mapping.kind], mapping)})`;
}



/***/ }),

/***/ 9433:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ permissionCount),
/* harmony export */   i: () => (/* binding */ isAdmin),
/* harmony export */   n: () => (/* binding */ dangersInWords),
/* harmony export */   o: () => (/* binding */ powerParts),
/* harmony export */   r: () => (/* binding */ dangersOf),
/* harmony export */   t: () => (/* binding */ accountName)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);

// src/mappings/power.ts
const DANGEROUS_PERMISSIONS = {
	org_management: "change the organization and its SAML login",
	user_access_manage: "disable users or change their roles",
	user_access_invite: "invite users",
	service_account_write: "create service accounts with keys",
	api_keys_write: "create API keys",
	api_keys_delete: "delete API keys",
	org_app_keys_write: "change anyone's application keys",
	workload_identity_federation_write: "map more callers to accounts",
	cloud_auth_config_write: "map more callers to accounts",
	manage_integrations: "change integrations and their credentials",
	teams_manage: "change every team"
};
const ADMIN_ROLE = "Datadog Admin Role";
function dangersOf(power) {
	return [...power.roles.filter(isAdmin).map(({ name }) => name), ...power.permissions.filter((name) => Object.hasOwn(DANGEROUS_PERMISSIONS, name))];
}
function isAdmin({ name, managed }) {
	return managed && name === ADMIN_ROLE;
}
function accountName({ uuid, name, email, handle, serviceAccount }) {
	return (serviceAccount ? name || email || handle : email || handle || name) || uuid;
}
function powerParts(power) {
	const { serviceAccount, disabled, roles, permissions, isPartial = false } = power;
	const count = isPartial ? "permissions not all known" : permissionCount(permissions);
	const may = dangersInWords(power);
	return [
		{
			text: natureOf(serviceAccount),
			isDangerous: false
		},
		...disabled ? [{
			text: "disabled",
			isDangerous: true
		}] : [],
		...roles.map((role) => ({
			text: role.name,
			isDangerous: isAdmin(role)
		})),
		{
			text: count,
			isDangerous: false
		},
		...may === "" ? [] : [{
			text: may,
			isDangerous: true
		}]
	];
}
function natureOf(serviceAccount) {
	if (serviceAccount === void 0) return "person or service account";
	return serviceAccount ? "service account" : "person";
}
function permissionCount({ length }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.M)(length || "no", "permission");
}
function dangersInWords({ permissions }) {
	const words = [...new Set(permissions.flatMap((name) => DANGEROUS_PERMISSIONS[name] ?? []))];
	const last = words.pop();
	if (last === void 0) return "";
	return `may ${words.length === 0 ? last : `${words.join(", ")}${words.length > 1 ? "," : ""} and ${last}`}`;
}



/***/ }),

/***/ 9911:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createTokenSource: () => (/* binding */ createTokenSource),
/* harmony export */   j: () => (/* binding */ createProver),
/* harmony export */   n: () => (/* binding */ exchangeForIntakeKey),
/* harmony export */   r: () => (/* binding */ exchangeForToken),
/* harmony export */   t: () => (/* binding */ explainRefusal)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _aws_credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8310);
/* harmony import */ var _match_caller_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7977);
/* harmony import */ var _job_caller_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1903);




// src/identity/exchange.ts
const USUAL_LIFE = 9e5;
async function exchangeForToken(job, proof) {
	const { clock } = job.datadog;
	return exchange(job, proof, {
		path: "/api/v2/delegated-token",
		purpose: "exchange this job's identity for a token",
		read(answer) {
			const schema = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ attributes: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({
				access_token: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)(),
				expires: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.tt)([(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Y)()]))
			}) }) });
			const { access_token: token, expires } = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.L)(schema, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.R)(answer)).data.attributes;
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
			const schema = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ attributes: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ api_key: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)() }) }) });
			return secretFrom(job, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.L)(schema, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.R)(answer)).data.attributes.api_key);
		}
	});
}
async function exchange(job, proof, call) {
	const headers = {
		...job.datadog.headers,
		authorization: `Delegated ${proof}`,
		"content-type": "application/json"
	};
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.N)({
		...job.datadog,
		headers
	}, {
		...call,
		method: "POST",
		permission: "a mapping for this job"
	});
}
function secretFrom(job, text) {
	if (!/^[\x21-\x7e]+$/.test(text)) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.F("a malformed token or key", false);
	job.addSecret(text);
	return text;
}
const LONGEST_LIFE = 6048e5;
function timeOf(expires, now) {
	const text = String(expires ?? "").trim();
	const time = /^\d{1,15}(\.\d+)?$/.test(text) ? Number(text) * 1e3 : Date.parse(text);
	return time > now && time < now + LONGEST_LIFE ? time : now + USUAL_LIFE;
}
// src/identity/explain-refusal.ts
async function explainRefusal(thrown, job, use) {
	if (!(thrown instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn) || thrown.reason !== "forbidden" && thrown.reason !== "unauthorized") return thrown;
	const cloud = job.identity?.type ?? "aws";
	const caller = await (0,_job_caller_js__WEBPACK_IMPORTED_MODULE_3__.t)(job, cloud);
	if ("problem" in caller) {
		const sentence = `${thrown.sentence} Could not determine who this job is either: ${caller.problem}`;
		return new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn(thrown.reason, sentence, {
			advice: adviceOn(thrown, job, use),
			cause: thrown
		});
	}
	const found = thrown.reason === "forbidden" ? await nearestMapping(job, `${cloud}-${use}`, caller) : void 0;
	const sentence = `${thrown.sentence} The job is ${(0,_job_caller_js__WEBPACK_IMPORTED_MODULE_3__.n)(caller)}.${found === void 0 ? "" : ` ${found}`}`;
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn(thrown.reason, sentence, {
		advice: adviceOn(thrown, job, use),
		cause: thrown
	});
}
function adviceOn(failure, job, use) {
	const org = job.identity?.orgUuid === void 0 ? "oidc-audience" : "org-uuid";
	const site = new URL(job.datadog.origin).host;
	if (failure.reason === "unauthorized") return `Datadog did not accept the proof: check that ${org} names an organization on ${site} and that the ${job.identity?.type === "github" ? "GitHub token of this job is" : "AWS credentials of this job are"} valid.`;
	const keys = job.lookUp === void 0 ? " With api-key and app-key as well, this message names the nearest mapping." : "";
	return `Map this caller with ${use === "intake" ? `operation: create, kind: ${job.identity?.type ?? "aws"}-intake and stored keys; a new mapping takes some minutes to take effect` : "operation: create and stored keys; a new mapping takes some minutes to take effect, which operation: verify waits for"}.${keys}`;
}
async function nearestMapping(job, kind, caller) {
	if (job.lookUp === void 0) return void 0;
	const { title } = _index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind];
	let report;
	try {
		report = await (0,_match_caller_js__WEBPACK_IMPORTED_MODULE_2__.t)(caller, await job.lookUp.list(kind));
	} catch (thrown) {
		if (!(thrown instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn) || job.datadog.signal.aborted) throw thrown;
		return `Which mapping comes nearest could not be looked up: ${thrown.sentence}`;
	}
	const [hit] = report.matching;
	if (hit !== void 0) return `It matches the ${title} ${hit.id} (${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind], hit)}), which may be too new to work yet, or whose account may not be allowed to log in.`;
	const [near] = report.nearest;
	if (near === void 0) return `There is no ${title} yet.`;
	return `It matches no ${title}. Nearest: ${near.mapping.id} (${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind], near.mapping)}); ${near.reasons.join("; ")}.`;
}
// src/identity/token-source.ts
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
		const credentials = (0,_aws_credentials_js__WEBPACK_IMPORTED_MODULE_1__.t)(env, addSecret);
		if ("problem" in credentials) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("invalid-input", `Could not prove to Datadog who this job is: ${credentials.problem}`, { advice: "" });
		const { makeAwsProof } = await Promise.all(/* import() | identity */[__webpack_require__.e(916), __webpack_require__.e(977), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 7710));
		const { proof, secrets } = await makeAwsProof(credentials.value, {
			orgUuid: identity.orgUuid,
			region: awsRegion,
			time
		});
		for (const secret of secrets) addSecret(secret);
		return proof;
	}
	if (identity?.type === "github") {
		const { githubToken } = await Promise.all(/* import() | identity */[__webpack_require__.e(916), __webpack_require__.e(977), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 4005));
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



/***/ }),

/***/ 8139:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _token_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9911);
/* harmony import */ var _job_caller_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1903);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9433);
/* harmony import */ var _match_caller_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7977);
/* harmony import */ var _match_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1633);






// src/operations/verify-expected.ts
const PATIENCE = 3e4;
const PAUSE = 1e3;
const UNNAMED = "";
async function expectedOf(request, job, end) {
	const { accountIdentifier: account, arnPattern } = request.attributes;
	const caller = await (0,_job_caller_js__WEBPACK_IMPORTED_MODULE_2__.t)(job, request.kind.startsWith("github-") ? "github" : "aws");
	if ("problem" in caller) job.datadog.say(`Could not determine who this job is: ${caller.problem} Continuing without it.`);
	else job.datadog.say(`This job is ${(0,_job_caller_js__WEBPACK_IMPORTED_MODULE_2__.n)(caller)}.`);
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
		text: account ?? (mapping === void 0 ? "any account" : _index_js__WEBPACK_IMPORTED_MODULE_0__.qt[request.kind].target(mapping))
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
function isOnlyNamed({ account }, { name }) {
	return account !== void 0 && name === account;
}
async function lookedUp(request, job, caller, end) {
	if (job.lookUp === void 0) return void 0;
	try {
		return await waitFor(request, job, job.lookUp, caller, Math.min(end, job.datadog.clock.now() + PATIENCE));
	} catch (thrown) {
		if (!(thrown instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn && (thrown.reason === "forbidden" || thrown.reason === "unauthorized")) || request.mappingId !== void 0) throw thrown;
		job.datadog.say(`The keys cannot look the mapping up: ${thrown.sentence} Continuing without it.`);
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
		if (datadog.clock.now() >= until) throw known === void 0 ? await unmatched(kind, live, caller) : (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.E)(request, "verify");
		await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.an)(datadog, PAUSE, `Datadog does not show ${known === void 0 ? "a mapping for this job" : `the mapping ${known}`} yet.`);
	}
}
async function wanted({ attributes, lookUpPatterns }, live, caller) {
	if (attributes.arnPattern !== void 0) {
		const patterns = [attributes.arnPattern, ...lookUpPatterns];
		return live.find((mapping) => patterns.includes(mapping.arnPattern ?? ""));
	}
	return caller === void 0 ? void 0 : (await (0,_match_caller_js__WEBPACK_IMPORTED_MODULE_4__.t)(caller, live)).matching[0];
}
async function unmatched(kind, live, caller) {
	const who = caller === void 0 ? "this job" : (0,_job_caller_js__WEBPACK_IMPORTED_MODULE_2__.n)(caller);
	const [near] = caller === void 0 ? [] : (await (0,_match_caller_js__WEBPACK_IMPORTED_MODULE_4__.t)(caller, live)).nearest;
	const nearest = near === void 0 ? "" : ` ${(0,_match_js__WEBPACK_IMPORTED_MODULE_5__.n)(near)}`;
	const sentence = `Could not verify the mapping: no ${_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind].title} matches ${who}.${nearest}`;
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.ot(new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("not-verified", sentence, { advice: "Map this caller with operation: create, or assume the role that is mapped before this step." }), { verification: { verified: false } });
}
function given({ kind }, arnPattern) {
	return {
		kind,
		id: UNNAMED,
		arnPattern
	};
}
async function requireMatch(caller, mapping, { kind }) {
	const { nearest } = await (0,_match_caller_js__WEBPACK_IMPORTED_MODULE_4__.t)(caller, [mapping]);
	const [miss] = nearest;
	if (miss === void 0) return;
	const meaning = _index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind];
	const which = mapping.accountIdentifier === void 0 ? meaning.principal(mapping) : (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(meaning, mapping);
	const first = "arn" in caller ? "Assume the mapped role first: run aws-actions/configure-aws-credentials with role-to-assume set to it, in a step before this one." : "Run verify in a job whose claims match.";
	const failure = new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("not-verified", `Could not verify the mapping ${which}: this job is ${(0,_job_caller_js__WEBPACK_IMPORTED_MODULE_2__.n)(caller)}, and it does not match; ${miss.reasons.join("; ")}.`, { advice: first });
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.ot(failure, {
		...mapping.id !== UNNAMED && { mapping },
		verification: { verified: false }
	});
}
// src/operations/verify.ts
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
	const prove = (0,_token_source_js__WEBPACK_IMPORTED_MODULE_1__/* .createProver */ .j)(job);
	let unauthorized = 0;
	for (let wait = FIRST_PAUSE;; wait = Math.min(LONGEST_PAUSE, wait * GROWTH)) {
		const seen = await attempt(job, await prove());
		if ("user" in seen && isExpected(expected, seen.user)) return proven(expected, seen.user, clock.now() - start);
		if ("user" in seen && isOnlyNamed(expected, seen.user)) throw onlyNamed(seen.user, known);
		unauthorized = "refusal" in seen && seen.refusal.reason === "unauthorized" ? unauthorized + 1 : 0;
		if (unauthorized >= MOST_UNAUTHORIZED && "refusal" in seen) throw await notLetIn(seen.refusal, job, known);
		const left = end - clock.now();
		if (left <= 0) {
			if ("user" in seen) throw otherAccount(expected, seen.user, request, known);
			throw await notLetIn(seen.refusal, job, known, request);
		}
		const gone = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ln)(clock.now() - start)} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ln)(end - start)} have passed`;
		await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.an)(job.datadog, Math.min(wait, left), `${progress(seen, expected)} (${gone}).`);
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
		const { token } = await (0,_token_source_js__WEBPACK_IMPORTED_MODULE_1__.r)(job, proof);
		const { currentUser } = await __webpack_require__.e(/* import() | directory */ 488).then(__webpack_require__.bind(__webpack_require__, 4853));
		const headers = {
			...job.datadog.headers,
			authorization: `Bearer ${token}`
		};
		return { user: await currentUser({
			...job.datadog,
			headers
		}) };
	} catch (thrown) {
		if (!(thrown instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn) || !PASSING.includes(thrown.reason) || job.datadog.signal.aborted) throw thrown;
		return { refusal: thrown };
	}
}
function progress(seen, expected) {
	if ("user" in seen) return `Datadog authenticates this job as ${accountText(seen.user)}, not yet as ${expected.text}`;
	const { reason, sentence } = seen.refusal;
	if (reason === "forbidden") return "Datadog does not let this job in yet, as is usual in the first minutes of a mapping";
	return reason === "unauthorized" ? "Datadog did not accept the proof of who this job is" : sentence.replace(/\.$/, "");
}
function proven(expected, user, took) {
	const who = expected.caller === void 0 ? "This job" : (0,_job_caller_js__WEBPACK_IMPORTED_MODULE_2__.n)(expected.caller);
	const details = [`Proven: without any key, Datadog gave a token to this job and answered a request with it, as ${accountText(user)}. Workflows that only read no longer need keys, if this account may read what they read.`, "Not proven: that this job may create or delete mappings. A federated caller cannot create its own first mapping, and once mapped it may be barred from creating others: keep the keys in the workflows that write until a keyless write has succeeded."];
	if (expected.account === void 0 && expected.accountUuid === void 0) details.unshift("No account was expected, since neither account-identifier nor a mapping was given: any account would pass.");
	return {
		result: "verified",
		...expected.mapping !== void 0 && { mapping: {
			...expected.mapping,
			accountName: (0,_power_js__WEBPACK_IMPORTED_MODULE_3__.t)(user)
		} },
		verification: {
			verified: true,
			accountUuid: user.uuid,
			...user.org !== void 0 && { orgUuid: user.org.uuid }
		},
		sentence: `Verified in ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ln)(took)}: ${who} becomes ${accountText(user)}${user.org === void 0 ? "" : ` in the organization ${user.org.uuid}`}.`,
		details
	};
}
async function notLetIn(refusal, job, known, request) {
	if (refusal.reason !== "forbidden" && refusal.reason !== "unauthorized") return new _index_js__WEBPACK_IMPORTED_MODULE_0__.ot(refusal, {
		...known,
		verification: { verified: false }
	});
	const explained = await (0,_token_source_js__WEBPACK_IMPORTED_MODULE_1__.t)(refusal, job, "persona");
	const failure = explained instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn ? explained : refusal;
	const waited = request === void 0 ? "" : ` This did not change within ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ln)(request.waitSeconds * 1e3)}.`;
	const advice = refusal.reason === "forbidden" ? "A new mapping can take some minutes: raise wait and timeout; otherwise map the caller that the message names." : failure.advice;
	return notVerified(`${failure.sentence}${waited}`, advice, known, refusal);
}
function onlyNamed(user, known) {
	return notVerified(`Could not verify the mapping: Datadog authenticates this job as ${accountText(user)}, and account-identifier is a name, which several accounts can have.`, `If this is the account, set account-identifier: ${user.uuid}.`, {
		...known,
		verification: seenAs(user)
	});
}
function otherAccount(expected, user, { waitSeconds }, known) {
	return notVerified(`Could not verify the mapping: Datadog authenticates this job as ${accountText(user)}, and ${expected.text} was expected${waitSeconds === 0 ? "" : `, even after ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ln)(waitSeconds * 1e3)} of wait`}.`, "Another mapping may match this caller, or a replacement may not have taken effect yet: operation: match shows which; otherwise correct account-identifier.", {
		...known,
		verification: seenAs(user)
	});
}
function seenAs({ uuid: accountUuid, org }) {
	return {
		verified: false,
		accountUuid,
		...org !== void 0 && { orgUuid: org.uuid }
	};
}
function accountText(user) {
	const name = (0,_power_js__WEBPACK_IMPORTED_MODULE_3__.t)(user);
	return name === user.uuid ? name : `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(name)} (${user.uuid})`;
}
function notVerified(sentence, advice, known, cause) {
	const failure = new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("not-verified", sentence, {
		advice,
		cause
	});
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.ot(failure, {
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