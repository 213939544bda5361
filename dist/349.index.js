"use strict";
exports.id = 349;
exports.ids = [349,310];
exports.modules = {

/***/ 7777:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ element),
/* harmony export */   t: () => (/* binding */ awsCaller)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8629);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7514);
/* harmony import */ var _aws_credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8310);




// src/identity/aws-caller.ts
const MOST_RETRIES = 2;
async function awsCaller(job) {
	const credentials = (0,_aws_credentials_js__WEBPACK_IMPORTED_MODULE_3__.t)(job.env, job.addSecret);
	if ("problem" in credentials) return credentials;
	const [{ signCallerIdentity, stsOrigin, CALLER_IDENTITY }, { signatureIn }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(916), __webpack_require__.e(710)]).then(__webpack_require__.bind(__webpack_require__, 7710)), __webpack_require__.e(/* import() */ 916).then(__webpack_require__.bind(__webpack_require__, 6916))]);
	const endpoint = job.env["AWS_ENDPOINT_URL_STS"]?.trim();
	const origin = endpoint ? (0,_transport_js__WEBPACK_IMPORTED_MODULE_1__.a)(endpoint) : { value: stsOrigin(job.awsRegion) };
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
		return { arn: await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.O)({
			...session,
			retries: Math.min(MOST_RETRIES, session.retries)
		}, askWith(CALLER_IDENTITY)) };
	} catch (thrown) {
		if (!(thrown instanceof _failure_js__WEBPACK_IMPORTED_MODULE_2__.t) || job.datadog.signal.aborted) throw thrown;
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
			if (arn === void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.k("an answer without the ARN of the caller", false);
			return arn;
		},
		accept(answer) {
			const code = answer.status >= 400 && answer.status < 500 ? element(answer, "Code") : void 0;
			if (code === void 0 || answer.status === 429) return void 0;
			const meaning = REFUSALS[code] ?? "it does not accept the AWS credentials of this job";
			throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__.t("unauthorized", `Could not ask AWS who this job is: ${meaning} (${code.slice(0, 60)}).`);
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

/***/ 6349:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openPrincipals: () => (/* binding */ openPrincipals)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8629);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7514);
/* harmony import */ var _aws_caller_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7777);
/* harmony import */ var _aws_credentials_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8310);
/* harmony import */ var _aws_signer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6916);






