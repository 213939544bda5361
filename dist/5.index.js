"use strict";
exports.id = 5;
exports.ids = [5];
exports.modules = {

/***/ 4005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NO_PERMISSION: () => (/* binding */ NO_PERMISSION),
/* harmony export */   githubToken: () => (/* binding */ githubToken),
/* harmony export */   offersGithubToken: () => (/* binding */ offersGithubToken)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8629);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7514);



// src/identity/github-token.ts
const NO_PERMISSION = "Add \"permissions: id-token: write\" to the job. A run of a pull request from a fork does not get it; and a reusable workflow needs it in the calling job too.";
function offersGithubToken(env) {
	return Boolean(env["ACTIONS_ID_TOKEN_REQUEST_URL"]?.trim() && env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]?.trim());
}
async function githubToken(job, audience) {
	const requestToken = job.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]?.trim() ?? "";
	if (requestToken !== "") job.addSecret(requestToken);
	if (!offersGithubToken(job.env)) throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__.t("invalid-input", "The job has no permission to ask GitHub for its OIDC token.", { advice: NO_PERMISSION });
	const url = URL.parse(job.env["ACTIONS_ID_TOKEN_REQUEST_URL"]?.trim() ?? "");
	const origin = url === null ? { problem: "it is not a URL." } : (0,_transport_js__WEBPACK_IMPORTED_MODULE_1__.a)(url.origin);
	if (url === null || "problem" in origin) {
		const problem = "problem" in origin ? origin.problem : "";
		throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__.t("invalid-input", `The environment variable ACTIONS_ID_TOKEN_REQUEST_URL cannot be used: ${problem}`);
	}
	url.searchParams.set("audience", audience);
	const session = await job.open({
		origin: origin.value,
		server: "GitHub's token service",
		headers: { authorization: `Bearer ${requestToken}` }
	});
	try {
		return await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.O)(session, {
			method: "GET",
			path: url.pathname + url.search,
			purpose: "get the OIDC token of this job",
			permission: "permissions: id-token: write",
			read(answer) {
				const { value } = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ value: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)() }), (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.j)(answer));
				job.addSecret(value);
				return {
					token: value,
					claims: claimsIn(value)
				};
			}
		});
	} catch (thrown) {
		if (!(thrown instanceof _failure_js__WEBPACK_IMPORTED_MODULE_2__.t) || thrown.reason !== "unauthorized" && thrown.reason !== "forbidden") throw thrown;
		throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__.t(thrown.reason, thrown.sentence, {
			advice: NO_PERMISSION,
			cause: thrown
		});
	} finally {
		session.transport.close();
	}
}
function claimsIn(token) {
	const [, payload, signature] = token.split(".");
	if (payload === void 0 || signature === void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.k("a token that is no JWT", false);
	try {
		return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.W)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)()), JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
	} catch {
		throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.k("a token whose claims cannot be read", false);
	}
}



/***/ })

};
;