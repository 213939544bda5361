"use strict";
exports.id = 432;
exports.ids = [432];
exports.modules = {

/***/ 3432:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   apply: () => (/* binding */ apply)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7514);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6241);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3087);
/* harmony import */ var _plan_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1776);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8413);
/* harmony import */ var _guarded_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5684);
/* harmony import */ var _replacement_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(300);








// src/operations/approval.ts
const NOTHING = "Nothing was executed.";
const MOST_NAMED$1 = 10;
async function refusal(planned, comparison, { approval, desired }, client) {
	if (planned.refusals.length > 0) return (0,_guarded_js__WEBPACK_IMPORTED_MODULE_6__.t)(planned.refusals);
	const { digest, plan, frame } = planned;
	if (approval.digest === void 0 && approval.plan === void 0) {
		if (approval.auto) return void 0;
		return new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("approval-missing", `${(0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.planSummary)(plan)} for ${(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__.i)(frame)}, and this plan has not been approved. Its digest is ${digest}. ${NOTHING}`);
	}
	if (approval.digest !== void 0 && approval.digest.toLowerCase() !== digest) return otherDigest(approval.digest.toLowerCase(), planned, await optionsOf(approval.digest, planned, {
		comparison,
		desired,
		client
	}));
	return approval.plan === void 0 ? void 0 : otherThanReviewed(planned, approval.plan);
}
function nextAfterPart({ digest, plan }) {
	if (digest !== void 0) return "Fix what the message names, run plan again, and approve the digest of the rest.";
	return `Fix what the message names and run apply again${plan === void 0 ? "" : " with the same plan file"}: it does the rest.`;
}
function changeText(change) {
	const wanted = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(change).map(wantedText);
	const live = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.at)(change);
	const title = _kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.rt)(change)].title;
	if (change.action === "delete") return `delete ${title} ${live.map(liveText).join(", ")}`;
	const old = live.length === 0 ? "" : ` (instead of ${live.map(liveText).join(", ")})`;
	return `${change.action} ${title} ${wanted.join(", ")}${change.action === "unchanged" ? "" : old}`;
}
function wantedText({ kind, attributes }) {
	return (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__.r)(_kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[kind], attributes);
}
function liveText(live) {
	return `${live.id}: ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__.r)(_kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[live.kind], live)}`;
}
function otherDigest(expected, { digest, plan }, options) {
	return changed(`This is not the plan that was reviewed: its digest is ${digest}, and expected-plan is ${expected}. ${options.length > 0 ? `What differs: ${differenceList(options)}.` : "What differs: the changes, the site, the organization, or the scope, ignore or policy of the mappings file."} The plan is now: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.planSummary)(plan)}. ${NOTHING}`, options.some(({ part }) => part === "options") ? ALIGN : `${AGAIN} If a part of the reviewed plan was applied, plan and approve the rest.`);
}
async function optionsOf(expected, { frame, prune, plan }, { comparison, desired, client }) {
	const { orgUuid: _, ...withoutOrg } = frame;
	const unresolved = (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.a)(comparison, {
		...desired,
		prune: !prune
	}).changes;
	const other = (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.r)(unresolved, await (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.n)(client, unresolved, { unchanged: false }));
	return [
		[
			frame,
			other,
			[otherPrune(!prune)]
		],
		[
			withoutOrg,
			plan.changes,
			[ORG_MISSING]
		],
		[
			withoutOrg,
			other,
			[otherPrune(!prune), ORG_MISSING]
		],
		[
			frame,
			(0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.a)(comparison, desired).changes,
			[ACCOUNTS_MISSING]
		]
	].find(([place, changes]) => (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__.a)(place, changes) === expected.toLowerCase())?.[2] ?? [];
}
const ORG_MISSING = {
	part: "org",
	text: "plan could not determine the organization, and apply can"
};
const ACCOUNTS_MISSING = {
	part: "changes",
	text: "plan could not look up the accounts that the changes name, and apply can"
};
function otherPrune(reviewed) {
	return {
		part: "options",
		text: `plan ran with prune: ${reviewed}, and apply with prune: ${!reviewed}`
	};
}
function differenceList(differences) {
	return differences.map(({ part, text }) => `${part}: ${text}`).join("; ");
}
function otherThanReviewed({ plan, frame, prune }, reviewed) {
	const differences = [];
	const { site, orgUuid, rules } = reviewed.frame;
	if (site !== frame.site) differences.push({
		part: "site",
		text: `the reviewed plan is for ${site}, and this one for ${frame.site}`
	});
	if (orgUuid?.toLowerCase() !== frame.orgUuid?.toLowerCase()) {
		const text = `the reviewed plan is for ${orgUuid}, and this one for ${frame.orgUuid ?? "an unknown one"}`;
		differences.push(orgUuid === void 0 ? ORG_MISSING : {
			part: "org",
			text
		});
	}
	if (rules !== frame.rules) differences.push({
		part: "policy",
		text: "scope, ignore or policy of the mappings file is not the one that was reviewed"
	});
	const unknown = (0,_plan_file_js__WEBPACK_IMPORTED_MODULE_4__.t)(plan, reviewed);
	if (unknown.length > 0) {
		if (reviewed.prune !== prune) differences.push(otherPrune(reviewed.prune));
		const list = unknown.slice(0, MOST_NAMED$1).map(changeText).join("; ");
		const rest = unknown.length > MOST_NAMED$1 ? "; …" : "";
		const text = `${unknown.length} not part of the reviewed plan file: ${list}${rest}`;
		differences.push({
			part: "changes",
			text
		});
	}
	if (differences.length === 0) return void 0;
	return changed(`This is not the plan that was reviewed. What differs: ${differenceList(differences)}. ${NOTHING}`, differences.every(({ part }) => part === "options") ? ALIGN : AGAIN);
}
const AGAIN = "Run plan again, review it, and apply that one.";
const ALIGN = "Give plan and apply the same inputs, then plan, review and apply again.";
function changed(sentence, advice) {
	return new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("plan-changed", sentence, { advice });
}
// src/operations/execute.ts
async function execute(change, context) {
	const { client, journal } = context;
	switch (change.action) {
		case "create": return created(change, context);
		case "replace": {
			const { mappings, changed } = await (0,_replacement_js__WEBPACK_IMPORTED_MODULE_7__.t)(change, context);
			return {
				mappings,
				by: changed ? "this step" : "another run"
			};
		}
		case "update": {
			const { kind, attributes } = change.wanted;
			const mapping = await client.update(kind, change.live.id, attributes);
			return mapping === void 0 ? created(change, context) : {
				mappings: [mapping],
				by: "this step"
			};
		}
		case "delete":
			await journal.keep(change.live);
			return {
				mappings: [],
				by: await client.delete(change.live.kind, change.live.id) ? "this step" : "another run"
			};
	}
}
const REMOVAL = 7e3;
async function created({ wanted }, { client }) {
	const { mapping, by } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.T)(client, wanted);
	const { accountUuid } = wanted;
	const isReviewed = mapping.accountUuid?.toLowerCase() === accountUuid?.toLowerCase();
	if (accountUuid === void 0 || mapping.accountUuid === void 0 || isReviewed) return {
		mappings: [mapping],
		by
	};
	const failure = (0,_replacement_js__WEBPACK_IMPORTED_MODULE_7__.r)(mapping, accountUuid);
	const end = await removeAgain(client, mapping);
	throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.tt((0,_replacement_js__WEBPACK_IMPORTED_MODULE_7__.i)(failure, `${failure.sentence} ${end.text}`), {
		mapping,
		changed: end.changed
	});
}
async function removeAgain(client, mapping) {
	const it = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__.s)(mapping);
	if (!client.isOwn(mapping)) return {
		text: `It was not removed, because another run may have created it: ${it}.`,
		changed: "unknown"
	};
	try {
		await client.secondHalf(REMOVAL).delete(mapping.kind, mapping.id);
		return {
			text: `The new mapping was removed again: ${it}.`,
			changed: false
		};
	} catch (thrown) {
		return {
			text: `The new mapping could not be removed: ${it}. ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_0__.r)(thrown).sentence}`,
			changed: true
		};
	}
}
// src/operations/apply.ts
const PROGRESS_EVERY = 1e4;
async function apply(request, context) {
	const { desired, approval } = request;
	const comparison = await (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.i)(desired, context, "needed");
	const reviewed = await (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.judge)(comparison, desired, context);
	const { plan } = reviewed;
	const warnings = (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.policyWarnings)(reviewed);
	const where = (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__.i)(reviewed.frame);
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ot)(plan);
	if (changes.length === 0) {
		const sentence = `Nothing to do for ${where}: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.planSummary)(plan)}.`;
		return {
			result: "applied",
			changed: false,
			planned: reviewed,
			mappings: namedMappings(desired, plan, /* @__PURE__ */ new Map()),
			sentence,
			warnings
		};
	}
	const refused = await refusal(reviewed, comparison, request, context.client);
	if (refused !== void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.tt(refused, { planned: reviewed });
	const run = new Run(context, changes);
	await run.all();
	const failure = run.failure(nextAfterPart(approval));
	const made = run.made;
	const planned = {
		...reviewed,
		made
	};
	const mappings = namedMappings(desired, plan, made);
	if (failure !== void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.tt(failure, {
		planned,
		mappings,
		changed: run.changed
	});
	return {
		result: "applied",
		changed: run.changed,
		planned,
		mappings,
		warnings,
		sentence: `Applied to ${where}: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.planSummary)(plan, "past")}.`,
		details: run.foundInstead.map((text) => `Another run did this meanwhile: ${text}.`)
	};
}
function namedMappings({ mappings }, plan, made) {
	const live = /* @__PURE__ */ new Map();
	for (const change of plan.changes) {
		const now = change.action === "unchanged" ? [change.live] : made.get(change) ?? [];
		for (const mapping of now) live.set((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.v)(mapping.kind, mapping), mapping);
	}
	return mappings.flatMap(({ kind, attributes }) => live.get((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.v)(kind, attributes)) ?? []);
}
const HOPELESS = /* @__PURE__ */ new Set([
	"unauthorized",
	"mapping-lost",
	"internal"
]);
const MOST_NAMED = 20;
const REFUSALS_ENOUGH = 8;
var Run = class {
	changed = false;
	#context;
	#changes;
	#results = /* @__PURE__ */ new Map();
	#stopped;
	#lastProgress;
	constructor(context, changes) {
		this.#context = context;
		this.#changes = changes;
		this.#lastProgress = this.#now();
	}
	get made() {
		return new Map([...this.#results].flatMap(([change, result]) => "done" in result ? [[change, result.mappings]] : []));
	}
	get foundInstead() {
		return this.#changes.filter((change) => this.#doneBy(change) === "another run").map(changeText);
	}
	async all() {
		for (const change of this.#of("blocked")) this.#results.set(change, { failure: new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("conflict", change.why, { advice: "" }) });
		await this.#inParallel(this.#of("create"));
		this.#skipAfterFailure("update", (change) => change.action === "create" && change.wanted.kind === "authn");
		await this.#inParallel(this.#of("update").filter((change) => !this.#results.has(change)));
		for (const change of this.#of("replace")) await this.#do(change);
		this.#skipAfterFailure("delete", ({ action }) => action !== "delete");
		await this.#inParallel(this.#of("delete").filter((change) => !this.#results.has(change)));
		if (this.#changes.every((change) => this.#doneBy(change) === "this step")) return;
		for (const change of this.#changes) this.#context.journal.say(this.#resultText(change));
	}
	#skipAfterFailure(action, matters) {
		if (this.#stopped !== void 0) return;
		const failed = this.#changes.find((change) => matters(change) && this.#doneBy(change) === void 0);
		if (failed === void 0) return;
		for (const change of this.#of(action)) if (!this.#results.has(change)) this.#results.set(change, { skipped: `this failed: ${changeText(failed)}` });
	}
	failure(next) {
		const bad = this.#changes.filter((change) => this.#doneBy(change) === void 0);
		if (bad.length === 0) return void 0;
		const failures = bad.flatMap((change) => {
			const result = this.#results.get(change);
			return result !== void 0 && "failure" in result ? [result.failure] : [];
		});
		const first = this.#stopped ?? failures[0];
		const done = this.#changes.length - bad.length;
		const lines = bad.slice(0, MOST_NAMED).map((change) => `- ${changeText(change)}: ${this.#shortWhyNot(change)}`);
		if (bad.length > MOST_NAMED) lines.push(`- and ${bad.length - MOST_NAMED} more, which the log names`);
		const text = `${done} of ${this.#changes.length} changes applied. Not applied:\n${lines.join("\n")}\n`;
		if (first?.reason === "mapping-lost") return new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("mapping-lost", `${first.sentence}\n${text}`, {
			advice: first.advice,
			cause: first
		});
		const ended = first?.reason === "cancelled";
		const isPart = first === void 0 || this.changed === true && !ended;
		return new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t(isPart ? "partially-applied" : first.reason, text, {
			cause: first,
			advice: isPart ? next : first.advice
		});
	}
	async #inParallel(changes) {
		await (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.r)(changes, (change) => this.#do(change));
		this.#stopWhenForbidden(1);
	}
	#stopWhenForbidden(atLeast) {
		const tried = this.#changes.flatMap((change) => {
			const result = change.action === "blocked" ? void 0 : this.#results.get(change);
			return result === void 0 ? [] : [result];
		});
		const forbidden = tried.flatMap((result) => "failure" in result && result.failure.reason === "forbidden" ? [result.failure] : []);
		if (forbidden.length >= atLeast && tried.length === forbidden.length) this.#stopped ??= forbidden[0];
	}
	async #do(change) {
		if (this.#stopped !== void 0) return;
		try {
			const { by, mappings } = await execute(change, this.#context);
			this.#results.set(change, {
				done: by,
				mappings
			});
			this.#noteChange(by === "unknown" ? by : by === "this step");
		} catch (thrown) {
			await this.#note(change, (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__.r)(thrown));
		}
		if (this.#now() - this.#lastProgress < PROGRESS_EVERY) return;
		this.#lastProgress = this.#now();
		this.#context.journal.say(`${this.#results.size} of ${this.#changes.length} changes so far.`);
	}
	async #note(change, failure) {
		const { client } = this.#context;
		const equal = failure.reason === "conflict" ? await this.#findEqual(change) : void 0;
		if (equal !== void 0) {
			this.#results.set(change, {
				done: "another run",
				mappings: [equal]
			});
			return;
		}
		this.#results.set(change, { failure });
		const isKnown = failure instanceof _index_js__WEBPACK_IMPORTED_MODULE_1__.tt && failure.known.changed !== void 0;
		this.#noteChange(isKnown ? failure.known.changed : (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__.a)(failure) ? "unknown" : false);
		if (HOPELESS.has(failure.reason) || client.stopped() !== void 0) this.#stopped ??= failure;
		if (this.changed === false) this.#stopWhenForbidden(REFUSALS_ENOUGH);
	}
	#noteChange(changed) {
		if (changed === true || changed === "unknown" && this.changed === false) this.changed = changed;
	}
	async #findEqual(change) {
		if (change.action !== "create") return void 0;
		const { kind, attributes } = change.wanted;
		try {
			return await this.#context.client.findEqual(kind, attributes);
		} catch {
			return;
		}
	}
	#resultText(change) {
		const text = changeText(change);
		switch (this.#doneBy(change)) {
			case "this step": return `Done: ${text}.`;
			case "another run": return `Done by another run: ${text}.`;
			case "unknown": return `Done, by this step or another run: ${text}.`;
			default: return `Not done: ${text}: ${this.#whyNot(change)}`;
		}
	}
	#shortWhyNot(change) {
		const result = this.#results.get(change);
		return result !== void 0 && "failure" in result && result.failure.reason === "mapping-lost" && result.failure === this.#stopped ? "see above." : this.#whyNot(change);
	}
	#whyNot(change) {
		const result = this.#results.get(change);
		if (result === void 0) return "not begun.";
		if ("failure" in result) return result.failure.sentence;
		return "skipped" in result ? `skipped, because ${result.skipped}.` : "";
	}
	#of(action) {
		return this.#changes.filter((change) => change.action === action);
	}
	#doneBy(change) {
		const result = this.#results.get(change);
		return result !== void 0 && "done" in result ? result.done : void 0;
	}
	#now() {
		return this.#context.job.datadog.clock.now();
	}
};



