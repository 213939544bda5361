"use strict";
exports.id = 116;
exports.ids = [116];
exports.modules = {

/***/ 8116:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readEvent: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4450);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);



// src/action/inputs/event.ts
const repository = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ full_name: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)()) }));
const payload = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({
	pull_request: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({
		number: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.V)()),
		head: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({
			repo: repository,
			sha: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)())
		})),
		base: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ repo: repository }))
	})),
	workflow_run: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({
		event: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)()),
		head_repository: repository
	}))
});
function readEvent(env) {
	const name = env["GITHUB_EVENT_NAME"] ?? "";
	const given = readPayload(env);
	const number = given?.pull_request?.number;
	const commit = given?.pull_request?.head?.sha || env["GITHUB_SHA"];
	const withoutSecrets = whyWithoutSecrets(name, given, env);
	return {
		name,
		...trustOf(name, given?.workflow_run, env),
		...number !== void 0 && { pullRequest: number },
		...commit && { commit },
		...withoutSecrets !== void 0 && { withoutSecrets }
	};
}
const TRUSTED = /* @__PURE__ */ new Set([
	"push",
	"release",
	"workflow_dispatch",
	"schedule",
	"repository_dispatch",
	"create",
	"delete",
	"deployment",
	"deployment_status",
	"registry_package"
]);
function trustOf(name, run, env) {
	if (TRUSTED.has(name)) return {
		trigger: name,
		trust: "any-approval"
	};
	if (name.startsWith("pull_request") || name === "issue_comment") return {
		trigger: name,
		trust: "refused"
	};
	if (name !== "workflow_run") return {
		trigger: name || "an unknown event",
		trust: "expected-plan"
	};
	const { event, head_repository: head } = run ?? {};
	if (!event || !TRUSTED.has(event)) return {
		trigger: `workflow_run after ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_2__.o)(event || "an unknown event")}`,
		trust: "refused"
	};
	if (!head?.full_name || head.full_name !== env["GITHUB_REPOSITORY"]) return {
		trigger: "workflow_run for another repository",
		trust: "refused"
	};
	return {
		trigger: `workflow_run after ${event}`,
		trust: "any-approval"
	};
}
function whyWithoutSecrets(name, given, env) {
	if (env["GITHUB_ACTOR"] === "dependabot[bot]") return "was started by Dependabot";
	const pull = given?.pull_request;
	if (!pull || name === "pull_request_target") return void 0;
	const head = pull.head?.repo?.full_name;
	return head && head === pull.base?.repo?.full_name ? void 0 : "is for a pull request from a fork";
}
function readPayload(env) {
	try {
		return payload.parse(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(env["GITHUB_EVENT_PATH"] ?? "", "utf8")));
	} catch {
		return;
	}
}



/***/ })

};
;