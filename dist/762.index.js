"use strict";
exports.id = 762;
exports.ids = [762];
exports.modules = {

/***/ 762:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepComment: () => (/* binding */ keepComment)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(162);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);


// src/action/comment.ts
const LONGEST_COMMENT = 65e3;
/**
* Writes the comment, or brings it up to date; there is never a second one.
* @throws whatever GitHub's client throws.
*/
async function keepComment(comment, token, env, signal) {
	const { getOctokit } = await __webpack_require__.e(/* import() */ 624).then(__webpack_require__.bind(__webpack_require__, 624));
	const octokit = getOctokit(token, { request: { signal } });
	const [owner = "", repo = ""] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
	const marker = `<!-- datadog-mappings ${(0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(JSON.stringify(comment.about)).digest("hex").slice(0, 32)} -->`;
	const body = `${marker}\n${fitting(comment.body)}`;
	const all = octokit.paginate.iterator(octokit.rest.issues.listComments, {
		owner,
		repo,
		issue_number: comment.pullRequest,
		per_page: 100
	});
	for await (const { data } of all) {
		const ours = data.find((other) => other.body?.startsWith(marker) && isOurs(other.user?.type, token));
		if (ours === void 0) continue;
		if (ours.body !== body) await octokit.rest.issues.updateComment({
			owner,
			repo,
			comment_id: ours.id,
			body
		});
		return;
	}
	if (comment.worthTheFirst) await octokit.rest.issues.createComment({
		owner,
		repo,
		issue_number: comment.pullRequest,
		body
	});
}
function isOurs(author, token) {
	return !token.startsWith("ghs_") || author === "Bot";
}
function fitting(body) {
	if (body.length <= LONGEST_COMMENT) return body;
	return `${body.slice(0, LONGEST_COMMENT).split("\n").slice(0, -1).join("\n")}\n\nThe rest is left out, because GitHub takes no longer comment. The job summary and the output plan-file have all of it.`;
}



/***/ })

};
;