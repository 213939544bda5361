"use strict";
exports.id = 380;
exports.ids = [380];
exports.modules = {

/***/ 353:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ planDigest),
/* harmony export */   t: () => (/* binding */ changeLine)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(172);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(816);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_2__);



// src/mappings/plan-digest.ts
/**
* One change as a line that is the same whenever the change is: without times, positions and names that Datadog may change.
* `where` is the org or the site.
*/
function changeLine(where, change) {
	const { action, kind, wanted, live } = change;
	const identity = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__.i)(_kinds_js__WEBPACK_IMPORTED_MODULE_0__.t[kind], wanted ?? live ?? {});
	return JSON.stringify([
		where,
		kind,
		action,
		identity,
		wanted === void 0 ? null : sorted(wanted),
		live?.id ?? null
	]);
}
/** The digest by which a reviewed plan is known again: SHA-256 in hexadecimal over its sorted changes. */
function planDigest(where, plan) {
	const lines = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.f)(plan).map((change) => changeLine(where, change));
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHash)("sha256").update(lines.sort().join("\n")).digest("hex");
}
function sorted(attributes) {
	return Object.entries(attributes).sort(([a], [b]) => a < b ? -1 : 1).map(([name, value]) => [name, typeof value === "object" ? Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1) : value]);
}



/***/ }),

/***/ 380:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   computePlan: () => (/* binding */ computePlan),
/* harmony export */   plan: () => (/* binding */ plan),
/* harmony export */   planSummary: () => (/* binding */ planSummary)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(162);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(172);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(816);
/* harmony import */ var _collisions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(982);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(353);





