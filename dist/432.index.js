"use strict";
exports.id = 432;
exports.ids = [432,620];
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
	const wanted = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ot)(change).map(wantedText);
	const live = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.it)(change);
	const title = _kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.nt)(change)].title;
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
	throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.et((0,_replacement_js__WEBPACK_IMPORTED_MODULE_7__.i)(failure, `${failure.sentence} ${end.text}`), {
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
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.at)(plan);
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
	if (refused !== void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.et(refused, { planned: reviewed });
	const run = new Run(context, changes);
	await run.all();
	const failure = run.failure(nextAfterPart(approval));
	const made = run.made;
	const planned = {
		...reviewed,
		made
	};
	const mappings = namedMappings(desired, plan, made);
	if (failure !== void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.et(failure, {
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
		const lines = bad.slice(0, MOST_NAMED).map((change) => `- ${changeText(change)}: ${this.#whyNot(change)}`);
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
		const isKnown = failure instanceof _index_js__WEBPACK_IMPORTED_MODULE_1__.et && failure.known.changed !== void 0;
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

/***/ 3620:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ unexplained),
/* harmony export */   n: () => (/* binding */ holder_exports),
/* harmony export */   r: () => (/* binding */ isSameIdentity),
/* harmony export */   t: () => (/* binding */ findHolder)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7514);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3087);
/* harmony import */ var _collisions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3819);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6089);