// src/identity/aws-iam.ts
const ENDPOINTS = {
	aws: {
		origin: "https://iam.amazonaws.com",
		region: "us-east-1"
	},
	"aws-cn": {
		origin: "https://iam.cn-north-1.amazonaws.com.cn",
		region: "cn-north-1"
	},
	"aws-us-gov": {
		origin: "https://iam.us-gov.amazonaws.com",
		region: "us-gov-west-1"
	}
};
const PATIENCE_FOR_THROTTLING = 12e4;
const THROTTLED = /^(Throttling|ThrottlingException|RequestLimitExceeded|TooManyRequestsException)$/;
async function openPrincipals(job) {
	const opened = await open(job);
	const known = /* @__PURE__ */ new Map();
	return {
		async stateOf(arnPattern) {
			const principal = principalOf(arnPattern);
			if (principal === void 0) return void 0;
			if ("problem" in opened) return { unchecked: opened.problem };
			const key = JSON.stringify(principal);
			const state = known.get(key) ?? opened.read(principal);
			known.set(key, state);
			return state;
		},
		close: () => "close" in opened && opened.close()
	};
}
function principalOf(arnPattern) {
	const [, partition, account, role] = /^arn:([^:]+):sts::(\d{12}):assumed-role\/([^/*?]+)\/[^/]+$/.exec(arnPattern) ?? [];
	if (partition !== void 0 && account !== void 0 && role !== void 0) return {
		partition,
		account,
		action: "GetRole",
		name: role
	};
	const user = /^arn:([^:]+):iam::(\d{12}):user\/(?:[^/*?]+\/)*([^/*?]+)$/.exec(arnPattern);
	if (user?.[1] === void 0 || user[2] === void 0 || user[3] === void 0) return void 0;
	return {
		partition: user[1],
		account: user[2],
		action: "GetUser",
		name: user[3],
		arn: arnPattern
	};
}
async function open(job) {
	const credentials = (0,_aws_credentials_js__WEBPACK_IMPORTED_MODULE_4__.t)(job.env, job.addSecret);
	if ("problem" in credentials) return credentials;
	const caller = await (0,_aws_caller_js__WEBPACK_IMPORTED_MODULE_3__.t)(job);
	if ("problem" in caller) return caller;
	const [, partition = "", , , account = ""] = caller.arn.split(":");
	const place = ENDPOINTS[partition];
	const custom = job.env["AWS_ENDPOINT_URL_IAM"]?.trim();
	const origin = custom ? (0,_transport_js__WEBPACK_IMPORTED_MODULE_1__.a)(custom) : { value: place?.origin };
	if ("problem" in origin) return { problem: `the environment variable AWS_ENDPOINT_URL_IAM: ${origin.problem}` };
	if (origin.value === void 0 || place === void 0) return { problem: `IAM of the partition "${partition}" is not known to this action` };
	const endpoint = {
		origin: origin.value,
		region: place.region
	};
	const session = await job.open({
		origin: endpoint.origin,
		server: "AWS IAM",
		headers: { accept: "text/xml" }
	});
	return {
		async read(principal) {
			if (principal.account !== account || principal.partition !== partition) return { unchecked: `it belongs to the AWS account ${principal.account}, and the AWS credentials of this job to ${account}; run audit in a job with credentials of ${principal.account} too` };
			return read(principal, {
				job,
				credentials: credentials.value,
				session,
				endpoint
			});
		},
		close: () => session.transport.close()
	};
}
async function read(principal, { job, credentials, session, endpoint }) {
	const { action, name } = principal;
	const query = {
		Action: action,
		[action === "GetRole" ? "RoleName" : "UserName"]: name,
		Version: "2010-05-08"
	};
	const time = job.datadog.clock.now();
	const signed = await (0,_aws_signer_js__WEBPACK_IMPORTED_MODULE_5__.signAwsRequest)(credentials, {
		service: "iam",
		method: "GET",
		query,
		time,
		...endpoint
	});
	const suspect = () => job.addSecret((0,_aws_signer_js__WEBPACK_IMPORTED_MODULE_5__.signatureIn)(signed));
	const { host: _host, ...headers } = signed;
	try {
		return await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.O)({
			...session,
			headers: {
				...session.headers,
				...headers
			}
		}, callFor(principal, query, suspect));
	} catch (thrown) {
		if (!(thrown instanceof _failure_js__WEBPACK_IMPORTED_MODULE_2__.t) || job.datadog.signal.aborted) throw thrown;
		return { unchecked: thrown.sentence.replace(/\.$/, "") };
	}
}
function callFor({ action, name, arn }, query, suspect) {
	const noun = action === "GetRole" ? "role" : "user";
	return {
		method: "GET",
		path: `/?${Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&")}`,
		purpose: `look up the IAM ${noun} ${name}`,
		permission: `the permission iam:${action}`,
		read(answer) {
			const found = (0,_aws_caller_js__WEBPACK_IMPORTED_MODULE_3__.n)(answer, "Arn");
			if (found === void 0) {
				suspect();
				throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.k(`an answer without the ARN of the ${noun}`, false);
			}
			return arn === void 0 || found === arn ? "exists" : "missing";
		},
		patience: (answer) => answer.status === 400 && THROTTLED.test((0,_aws_caller_js__WEBPACK_IMPORTED_MODULE_3__.n)(answer, "Code") ?? "") ? {
			milliseconds: PATIENCE_FOR_THROTTLING,
			why: "AWS IAM asks for fewer requests."
		} : void 0,
		accept(answer) {
			const code = (0,_aws_caller_js__WEBPACK_IMPORTED_MODULE_3__.n)(answer, "Code") ?? "";
			if (answer.status === 404 && code === "NoSuchEntity") return { value: "missing" };
			suspect();
			if (answer.status !== 400 && answer.status !== 403) return void 0;
			if (code === "" || THROTTLED.test(code)) return void 0;
			return { value: { unchecked: refusal(code, action) } };
		}
	};
}
function refusal(code, action) {
	if (code.startsWith("AccessDenied")) return `the AWS credentials of this job may not call iam:${action}; allow it to check this`;
	if (code.startsWith("ExpiredToken")) return "the AWS credentials of this job have expired";
	return `AWS IAM does not accept the request (${code.slice(0, 60)})`;
}



/***/ })

};
;