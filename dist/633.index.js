"use strict";
exports.id = 633;
exports.ids = [633];
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



/***/ })

};
;