// src/mappings/guards.ts
/** Why a plan must not be executed, a sentence each; none means that it may. */
function guard(plan, live, rules) {
	const leaving = leavingOf(plan);
	const deletes = leaving.filter((change) => change.action === "delete");
	const forced = new Set(rules.force);
	const reasons = [];
	if (deletes.length > rules.maxDeletes) reasons.push(`${deletes.length} mappings would be deleted, and max-deletes is ${rules.maxDeletes}. Raise max-deletes if that is what you want.`);
	for (const { live: mapping } of leaving) {
		if (mapping === void 0 || forced.has(mapping.id)) continue;
		if (rules.isOwn(mapping)) reasons.push(`${named(mapping)} is the mapping that this step's own credentials come from. Use other credentials, or force: ${mapping.id}.`);
	}
	for (const mapping of lastOfRoles(plan, live)) {
		if (forced.has(mapping.id)) continue;
		reasons.push(`${named(mapping)} is the last AuthN mapping of its role: users could lose it, and SAML login with it. Map the role otherwise first, or force: ${mapping.id}.`);
	}
	return reasons;
}
function leavingOf(plan) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.f)(plan).filter((change) => change.live !== void 0 && change.action !== "conflict");
}
function lastOfRoles(plan, live) {
	const leaving = leavingOf(plan);
	const gone = new Set(leaving.map((change) => change.live?.id));
	const left = new Set(live.filter((mapping) => !gone.has(mapping.id)).map((mapping) => mapping.roleId));
	for (const { wanted } of (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.f)(plan)) left.add(wanted?.roleId);
	return leaving.flatMap(({ live: mapping }) => mapping?.roleId !== void 0 && !left.has(mapping.roleId) ? [mapping] : []);
}
function named(mapping) {
	const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_1__.t[mapping.kind];
	return `The ${meaning.title} ${mapping.id} (${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.n)(meaning, mapping)})`;
}
// src/mappings/scope.ts
/** Whether a live mapping is one that `prune` may touch. */
function isInScope(scope, mapping) {
	const kind = scope[mapping.kind];
	if (kind === void 0) return false;
	const { accounts, patternPrefixes, repositories, attributeKeys } = kind;
	const { arnPattern = "", attributeKey = "", claims = {} } = mapping;
	const tests = [
		accounts?.includes((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.F)(arnPattern) ?? ""),
		patternPrefixes?.some((prefix) => arnPattern.startsWith(prefix)),
		repositories?.some((repository) => [literal(claims["repository"]), literal(claims["repository_id"])].includes(repository)),
		attributeKeys?.includes(attributeKey)
	].filter((test) => test !== void 0);
	return tests.length > 0 && tests.every(Boolean);
}
function literal(matcher) {
	const inner = /^\^(.*)\$$/s.exec(matcher ?? "")?.[1];
	if (inner === void 0) return void 0;
	const plain = inner.replace(/\\([^A-Za-z0-9])/g, "$1");
	const unescaped = inner.replace(/\\[^A-Za-z0-9]/g, "");
	return /[\\^$.*+?()[\]{}|]/.test(unescaped) ? void 0 : plain;
}
// src/operations/plan.ts
/** Shows what `apply` would do; only reads. */
async function plan(client, request, job) {
	const planned = await computePlan(client, request, job);
	const guards = planned.guards.map((reason) => `apply would refuse: ${reason}`);
	return {
		result: "planned",
		changed: false,
		planned,
		sentence: `Plan for ${planned.where}: ${planSummary(planned.plan)}.`,
		details: guards
	};
}
/**
* Lists each kind of the file and its scope once and compares.
* @throws Failure
*/
async function computePlan(client, request, job) {
	const { desired, where } = request;
	if (desired === void 0) throw new Error("a plan without a mappings file");
	const kinds = kindsOf(desired);
	const live = await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.i)(client, kinds);
	live.push(...await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.a)(client, freshKinds(desired, live), kinds));
	const sameAccount = await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.r)(client, desired.mappings, live);
	const prune = (mapping) => desired.prune && isInScope(desired.scope, mapping);
	const computed = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.p)(desired.mappings, live, {
		prune,
		sameAccount
	});
	const own = await ownMappings(job, computed);
	const guards = guard(computed, live, {
		maxDeletes: desired.maxDeletes,
		force: desired.force,
		isOwn: (mapping) => own.has(mapping.id)
	});
	return {
		plan: computed,
		digest: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.n)(where, computed),
		where,
		guards
	};
}
/** The plan in a few words: `2 to create, 1 to delete, 7 unchanged`, or `2 created, …` when it has been executed. */
function planSummary(plan, tense = "future") {
	const counts = /* @__PURE__ */ new Map();
	for (const { action } of plan.changes) counts.set(action, (counts.get(action) ?? 0) + 1);
	const parts = Object.keys(WORDS).filter((action) => counts.has(action)).map((action) => `${counts.get(action)} ${WORDS[action][tense]}`);
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.f)(plan).length === 0 ? ["no changes", ...parts].join(", ") : parts.join(", ");
}
const WORDS = {
	create: {
		future: "to create",
		past: "created"
	},
	replace: {
		future: "to replace",
		past: "replaced"
	},
	update: {
		future: "to update",
		past: "updated"
	},
	delete: {
		future: "to delete",
		past: "deleted"
	},
	conflict: {
		future: "in conflict",
		past: "in conflict"
	},
	unchanged: {
		future: "unchanged",
		past: "unchanged"
	}
};
function kindsOf(desired) {
	const named = /* @__PURE__ */ new Set([...desired.mappings.map(({ kind }) => kind), ...Object.keys(desired.scope)]);
	return _collisions_js__WEBPACK_IMPORTED_MODULE_3__.r.filter((kind) => named.has(kind));
}
function freshKinds(desired, live) {
	const { changes } = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.p)(desired.mappings, live, {
		prune: () => false,
		sameAccount: () => true
	});
	return changes.filter(({ action }) => action === "create").map(({ kind }) => kind);
}
async function ownMappings(job, computed) {
	const leaving = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.f)(computed).flatMap(({ live, action }) => live !== void 0 && action !== "conflict" ? [live] : []);
	if (job.identity === void 0 || leaving.length === 0) return /* @__PURE__ */ new Set();
	const [{ callerOfThisJob }, { matchCaller }] = await Promise.all([__webpack_require__.e(/* import() */ 504).then(__webpack_require__.bind(__webpack_require__, 504)).then((n) => n.r), Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 816)).then((n) => n.m)]);
	const caller = await callerOfThisJob(job, job.identity.type);
	if ("problem" in caller) {
		job.datadog.say(`Which mapping this step's own credentials come from cannot be told, so it is not protected: ${caller.problem}.`);
		return /* @__PURE__ */ new Set();
	}
	const { matching } = await matchCaller(caller, leaving);
	return new Set(matching.map(({ id }) => id));
}



/***/ })

};
;