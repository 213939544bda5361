"use strict";
exports.id = 900;
exports.ids = [900];
exports.modules = {

/***/ 900:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NO_PERMISSION: () => (/* binding */ NO_PERMISSION),
/* harmony export */   githubToken: () => (/* binding */ githubToken),
/* harmony export */   offersGithubToken: () => (/* binding */ offersGithubToken)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(162);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(698);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(923);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(765);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(816);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(961);






// src/identity/github-token.ts
/** What to do when the runner offers no token. */
const NO_PERMISSION = "Add \"permissions: id-token: write\" to the job. A run of a pull request from a fork does not get it; and a reusable workflow needs it in the calling job too.";
/** Whether the runner offers a token to this job. */
function offersGithubToken(env) {
	return Boolean(env["ACTIONS_ID_TOKEN_REQUEST_URL"]?.trim() && env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]?.trim());
}
/**
* Fetches the OIDC token of this job for an audience, again after rate limits, errors of the server and lost connections:
* https://docs.github.com/en/actions/reference/security/oidc
* @throws Failure
*/
async function githubToken(job, audience) {
	const requestToken = job.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]?.trim() ?? "";
	if (requestToken !== "") job.addSecret(requestToken);
	if (!offersGithubToken(job.env)) throw new _failure_js__WEBPACK_IMPORTED_MODULE_5__.t("invalid-input", "The job has no permission to ask GitHub for its OIDC token.", { advice: NO_PERMISSION });
	const url = URL.parse(job.env["ACTIONS_ID_TOKEN_REQUEST_URL"]?.trim() ?? "");
	const origin = url === null ? { problem: "it is not a URL." } : (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.L)(url.origin);
	if (url === null || "problem" in origin) {
		const problem = "problem" in origin ? origin.problem : "";
		throw new _failure_js__WEBPACK_IMPORTED_MODULE_5__.t("invalid-input", `The environment variable ACTIONS_ID_TOKEN_REQUEST_URL cannot be used: ${problem}`);
	}
	url.searchParams.set("audience", audience);
	const session = await job.open({
		origin: origin.value,
		server: "GitHub's token service",
		headers: { authorization: `Bearer ${requestToken}` }
	});
	try {
		return await (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.n)(session, {
			method: "GET",
			path: url.pathname + url.search,
			purpose: "get the OIDC token of this job",
			permission: "permissions: id-token: write",
			read(answer) {
				const { value } = (0,_documents_js__WEBPACK_IMPORTED_MODULE_3__.t)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.c)({ value: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.f)() }), (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.d)(answer));
				job.addSecret(value);
				return {
					token: value,
					claims: claimsIn(value)
				};
			}
		});
	} catch (thrown) {
		if (!(thrown instanceof _failure_js__WEBPACK_IMPORTED_MODULE_5__.t) || thrown.reason !== "unauthorized" && thrown.reason !== "forbidden") throw thrown;
		throw new _failure_js__WEBPACK_IMPORTED_MODULE_5__.t(thrown.reason, thrown.sentence, {
			advice: NO_PERMISSION,
			cause: thrown
		});
	} finally {
		session.transport.close();
	}
}
function claimsIn(token) {
	const [, payload, signature] = token.split(".");
	if (payload === void 0 || signature === void 0) throw new _request_js__WEBPACK_IMPORTED_MODULE_1__.l("a token that is no JWT", false);
	try {
		return (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__._)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.u)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.f)(), (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.m)()), JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
	} catch {
		throw new _request_js__WEBPACK_IMPORTED_MODULE_1__.l("a token whose claims cannot be read", false);
	}
}



/***/ })

};
;