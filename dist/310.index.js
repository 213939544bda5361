"use strict";
exports.id = 310;
exports.ids = [310];
exports.modules = {

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



/***/ })

};
;