// src/operations/holder.ts
var holder_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({
	explainConflict: () => explainConflict,
	findHolder: () => findHolder,
	inTheWay: () => inTheWay,
	isSameIdentity: () => isSameIdentity
});
function isSameIdentity({ kind, attributes }, live) {
	return live.kind === kind && (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.o)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[kind], live) === (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.o)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[kind], attributes);
}
async function findHolder(client, wanted, conflict, isLeaving = () => false) {
	const { sibling } = _kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[wanted.kind];
	const kinds = [wanted.kind, ...sibling === void 0 ? [] : [sibling]];
	let overlapping;
	for (const kind of kinds) {
		const live = (await listed(client, kind, conflict)).filter((mapping) => !isLeaving(mapping));
		const found = (0,_collisions_js__WEBPACK_IMPORTED_MODULE_3__.n)(wanted.kind, wanted.attributes, live);
		if (found.excluding[0] !== void 0) return found.excluding[0];
		overlapping ??= found.overlapping[0];
	}
	return overlapping;
}
async function listed(client, kind, conflict) {
	try {
		return await client.list(kind);
	} catch (thrown) {
		if (!(thrown instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__.t) || thrown.reason === "cancelled" || thrown.reason === "timeout") throw thrown;
		throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("conflict", `${conflict.sentence} Could not look up which mapping is in the way. ${thrown.sentence}`, { cause: thrown });
	}
}
async function explainConflict(client, request, conflict) {
	return inTheWay(client, request, await findHolder(client, request, conflict), conflict);
}
async function inTheWay(client, request, holder, cause) {
	const { kind, attributes, operation } = request;
	const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[kind];
	if (holder === void 0) return unexplained(cause);
	const start = `Could not ${operation} the ${meaning.title} for ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.r)(meaning, attributes)}`;
	if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.o)(meaning, holder) !== (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.o)(meaning, attributes)) return (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.tt)(holder, `${start}: it overlaps with ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.s)(holder)}.`, {
		advice: "Whether Datadog refuses overlapping patterns is not documented. If the live one is the reason, delete it first.",
		cause
	});
	if (holder.kind !== kind) return (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.tt)(holder, `${start}: it collides with ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.s)(holder)}.`, {
		advice: "Delete that mapping first if it is not needed.",
		cause
	});
	const mapped = `${start}: ${meaning.principal(holder)} is already mapped, by ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.s)(holder)}.`;
	if (await client.isSameAccount(kind, attributes, holder) === void 0) return (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.tt)(holder, `${mapped} ${(0,_index_js__WEBPACK_IMPORTED_MODULE_4__._)(attributes, holder)}`, {
		advice: "",
		cause
	});
	const advice = meaning.persona ? "Use operation: ensure to replace it, or give the account that it has." : "Run the step again.";
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.tt)(holder, mapped, {
		advice,
		cause
	});
}
function unexplained({ reason, sentence, cause }) {
	return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t(reason, `${sentence} No mapping that overlaps with it is listed.`, {
		advice: "Another run may have created or deleted a mapping a moment ago: run the step again.",
		cause
	});
}



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
const mapping = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.I)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)({ kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.M)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.u) }), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)([(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)())])));
const live = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.I)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)({ "mapping-id": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)() }), mapping);
const notes = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)()));
const planSchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)({
	version: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.L)(FORMAT),
	site: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)(),
	"org-uuid": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)()),
	rules: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)(),
	prune: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)(),
	digest: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)()),
	unchanged: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.B)()),
	"org-name": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)()),
	refusals: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)({
		code: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)(),
		text: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)(),
		"mapping-ids": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)())
	}))),
	warnings: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)({
		code: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)(),
		rank: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.M)([
			"high",
			"medium",
			"low"
		]),
		field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)(),
		text: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)(),
		wanted: mapping
	}))),
	power: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)({
		text: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)(),
		dangerous: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)()
	})))),
	policy: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)({
		rules: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)()),
		violations: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)())
	})),
	unmanaged: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)(live)),
	unread: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)({
		kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.M)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.u),
		why: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)()
	}))),
	ignored: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.B)()),
	changes: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.F)("action", [
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.L)("create"),
			wanted: mapping,
			notes
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.L)("update"),
			wanted: mapping,
			live,
			notes
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.L)("replace"),
			wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)(mapping),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)(live),
			notes
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.L)("delete"),
			live,
			notes
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.L)("blocked"),
			wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)(mapping),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)(live),
			code: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)()),
			why: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)()),
			notes
		})
	]))
});
function planDocument({ plan, frame, digest, prune }) {
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.at)(plan);
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
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.at)(plan).filter((change) => {
		const rest = reviewedOf(change);
		if (change.action === "blocked" || lines.has(rest.line)) return false;
		return !open.some(({ wanted, live }) => isWithin(rest.wanted, wanted) && isWithin(rest.live, live));
	});
}
function aims(change) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ot)(change).flatMap((wanted) => {
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
			live: change.live.map(_index_js__WEBPACK_IMPORTED_MODULE_1__.ut)
		};
		case "delete": return {
			action: change.action,
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ut)(change.live)
		};
		case "update": return {
			action: change.action,
			wanted: wantedJson(change.wanted),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ut)(change.live)
		};
		case "blocked": return {
			action: change.action,
			wanted: wantedJson(change.wanted),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ut)(change.live),
			code: change.code,
			why: change.why
		};
	}
}
function notesOf({ notes }) {
	return notes.length > 0 ? { notes: notes.map(({ text }) => text) } : {};
}
function wantedJson({ kind, attributes, accountUuid }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ut)({
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
		attributes: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(json),
		...accountIn(json)
	};
}
function liveIn({ kind, "mapping-id": id, ...json }) {
	return {
		...(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(json),
		kind,
		id,
		...accountIn(json)
	};
}
function accountIn(json) {
	const accountUuid = json[(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.St)("accountUuid")];
	return typeof accountUuid === "string" ? { accountUuid } : {};
}
function reviewedOf(change) {
	return {
		line: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.n)(change),
		wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ot)(change).map(_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.s),
		live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.it)(change).map(_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.r)
	};
}



/***/ }),

/***/ 300:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ retold),
/* harmony export */   n: () => (/* binding */ replacement_exports),
/* harmony export */   r: () => (/* binding */ otherAccount),
/* harmony export */   t: () => (/* binding */ replace)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7514);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6089);
/* harmony import */ var _collisions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3819);
/* harmony import */ var _guards_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(692);
/* harmony import */ var _holder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3620);
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1513);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3087);








