"use strict";
exports.id = 607;
exports.ids = [607,380];
exports.modules = {

/***/ 607:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   apply: () => (/* binding */ apply)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(162);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(961);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(172);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(816);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(353);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(774);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(380);







// src/operations/apply.ts
const PROGRESS_EVERY = 1e4;
/**
* Makes the mappings file true: computes the plan afresh, and executes it when no guard trips and somebody has agreed to it.
* @throws Failure; `partially-applied` once something has been done.
*/
async function apply(client, request, job, journal) {
	const planned = await (0,_plan_js__WEBPACK_IMPORTED_MODULE_6__.computePlan)(client, request, job);
	const { plan, where } = planned;
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.f)(plan);
	if (changes.length === 0) return {
		result: "applied",
		changed: false,
		planned,
		sentence: `Nothing to do for ${where}: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_6__.planSummary)(plan)}.`
	};
	const refused = refusal(planned, request.approval);
	if (refused !== void 0) throw new _operation_js__WEBPACK_IMPORTED_MODULE_5__.t(refused, { planned });
	const run = new Run(client, changes, journal);
	await run.all();
	const failure = run.failure();
	if (failure !== void 0) throw new _operation_js__WEBPACK_IMPORTED_MODULE_5__.t(failure, {
		planned,
		changed: run.changed
	});
	return {
		result: "applied",
		changed: true,
		planned,
		sentence: `Applied to ${where}: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_6__.planSummary)(plan, "past")}.`
	};
}
function refusal({ plan, digest, where, guards }, approval) {
	const nothing = "Nothing was executed.";
	if (guards.length > 0) return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("guarded", `${nothing} ${guards.join(" ")}`, { advice: "" });
	if (approval?.auto) return void 0;
	if (approval?.digest === void 0 && approval?.lines === void 0) return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("approval-missing", `${(0,_plan_js__WEBPACK_IMPORTED_MODULE_6__.planSummary)(plan)} for ${where}, and nobody has agreed to it. The digest of the plan is ${digest}. ${nothing}`);
	if (approval.digest !== void 0 && approval.digest.toLowerCase() !== digest) return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("plan-changed", `The plan is another one than was reviewed: its digest is ${digest}, and expected-plan is ${approval.digest}. It is now: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_6__.planSummary)(plan)}. ${nothing}`);
	const unknown = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.f)(plan).filter((change) => approval.lines?.has((0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.t)(where, change)) === false);
	if (unknown.length === 0) return void 0;
	const list = unknown.slice(0, 10).map(changeText).join("; ");
	return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("plan-changed", `${unknown.length} changes are not part of the reviewed plan file: ${list}${unknown.length > 10 ? "; …" : ""}. ${nothing}`);
}
/** One change in words. */
function changeText({ action, kind, wanted, live }) {
	const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_2__.t[kind];
	const mapping = wanted ?? live ?? {};
	const old = live === void 0 ? "" : ` (${live.id}${action === "delete" || action === "unchanged" ? "" : `, now ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.t[live.kind], live)}`})`;
	return `${action} ${meaning.title} ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n)(meaning, mapping)}${old}`;
}
function whyNot(result) {
	if (result === void 0) return "not begun.";
	if ("failure" in result) return result.failure.sentence;
	return "skipped" in result ? `skipped, because ${result.skipped}.` : "";
}
const HOPELESS = /* @__PURE__ */ new Set([
	"unauthorized",
	"mapping-lost",
	"internal"
]);
const REFUSALS_ENOUGH = 8;
var Run = class {
	/** Whether Datadog's state differs from before. */
	changed = false;
	#client;
	#changes;
	#journal;
	#results = /* @__PURE__ */ new Map();
	#stopped;
	#told = Date.now();
	constructor(client, changes, journal) {
		this.#client = client;
		this.#changes = changes;
		this.#journal = journal;
	}
	async all() {
		await this.#inParallel(this.#of("create"));
		await this.#inParallel(this.#of("update"));
		for (const change of this.#of("replace")) await this.#do(change);
		const spoiled = new Set([...this.#of("create"), ...this.#of("update")].filter((change) => !this.#isDone(change)).map(({ kind }) => kind));
		for (const change of this.#of("delete")) if (spoiled.has(change.kind)) this.#results.set(change, { skipped: `a ${_kinds_js__WEBPACK_IMPORTED_MODULE_2__.t[change.kind].title} could not be created or updated` });
		await this.#inParallel(this.#of("delete").filter((change) => !this.#results.has(change)));
		for (const change of this.#of("conflict")) this.#results.set(change, { failure: new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("conflict", change.notes.join(" ")) });
		if (this.#changes.every((change) => this.#isDone(change))) return;
		for (const change of this.#changes) this.#journal.say(`${this.#isDone(change) ? "Done" : "Not done"}: ${changeText(change)}.`);
	}
	/** What was not done and why, or undefined when all was done. */
	failure() {
		const bad = this.#changes.filter((change) => !this.#isDone(change));
		if (bad.length === 0) return void 0;
		const failures = bad.flatMap((change) => {
			const result = this.#results.get(change);
			return result !== void 0 && "failure" in result ? [result.failure] : [];
		});
		const first = this.#stopped ?? failures[0];
		const done = this.#changes.length - bad.length;
		const lines = bad.map((change) => `- ${changeText(change)}: ${whyNot(this.#results.get(change))}`);
		const text = `${done} of ${this.#changes.length} changes were done. These were not:\n${lines.join("\n")}\n`;
		if (first?.reason === "mapping-lost") return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("mapping-lost", `${first.sentence}\n${text}`, {
			advice: first.advice,
			cause: first
		});
		const reason = first === void 0 || this.changed ? "partially-applied" : first.reason;
		return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t(reason, text, {
			cause: first,
			...reason === first?.reason && { advice: first.advice }
		});
	}
	async #inParallel(changes) {
		await (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.o)(changes, (change) => this.#do(change));
		this.#stopWhenForbidden(1);
	}
	#stopWhenForbidden(atLeast) {
		const results = [...this.#results.values()];
		const forbidden = results.flatMap((result) => "failure" in result ? [result.failure] : []);
		if (results.length === forbidden.length && forbidden.every(({ reason }) => reason === "forbidden") && forbidden.length >= atLeast) this.#stopped ??= forbidden[0];
	}
	async #do(change) {
		if (this.#stopped !== void 0) return;
		try {
			await (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.s)(this.#client, change, this.#journal);
			this.#results.set(change, { done: true });
			this.changed = true;
		} catch (thrown) {
			const failure = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.n)(thrown);
			this.#results.set(change, { failure });
			if (failure instanceof _operation_js__WEBPACK_IMPORTED_MODULE_5__.t && failure.known.changed === true) this.changed = true;
			if (HOPELESS.has(failure.reason) || this.#client.stopped() !== void 0) this.#stopped ??= failure;
			if (!this.changed) this.#stopWhenForbidden(REFUSALS_ENOUGH);
		}
		if (Date.now() - this.#told < PROGRESS_EVERY) return;
		this.#told = Date.now();
		this.#journal.say(`${this.#results.size} of ${this.#changes.length} changes so far.`);
	}
	#of(action) {
		return this.#changes.filter((change) => change.action === action);
	}
	#isDone(change) {
		const result = this.#results.get(change);
		return result !== void 0 && "done" in result;
	}
};



/***/ }),

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