/***/ }),

/***/ 1776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ planDocument),
/* harmony export */   r: () => (/* binding */ plan_file_exports),
/* harmony export */   t: () => (/* binding */ notReviewed)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3087);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6241);




// src/mappings/plan/plan-file.ts
var plan_file_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ parsePlanFile: () => parsePlanFile });
const FORMAT = 1;
const mapping = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.L)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({ kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.d) }), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.W)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.q)([(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.W)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)())])));
const live = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.L)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({ "mapping-id": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)() }), mapping);
const notes = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()));
const planSchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
	version: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)(FORMAT),
	site: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
	"org-uuid": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
	rules: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
	prune: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.F)(),
	digest: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
	unchanged: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)()),
	"org-name": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
	refusals: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
		code: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		text: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		"mapping-ids": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)())
	}))),
	warnings: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
		code: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		rank: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)([
			"high",
			"medium",
			"low"
		]),
		field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		text: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		wanted: mapping
	}))),
	power: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.W)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
		text: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		dangerous: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.F)()
	})))),
	policy: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
		rules: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
		violations: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)())
	})),
	unmanaged: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)(live)),
	unread: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
		kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.d),
		why: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()
	}))),
	ignored: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)()),
	changes: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.I)("action", [
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)("create"),
			wanted: mapping,
			notes
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)("update"),
			wanted: mapping,
			live,
			notes
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)("replace"),
			wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)(mapping),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)(live),
			notes
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)("delete"),
			live,
			notes
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)("blocked"),
			wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(mapping),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(live),
			code: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
			why: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
			notes
		})
	]))
});
function planDocument({ plan, frame, digest, prune }) {
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ot)(plan);
	return {
		version: FORMAT,
		site: frame.site,
		...frame.orgUuid !== void 0 && { "org-uuid": frame.orgUuid },
		rules: frame.rules,
		prune,
		digest,
		unchanged: plan.changes.length - changes.length,
		changes: changes.map((change) => ({
			...fileChange(change),
			...notesOf(change)
		}))
	};
}
function parsePlanFile(text) {
	let json;
	try {
		json = JSON.parse(text);
	} catch {
		return { problem: `is not JSON. ${WHICH_FILE}` };
	}
	const parsed = planSchema.safeParse(json);
	if (!parsed.success) return { problem: `is not a plan of this version of the action. ${WHICH_FILE}` };
	const { site, rules, prune, changes, "org-uuid": orgUuid } = parsed.data;
	return {
		value: {
			frame: {
				site,
				rules,
				...orgUuid !== void 0 && { orgUuid }
			},
			prune,
			changes: changes.flatMap(reviewed)
		},
		warnings: []
	};
}
function notReviewed(plan, { changes }) {
	const lines = new Set(changes.map(({ line }) => line));
	const aimed = new Set(plan.changes.flatMap((change) => change.action === "blocked" ? [] : aims(change)));
	const open = changes.filter(({ wanted }) => wanted.every((line) => aimed.has(line)));
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ot)(plan).filter((change) => {
		const rest = reviewedOf(change);
		if (change.action === "blocked" || lines.has(rest.line)) return false;
		return !open.some(({ wanted, live }) => isWithin(rest.wanted, wanted) && isWithin(rest.live, live));
	});
}
function aims(change) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(change).flatMap((wanted) => {
		const { kind, attributes } = wanted;
		return [(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.s)(wanted), (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.s)({
			kind,
			attributes
		})];
	});
}
const WHICH_FILE = "Give the file that the output plan-file of operation: plan names.";
function isWithin(part, whole) {
	return part.every((line) => whole.includes(line));
}
function fileChange(change) {
	switch (change.action) {
		case "create": return {
			action: change.action,
			wanted: wantedJson(change.wanted)
		};
		case "replace": return {
			action: change.action,
			wanted: change.wanted.map(wantedJson),
			live: change.live.map(_index_js__WEBPACK_IMPORTED_MODULE_1__.dt)
		};
		case "delete": return {
			action: change.action,
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.dt)(change.live)
		};
		case "update": return {
			action: change.action,
			wanted: wantedJson(change.wanted),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.dt)(change.live)
		};
		case "blocked": return {
			action: change.action,
			wanted: wantedJson(change.wanted),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.dt)(change.live),
			code: change.code,
			why: change.why
		};
	}
}
function notesOf({ notes }) {
	return notes.length > 0 ? { notes: notes.map(({ text }) => text) } : {};
}
function wantedJson({ kind, attributes, accountUuid }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.dt)({
		kind,
		...attributes,
		...accountUuid !== void 0 && { accountUuid }
	});
}
function reviewed(change) {
	const one = changeIn(change);
	return one === void 0 ? [] : [reviewedOf(one)];
}
function changeIn(change) {
	switch (change.action) {
		case "blocked": return;
		case "create": return {
			action: "create",
			wanted: wantedIn(change.wanted),
			notes: []
		};
		case "replace": return {
			action: "replace",
			wanted: change.wanted.map(wantedIn),
			live: change.live.map(liveIn),
			notes: []
		};
		case "delete": return {
			action: "delete",
			live: liveIn(change.live),
			notes: []
		};
		case "update": return {
			action: "update",
			wanted: wantedIn(change.wanted),
			live: liveIn(change.live),
			notes: []
		};
	}
}
function wantedIn({ kind, ...json }) {
	return {
		kind,
		attributes: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ct)(json),
		...accountIn(json)
	};
}
function liveIn({ kind, "mapping-id": id, ...json }) {
	return {
		...(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ct)(json),
		kind,
		id,
		...accountIn(json)
	};
}
function accountIn(json) {
	const accountUuid = json[(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ct)("accountUuid")];
	return typeof accountUuid === "string" ? { accountUuid } : {};
}
function reviewedOf(change) {
	return {
		line: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.n)(change),
		wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(change).map(_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.s),
		live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.at)(change).map(_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.r)
	};
}



/***/ })

};
;