// src/operations/new-accounts.ts
async function requireAccounts(client, wanted, purpose, journal) {
	const identifiers = wanted.flatMap(({ kind, attributes: { accountIdentifier } }) => _kinds_js__WEBPACK_IMPORTED_MODULE_6__.n[kind].persona && accountIdentifier !== void 0 ? [accountIdentifier] : []);
	const uuids = /* @__PURE__ */ new Map();
	await Promise.all([...new Set(identifiers)].map(async (identifier) => {
		const found = await client.findAccount(identifier);
		if (found.status === "forbidden") journal.say(`Could not check whether the account ${identifier} exists and is enabled: that needs the permission user_access_read. Going on without.`);
		else if (found.status === "missing") throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("not-found", `Could not ${purpose}: no Datadog account has the email, handle or UUID ${identifier}. Nothing was changed.`, { advice: "Correct account-identifier." });
		else if (found.value.disabled) throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("invalid-input", `Could not ${purpose}: the Datadog account ${identifier} is disabled. Nothing was changed.`, { advice: "Enable the account, or give another one as account-identifier." });
		else if ((0,_checked_js__WEBPACK_IMPORTED_MODULE_7__.t)(identifier) && isPerson(found.value)) throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("invalid-input", `Could not ${purpose}: ${identifier} is the UUID of a person, and Datadog maps only service accounts by UUID. Nothing was changed.`, { advice: "Give the email of the person, or a service account." });
		else uuids.set(identifier, found.value.uuid);
	}));
	return uuids;
}
function isPerson({ serviceAccount, handle, uuid }) {
	return !serviceAccount && handle?.toLowerCase() !== uuid.toLowerCase();
}
async function requireRestorable(client, { wanted, live, purpose }) {
	const { whyNotMapped } = await __webpack_require__.e(/* import() */ 534).then(__webpack_require__.bind(__webpack_require__, 6534));
	const reasonFor = async (identifiers) => {
		for (const identifier of new Set(identifiers)) {
			const why = identifier === void 0 ? void 0 : await whyNotMapped(client, identifier).catch(_failure_js__WEBPACK_IMPORTED_MODULE_1__.i);
			if (why !== void 0) return why;
		}
	};
	const ofNew = await reasonFor(wanted.map(({ attributes }) => attributes.accountIdentifier));
	if (ofNew === void 0) return;
	const ofOld = await reasonFor(live.map(({ accountUuid, accountIdentifier }) => accountUuid ?? accountIdentifier));
	if (ofOld === void 0) return;
	throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("forbidden", `Could not ${purpose}: Datadog would accept neither the new mapping nor the old one again. The new account: ${ofNew.text} The old account: ${ofOld.text} Nothing was changed.`, { advice: ofNew.advice ?? "Use the credentials of an account that has these permissions." });
}
// src/operations/replacement-failures.ts
function listOf(mappings) {
	return mappings.map(_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s).join(" and ");
}
function retold({ reason, advice, cause, isUnsettled }, sentence) {
	return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t(reason, sentence, {
		advice,
		cause,
		isUnsettled
	});
}
function heldBy(wanted, holder, cause) {
	const { title, principal } = _kinds_js__WEBPACK_IMPORTED_MODULE_6__.n[wanted.kind];
	const sentence = `Could not create the ${title} for ${principal(wanted.attributes)}: ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s)(holder)} is in the way.`;
	return new _index_js__WEBPACK_IMPORTED_MODULE_2__.et(new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("conflict", sentence, {
		advice: "If another run created it meanwhile, let only one run at a time change a mapping, for example with concurrency: in the workflow.",
		cause
	}), { mapping: holder });
}
function otherAccount(mapping, reviewed) {
	return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("guarded", `Datadog mapped ${mapping.accountIdentifier} to the account ${mapping.accountUuid}, and it is the name of the account ${reviewed}.`, { advice: "Give the email or the UUID of the account as account-identifier." });
}
function sentenceOf(refused, { leftOver, restored, taken, gone, left }) {
	const again = restored.length === 1 ? "The old mapping was" : "The old mappings were";
	return [
		refused.sentence,
		...leftOver.map(({ mapping, why }) => `The new mapping ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s)(mapping)} was not removed. ${why}`),
		...taken.map(({ mapping, holder }) => `Not created again: ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s)(mapping)}, because ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s)(holder)} is in its place.`),
		...gone.map((mapping) => `Someone else deleted ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s)(mapping)} meanwhile, so it was not created again.`),
		...left.filter(({ isUnsure }) => isUnsure).map(unsettled),
		...restored.length === 0 ? [] : [`${again} created again, as ${listOf(restored)}.`]
	].join(" ");
}
function undone(refused, sentence, left, known) {
	const unsure = left.filter(({ isUnsure }) => isUnsure);
	const holder = refused instanceof _index_js__WEBPACK_IMPORTED_MODULE_2__.et ? refused.known.mapping : void 0;
	const all = {
		...holder !== void 0 && { mapping: holder },
		...known,
		changed: !known.changed && unsure.length > 0 ? "unknown" : known.changed
	};
	const pending = unsure.filter(({ failure, isRead }) => !isRead || failure.reason !== "server-error");
	if (pending.length === 0) return new _index_js__WEBPACK_IMPORTED_MODULE_2__.et(retold(refused, sentence), all);
	const text = `THE MAPPING MAY BE GONE. To restore it if it is, run this action with\n${inputsOf(pending.map(({ mapping }) => mapping))}\n${sentence}`;
	return new _index_js__WEBPACK_IMPORTED_MODULE_2__.et(new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("mapping-lost", text, { cause: refused }), all);
}
function lost(refused, notRestored, isUnsure) {
	const mappings = notRestored.map(({ mapping }) => mapping);
	const sentence = [
		isUnsure ? `THE MAPPING MAY BE GONE: ${listOf(mappings)} was deleted, and whether the new or the old one was created is unknown. Check with operation: list. To restore the old one, run this action with` : `THE MAPPING IS GONE: ${listOf(mappings)} was deleted, and neither the new nor the old one could be created. To restore the old one, run this action with`,
		inputsOf(mappings),
		`The new one: ${refused.sentence}`,
		...notRestored.map(({ failure }) => `The old one: ${failure.sentence}`)
	].join("\n");
	return new _index_js__WEBPACK_IMPORTED_MODULE_2__.et(new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("mapping-lost", sentence, { cause: refused }), { changed: true });
}
function unsettled({ mapping, isRead }) {
	const seen = isRead ? " It was still there when it was last read." : "";
	return `Whether Datadog deleted ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s)(mapping)}, or still will, is unknown.${seen}`;
}
function inputsOf(mappings) {
	return mappings.map((mapping) => (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.lt)(mapping).join("\n")).join("\nand in another step with\n");
}
// src/operations/replacement.ts
var replacement_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ replace: () => replace });
const NEEDED_FOR_DELETE = 2e4;
const END_OF_DELETE = 4e3;
const END_OF_CREATE = 5e3;
const END = 7e3;
async function replace(replacement, context) {
	const { wanted, live } = replacement;
	if (Math.max(wanted.length, live.length) > 8) throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("guarded", `Could not ${purposeOf(live)}: ${live.length} mappings would be replaced by ${wanted.length}, and at most 8 by 8 are replaced at once. Nothing was changed.`, { advice: "Split it into several steps." });
	requireTime(context.client, live);
	return new Run(replacement, await requireAccounts(context.client, wanted, purposeOf(live), context.journal), context).run();
}
function requireTime(client, live, then = "Nothing was changed.") {
	if (client.timeLeft() >= NEEDED_FOR_DELETE) return;
	throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("timeout", `Could not ${purposeOf(live)}: less than ${NEEDED_FOR_DELETE / 1e3} s are left of timeout, and no mapping is deleted so late. ${then}`, { advice: "Raise timeout." });
}
function purposeOf(live) {
	return `replace ${listOf(live)}`;
}
var Run = class {
	#wanted;
	#live;
	#accounts;
	#client;
	#journal;
	#rest;
	#present = /* @__PURE__ */ new Map();
	#created = [];
	#deleted = [];
	#refused = /* @__PURE__ */ new Map();
	#gone = [];
	#deletesFirst;
	constructor({ wanted, live }, accounts, { client, journal }) {
		this.#wanted = wanted;
		this.#live = live;
		this.#accounts = accounts;
		this.#client = client;
		this.#journal = journal;
		this.#rest = client.secondHalf(END);
		this.#deletesFirst = wanted.some((one) => (0,_collisions_js__WEBPACK_IMPORTED_MODULE_3__.n)(one.kind, one.attributes, live).excluding.length > 0);
	}
	async run() {
		if (this.#deletesFirst) return this.#deleteAndCreate();
		const refused = await this.#create(this.#client);
		if (refused === void 0) return this.#deleteOld();
		const isInTheWay = this.#missing().every((wanted) => this.#isInTheWay(wanted));
		if (refused.reason !== "conflict" || refused instanceof _index_js__WEBPACK_IMPORTED_MODULE_2__.et || !isInTheWay) return this.#giveUp(refused);
		this.#journal.say("Datadog does not accept the new mapping next to the old one, so the old one is deleted first.");
		this.#deletesFirst = true;
		return this.#deleteAndCreate();
	}
	async #deleteOld() {
		const { mappings } = this.#replaced();
		const made = `${this.#created.length > 0 ? "The new mapping was created" : "Another run created the new mapping"}: ${listOf(mappings)}.`;
		try {
			requireTime(this.#client, this.#live, made);
		} catch (thrown) {
			throw new _index_js__WEBPACK_IMPORTED_MODULE_2__.et((0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.r)(thrown), {
				changed: this.#replaced().changed,
				...mappingOf(mappings)
			});
		}
		for (const mapping of this.#live) await this.#journal.keep(mapping);
		const left = await this.#delete(this.#rest);
		const [first] = left;
		if (first === void 0) return this.#replaced();
		const [unsure, there] = [true, false].map((isUnsure) => left.filter((one) => one.isUnsure === isUnsure).map(({ mapping }) => mapping));
		const what = [...unsure.length > 0 ? [`Whether Datadog deleted ${listOf(unsure)} is unknown.`] : [], ...there.length > 0 ? [`The old one was not deleted: ${listOf(there)}.`] : []];
		const { changed } = this.#replaced();
		throw new _index_js__WEBPACK_IMPORTED_MODULE_2__.et(retold(first.failure, [
			made,
			...what,
			first.failure.sentence
		].join(" ")), {
			changed: changed || (unsure.length > 0 ? "unknown" : false),
			...mappingOf(mappings)
		});
	}
	async #deleteAndCreate() {
		try {
			await requireRestorable(this.#client, {
				wanted: this.#missing(),
				live: this.#live,
				purpose: purposeOf(this.#live)
			});
			requireTime(this.#client, this.#live);
			for (const mapping of this.#live) await this.#journal.keep(mapping);
			const stopped = this.#client.stopped();
			if (stopped !== void 0) throw retold(stopped, `Could not ${purposeOf(this.#live)}: ${stopped.why}. Nothing was changed.`);
		} catch (thrown) {
			return this.#giveUp((0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.r)(thrown));
		}
		const creating = this.#client.secondHalf(END_OF_CREATE);
		const left = await this.#delete(this.#client.secondHalf(END_OF_DELETE));
		const [first] = left;
		if (first !== void 0) return this.#giveUp(first.failure, left);
		const refused = await this.#create(creating);
		return refused === void 0 ? this.#replaced() : this.#giveUp(refused);
	}
	async #delete(client) {
		const left = [];
		await Promise.all(this.#live.map(async (mapping) => {
			try {
				(await client.delete(mapping.kind, mapping.id) ? this.#deleted : this.#gone).push(mapping);
			} catch (thrown) {
				const failure = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.r)(thrown);
				const isUnsure = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.a)(failure);
				const isGone = isUnsure && await this.#isGone(mapping);
				if (isGone === true) this.#deleted.push(mapping);
				else left.push({
					mapping,
					failure,
					isUnsure,
					isRead: isGone === false
				});
			}
		}));
		return left;
	}
	async #isGone(mapping) {
		try {
			return await this.#rest.waitUntilGone(mapping.kind, mapping.id, END);
		} catch {
			return "unread";
		}
	}
	async #create(client) {
		const failures = [];
		await Promise.all(this.#missing().map(async (wanted) => {
			try {
				const mapping = await client.create(wanted.kind, wanted.attributes);
				this.#created.push(mapping);
				const reviewed = this.#accounts.get(wanted.attributes.accountIdentifier ?? "");
				if (reviewed !== void 0 && mapping.accountUuid !== void 0 && mapping.accountUuid !== reviewed) failures.push(otherAccount(mapping, reviewed));
				else this.#present.set(wanted, mapping);
			} catch (thrown) {
				const failure = await this.#judge(wanted, (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.r)(thrown)).catch(_failure_js__WEBPACK_IMPORTED_MODULE_1__.r);
				if (failure === void 0) return;
				failures.push(failure);
				this.#refused.set(failure, wanted);
			}
		}));
		return failures.find(({ reason }) => reason !== "conflict") ?? failures[0];
	}
	async #judge(wanted, failure) {
		if ((0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.a)(failure)) {
			const found = await this.#rest.findEqual(wanted.kind, wanted.attributes).catch(() => void 0);
			if (found === void 0) return failure;
			this.#present.set(wanted, found);
			this.#created.push(found);
			return;
		}
		if (failure.reason !== "conflict") return failure;
		const isLeaving = ({ id }) => this.#live.some((live) => live.id === id);
		const holder = await (0,_holder_js__WEBPACK_IMPORTED_MODULE_5__.t)(this.#rest, wanted, failure, isLeaving);
		if (holder === void 0) return (0,_holder_js__WEBPACK_IMPORTED_MODULE_5__.i)(failure);
		if (await this.#takes(wanted, holder)) return void 0;
		return (0,_collisions_js__WEBPACK_IMPORTED_MODULE_3__.n)(wanted.kind, wanted.attributes, [holder]).excluding.length > 0 || this.#deletesFirst || !this.#isInTheWay(wanted) ? heldBy(wanted, holder, failure) : failure;
	}
	async #takes(wanted, holder) {
		const { kind, attributes } = wanted;
		const isEqual = (0,_holder_js__WEBPACK_IMPORTED_MODULE_5__.r)(wanted, holder) && await this.#rest.isSameAccount(kind, attributes, holder) === true;
		if (isEqual) this.#present.set(wanted, holder);
		return isEqual;
	}
	async #giveUp(first, left = []) {
		const leftOver = await this.#removeCreated();
		if (this.#deleted.length > 0) this.#journal.say(`${first.sentence} Creating the old mapping again.`);
		const restored = [];
		const taken = [];
		const notRestored = [];
		await Promise.all(this.#deleted.map(async (mapping) => {
			try {
				restored.push(await this.#rest.create(mapping.kind, (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.ct)(mapping)));
			} catch (thrown) {
				const failure = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.r)(thrown);
				const holder = failure.reason === "conflict" ? await this.#inPlaceOf(mapping, failure) : void 0;
				if (holder === void 0) notRestored.push({
					mapping,
					failure
				});
				else taken.push({
					mapping,
					holder
				});
			}
		}));
		const subject = this.#refused.get(first);
		const refused = subject === void 0 ? first : await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.E)(this.#client, subject, first);
		if (this.#missing().length === 0 && restored.length + notRestored.length + left.length === 0) return this.#replaced();
		const isUnsure = [refused, ...notRestored.map(({ failure }) => failure)].some((failure) => (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.a)(failure) || failure.reason === "conflict" && notRestored.length > 0);
		if (notRestored.length > 0) throw lost(refused, notRestored, isUnsure);
		throw undone(refused, sentenceOf(refused, {
			leftOver,
			restored,
			taken,
			gone: this.#gone,
			left
		}), left, {
			changed: this.#deleted.length > 0 || leftOver.length > 0,
			...mappingOf([
				...restored,
				...taken.map(({ holder }) => holder),
				...left.map(({ mapping }) => mapping)
			])
		});
	}
	async #removeCreated() {
		const left = [];
		await Promise.all(this.#created.map(async (mapping) => {
			try {
				if (this.#rest.isOwn(mapping)) await this.#rest.delete(mapping.kind, mapping.id);
				else left.push({
					mapping,
					why: "It may be the one of another run."
				});
			} catch (thrown) {
				left.push({
					mapping,
					why: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.r)(thrown).sentence
				});
			}
		}));
		return left;
	}
	async #inPlaceOf(mapping, conflict) {
		try {
			const holder = await (0,_holder_js__WEBPACK_IMPORTED_MODULE_5__.t)(this.#rest, {
				kind: mapping.kind,
				attributes: mapping
			}, conflict);
			for (const wanted of this.#missing()) if (holder !== void 0) await this.#takes(wanted, holder);
			return holder;
		} catch {
			return;
		}
	}
	#isInTheWay({ kind, attributes }) {
		const { excluding, overlapping } = (0,_collisions_js__WEBPACK_IMPORTED_MODULE_3__.n)(kind, attributes, this.#live);
		return excluding.length + overlapping.length > 0;
	}
	#missing() {
		return this.#wanted.filter((wanted) => !this.#present.has(wanted));
	}
	#replaced() {
		return {
			mappings: this.#wanted.flatMap((wanted) => this.#present.get(wanted) ?? []),
			changed: this.#deleted.length > 0 || this.#created.length > 0
		};
	}
};
function mappingOf([mapping]) {
	return mapping === void 0 ? {} : { mapping };
}



/***/ })

};
;