"use strict";
exports.id = 425;
exports.ids = [425];
exports.modules = {

/***/ 4425:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LONGEST_COMMENT: () => (/* binding */ LONGEST_COMMENT),
/* harmony export */   keepComment: () => (/* binding */ keepComment)
/* harmony export */ });
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8629);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);


// src/action/report/comment.ts
const LONGEST_COMMENT = 65e3;
const LONGEST_WAIT_MS = 3e4;
async function keepComment(comment, { token, env, signal, clock }) {
	const baseUrl = env["GITHUB_API_URL"] || "https://api.github.com";
	const { origin } = new URL(baseUrl);
	const proxy = (0,_transport_js__WEBPACK_IMPORTED_MODULE_0__.i)(origin, env);
	if ("problem" in proxy) throw new Error(proxy.problem);
	const transport = await (0,_transport_js__WEBPACK_IMPORTED_MODULE_0__.t)(origin, proxy.value, clock);
	try {
		const { getOctokit } = await __webpack_require__.e(/* import() */ 757).then(__webpack_require__.bind(__webpack_require__, 4757));
		await updateOrCreate(comment, getOctokit(token, {
			baseUrl,
			request: {
				signal,
				fetch: fetchOver(transport, signal)
			}
		}), token, env);
	} finally {
		transport.close();
	}
}
async function updateOrCreate(comment, octokit, token, env) {
	const [owner = "", repo = ""] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
	const place = {
		owner,
		repo,
		issue_number: comment.pullRequest
	};
	const marker = `<!-- datadog-mappings ${(0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(JSON.stringify(comment.about)).digest("hex").slice(0, 32)} -->`;
	const body = `${marker}\n${comment.body}`;
	const all = octokit.paginate.iterator("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
		...place,
		per_page: 100
	});
	const isOurs = await authorTest(token, octokit);
	for await (const { data } of all) {
		const ours = data.find(({ body: text, user }) => text?.startsWith(marker) && isOurs(user));
		if (ours === void 0) continue;
		if (ours.body === body) return;
		await octokit.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
			owner,
			repo,
			comment_id: ours.id,
			body
		});
		return;
	}
	if (comment.worthTheFirst) await octokit.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
		...place,
		body
	});
}
async function authorTest(token, octokit) {
	const { viewer } = await octokit.graphql("query { viewer { login } }");
	const name = viewer.login.replace(BOT, "");
	const isApp = name !== viewer.login || token.startsWith("ghs_");
	return (author) => author !== null && author.login.replace(BOT, "") === name && author.type === "Bot" === isApp;
}
const BOT = /\[bot\]$/;
function fetchOver(transport, signal) {
	return async (url, { method, headers, body }) => {
		const { pathname, search } = new URL(url);
		const exchange = {
			method,
			path: pathname + search,
			headers,
			signal,
			limit: LONGEST_WAIT_MS
		};
		const answer = await transport.exchange(body === void 0 ? exchange : {
			...exchange,
			body
		});
		if (answer.status >= 300 && answer.status < 400) throw new Error(`GitHub answered ${answer.status}, a redirect`);
		const fields = Object.entries(answer.headers).flatMap(([name, value]) => value === void 0 ? [] : [[name, String(value)]]);
		return new Response(answer.text || null, {
			status: answer.status,
			headers: fields
		});
	};
}



/***/ })

};
;