"use strict";
exports.id = 836;
exports.ids = [836];
exports.modules = {

/***/ 3432:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   apply: () => (/* binding */ apply)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8622);
/* harmony import */ var _plan_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1776);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8413);
/* harmony import */ var _granted_power_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5995);
/* harmony import */ var _guard_check_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8648);
/* harmony import */ var _replacement_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(300);







// src/operations/approval.ts
const NOTHING = "Nothing was changed.";
const MOST_NAMED$1 = 10;
async function whyRefused(planned, comparison, { approval, desired }, client) {
	if (planned.refusals.length > 0) return (0,_guard_check_js__WEBPACK_IMPORTED_MODULE_5__.n)(planned.refusals);
	const { digest, plan, frame } = planned;
	if (approval.digest === void 0 && approval.plan === void 0) {
		if (approval.auto) return void 0;
		return new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("approval-missing", `${(0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.planSummary)(plan)} for ${(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.i)(frame)}, and this plan has not been approved. Its digest is ${digest}. ${NOTHING}`);
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
	return `Fix what the message names and run apply again${plan === void 0 ? "" : " with the same plan file"}: it executes the rest.`;
}
function changeText(change) {
	const wanted = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ft)(change).map(wantedText);
	const live = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ut)(change);
	const title = _index_js__WEBPACK_IMPORTED_MODULE_0__.qt[(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ct)(change)].title;
	if (change.action === "delete") return `delete ${title} ${live.map(liveText).join(", ")}`;
	const old = live.length === 0 ? "" : ` (instead of ${live.map(liveText).join(", ")})`;
	return `${change.action} ${title} ${wanted.join(", ")}${change.action === "unchanged" ? "" : old}`;
}
function wantedText({ kind, attributes }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind], attributes);
}
function liveText(live) {
	return `${live.id}: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[live.kind], live)}`;
}
function otherDigest(expected, { digest, plan }, options) {
	return changed(`This is not the plan that was reviewed: its digest is ${digest}, and expected-plan is ${expected}. ${options.length > 0 ? `What differs: ${differenceList(options)}.` : "One of these differs: the changes, the site, the organization, or the scope, ignore or policy of the mappings file."} The plan is now: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.planSummary)(plan)}. ${NOTHING}`, options.some(({ part }) => part === "options") ? ALIGN : `${AGAIN} If a part of the reviewed plan was applied, plan and approve the rest.`);
}
async function optionsOf(expected, { frame, prune, plan }, { comparison, desired, client }) {
	const { orgUuid: _, ...withoutOrg } = frame;
	const unresolved = (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.r)(comparison, {
		...desired,
		prune: !prune
	}).changes;
	const other = (0,_granted_power_js__WEBPACK_IMPORTED_MODULE_4__.r)(unresolved, await (0,_granted_power_js__WEBPACK_IMPORTED_MODULE_4__.n)(client, unresolved, { unchanged: false }));
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
			(0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.r)(comparison, desired).changes,
			[ACCOUNTS_MISSING]
		]
	].find(([place, changes]) => (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.a)(place, changes) === expected.toLowerCase())?.[2] ?? [];
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
	const unknown = (0,_plan_file_js__WEBPACK_IMPORTED_MODULE_2__.t)(plan, reviewed);
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
const AGAIN = _index_js__WEBPACK_IMPORTED_MODULE_0__.jn["plan-changed"].advice;
const ALIGN = "Give plan and apply the same inputs, then plan, review and apply again.";
function changed(sentence, advice) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("plan-changed", sentence, { advice });
}
// src/operations/execute.ts
async function execute(change, context) {
	const { client, journal } = context;
	switch (change.action) {
		case "create": return created(change, context);
		case "replace": {
			const { mappings, changed } = await (0,_replacement_js__WEBPACK_IMPORTED_MODULE_6__.t)(change, context);
			return {
				mappings,
				by: changed === "unknown" ? changed : changed ? "this step" : "another run"
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
async function created({ wanted }, { client }) {
	const { mapping, by } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)(client, wanted);
	const { accountUuid } = wanted;
	const isReviewed = mapping.accountUuid?.toLowerCase() === accountUuid?.toLowerCase();
	if (accountUuid === void 0 || mapping.accountUuid === void 0 || isReviewed) return {
		mappings: [mapping],
		by
	};
	const failure = (0,_replacement_js__WEBPACK_IMPORTED_MODULE_6__.r)(mapping, accountUuid);
	const end = await removeAgain(client, mapping);
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.ot((0,_replacement_js__WEBPACK_IMPORTED_MODULE_6__.i)(failure, `${failure.sentence} ${end.text}`), {
		mapping,
		changed: end.changed
	});
}
async function removeAgain(client, mapping) {
	const it = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Zt)(mapping);
	if (!client.isOwn(mapping)) return {
		text: `It was not removed, because another run may have created it: ${it}.`,
		changed: "unknown"
	};
	try {
		await client.secondHalf(_index_js__WEBPACK_IMPORTED_MODULE_0__["in"]).delete(mapping.kind, mapping.id);
		return {
			text: `The new mapping was removed again: ${it}.`,
			changed: false
		};
	} catch (thrown) {
		const failure = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Nn)(thrown);
		const changed = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.In)(failure) ? "unknown" : true;
		return {
			text: `The new mapping could not be removed: ${it}. ${failure.sentence}`,
			changed
		};
	}
}
// src/operations/apply.ts
const PROGRESS_EVERY = 1e4;
async function apply(request, context) {
	const { desired, approval } = request;
	const comparison = await (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.n)(desired, context, "needed");
	const reviewed = await (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.judge)(comparison, desired, context);
	const { plan } = reviewed;
	const warnings = (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.policyWarnings)(reviewed);
	const where = (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.i)(reviewed.frame);
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.dt)(plan);
	if (changes.length === 0) {
		const sentence = `Nothing to do for ${where}: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.planSummary)(plan)}.`;
		return {
			result: "applied",
			changed: false,
			planned: reviewed,
			mappings: namedMappings(desired, plan, /* @__PURE__ */ new Map()),
			sentence,
			warnings
		};
	}
	const refused = await whyRefused(reviewed, comparison, request, context.client);
	if (refused !== void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.ot(refused, { planned: reviewed });
	const run = new Run(context, changes);
	await run.all();
	const failure = run.failure(nextAfterPart(approval));
	const made = run.made;
	const planned = {
		...reviewed,
		made
	};
	const mappings = namedMappings(desired, plan, made);
	if (failure !== void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.ot(failure, {
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
		sentence: `Applied to ${where}: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.planSummary)(plan, "past")}.`,
		details: run.foundInstead.map((text) => `Another run did this meanwhile: ${text}.`)
	};
}
function namedMappings({ mappings }, plan, made) {
	const live = /* @__PURE__ */ new Map();
	for (const change of plan.changes) {
		const now = change.action === "unchanged" ? [change.live] : made.get(change) ?? [];
		for (const mapping of now) live.set((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(mapping.kind, mapping), mapping);
	}
	return mappings.flatMap(({ kind, attributes }) => live.get((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(kind, attributes)) ?? []);
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
		for (const change of this.#of("blocked")) this.#results.set(change, { failure: new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("conflict", change.why, { advice: "" }) });
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
		if (first?.reason === "mapping-lost") return new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("mapping-lost", `${first.sentence}\n${text}`, {
			advice: first.advice,
			cause: first
		});
		const ended = first?.reason === "cancelled";
		const isPart = first === void 0 || this.changed === true && !ended;
		return new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn(isPart ? "partially-applied" : first.reason, text, {
			cause: first,
			advice: isPart ? next : first.advice
		});
	}
	async #inParallel(changes) {
		await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(changes, (change) => this.#do(change));
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
			await this.#note(change, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Nn)(thrown));
		}
		if (this.#now() - this.#lastProgress < PROGRESS_EVERY) return;
		this.#lastProgress = this.#now();
		this.#context.journal.say(`${this.#results.size} of ${this.#changes.length} changes so far.`);
	}
	async #note(change, failure) {
		const { client } = this.#context;
		const equal = failure.reason === "conflict" ? await this.#findEqual(change) : void 0;
		if (equal !== void 0) {
			const done = failure.isUnsettled ? "unknown" : "another run";
			this.#results.set(change, {
				done,
				mappings: [equal]
			});
			this.#noteChange(failure.isUnsettled ? "unknown" : false);
			return;
		}
		this.#results.set(change, { failure });
		const isKnown = failure instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.ot && failure.known.changed !== void 0;
		this.#noteChange(isKnown ? failure.known.changed : (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.In)(failure) ? "unknown" : false);
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
		if (result === void 0) return "not started.";
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

/***/ 8789:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ exact_claims_exports),
/* harmony export */   t: () => (/* binding */ claimsOf)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _claim_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2933);
/* harmony import */ var _literal_claims_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3525);
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1364);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1108);






// src/mappings/claims/exact-claims.ts
var exact_claims_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ exactClaims: () => exactClaims });
function exactClaims(entries) {
	const problems = Object.entries(entries).flatMap(([name, value]) => {
		if (!(0,_claim_names_js__WEBPACK_IMPORTED_MODULE_2__.n)(name)) return [(0,_claim_names_js__WEBPACK_IMPORTED_MODULE_2__.r)(name)];
		const invisible = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Cn)(value);
		return invisible === void 0 ? [] : [`${name}: ${invisible}`];
	});
	if (problems.length > 0) return { problem: problems.join(" ") };
	const matchers = Object.entries(entries).map(([name, value]) => [name, (0,_subject_js__WEBPACK_IMPORTED_MODULE_4__.s)(value) ?? matcherOf(name, value)]);
	return {
		value: Object.fromEntries(matchers),
		warnings: []
	};
}
function claimsOf(matchers) {
	const known = _claim_names_js__WEBPACK_IMPORTED_MODULE_2__.t;
	const rank = (name) => name === "sub" ? known.length : known.indexOf(name);
	const names = Object.keys(matchers).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
	return Object.fromEntries(names.map((name) => {
		const pattern = matchers[name] ?? "";
		return [name, plainValue(name, pattern) ?? `/${pattern}/`];
	}));
}
function plainValue(name, pattern) {
	const value = (/^\^?(.*)\$$/s.exec(pattern)?.[1])?.replace(/\\([^A-Za-z0-9])/g, "$1") ?? "";
	return matcherOf(name, value) === pattern && (0,_literal_claims_js__WEBPACK_IMPORTED_MODULE_3__.t)(name, value) === void 0 ? value : void 0;
}
function matcherOf(name, value) {
	return name === "sub" ? (0,_subject_js__WEBPACK_IMPORTED_MODULE_4__.a)(value) : `^${(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_5__.n)(value)}$`;
}



/***/ }),

/***/ 9064:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   exportMappings: () => (/* binding */ exportMappings)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _ignore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5904);
/* harmony import */ var _claim_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2933);
/* harmony import */ var _exact_claims_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8789);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1108);
/* harmony import */ var _mappings_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4456);
/* harmony import */ var _warnings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(291);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9433);
/* harmony import */ var _export_target_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(832);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5524);










// src/mappings/file/live-entry.ts
async function liveEntry(mapping, labels, checking) {
	const problem = unwritable(mapping);
	if (problem !== void 0) return { problem };
	const grant = {
		...accountFields(mapping, labels),
		...grantFields(mapping, labels)
	};
	let why = "";
	for (const draft of draftsOf(mapping, grant)) {
		const read = await readBack(mapping, draft, checking);
		if (!("problem" in read)) return {
			fields: fieldsOf(mapping, draft),
			warnings: read.warnings
		};
		why = read.problem;
	}
	return { problem: why };
}
function unwritable(mapping) {
	const { title, oneOf, persona } = _index_js__WEBPACK_IMPORTED_MODULE_0__.qt[mapping.kind];
	const { claims = {}, accountIdentifier, accountUuid } = mapping;
	for (const name of (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Qt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[mapping.kind])) {
		const value = mapping[name];
		if (name === "accountIdentifier") continue;
		if (value === void 0 || Object.keys(value).length === 0) return `Datadog gives no ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(name)} for this ${title}.`;
	}
	if (oneOf?.every((name) => mapping[name] === void 0)) return `Datadog gives neither a role nor a team for it.`;
	if (persona && !accountIdentifier && !accountUuid) return "Datadog gives no account for it.";
	const unknown = Object.keys(claims).find((name) => !(0,_claim_names_js__WEBPACK_IMPORTED_MODULE_2__.n)(name));
	if (unknown !== void 0) return (0,_claim_names_js__WEBPACK_IMPORTED_MODULE_2__.r)(unknown);
	return [..._index_js__WEBPACK_IMPORTED_MODULE_0__.At.map((name) => mapping[name]), ...Object.values(claims)].map((text) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Cn)(text ?? "")).find(Boolean);
}
function accountFields({ kind, accountIdentifier = "", accountUuid = "" }, { accounts }) {
	if (!_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind].persona) return NOTHING;
	const label = accounts.get(accountUuid);
	if (label !== void 0 && isWritable(label)) return {
		given: { accountIdentifier: label.name },
		names: {},
		remarks: { accountIdentifier: accountUuid }
	};
	const identifier = !accountIdentifier.includes("@") && !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.yn)(accountIdentifier) && accountUuid || accountIdentifier || accountUuid;
	const remark = identifier === accountIdentifier ? label?.name : label?.name ?? accountIdentifier;
	return {
		given: { accountIdentifier: identifier },
		names: {},
		remarks: remark ? { accountIdentifier: remark } : {}
	};
}
function grantFields({ roleId, roleName, teamId, teamName }, { roles, teams }) {
	const [what, attribute, id, label] = roleId === void 0 ? [
		"team",
		"teamId",
		teamId,
		teams.get(teamId ?? "")
	] : [
		"role",
		"roleId",
		roleId,
		roles.get(roleId)
	];
	if (id === void 0) return {};
	if (label !== void 0 && isWritable(label)) return {
		given: {},
		names: { [what]: label.name },
		remarks: { [what]: id }
	};
	const name = label?.name ?? roleName ?? teamName;
	return {
		given: { [attribute]: id },
		names: {},
		remarks: name === void 0 ? {} : { [attribute]: name }
	};
}
function isWritable({ name, isUnique }) {
	return isUnique && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Cn)(name) === void 0 && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.bn)(name) === void 0;
}
const NOTHING = {
	given: {},
	names: {},
	remarks: {}
};
function* draftsOf(mapping, { given: grant, names, remarks }) {
	const { accountUuid } = mapping;
	const { claims, accountIdentifier: _account, roleId: _role, teamId: _team, ...texts } = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.tn)(mapping);
	const accounts = [grant, ...accountUuid === void 0 || grant.accountIdentifier === void 0 ? [] : [{ accountIdentifier: accountUuid }]];
	for (const options of (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.yt)(mapping)) for (const account of accounts) for (const entries of claims === void 0 ? [void 0] : claimEntries(claims)) yield {
		given: {
			...texts,
			...grant,
			...account,
			...entries !== void 0 && { claims: entries }
		},
		names,
		options,
		remarks: account === grant ? remarks : {}
	};
}
function claimEntries(matchers) {
	const entries = (0,_exact_claims_js__WEBPACK_IMPORTED_MODULE_3__.t)(matchers);
	const { sub: _, ...others } = entries;
	const built = (0,_subject_js__WEBPACK_IMPORTED_MODULE_9__.t)(others);
	return "pattern" in built && built.pattern === matchers["sub"] ? [others, entries] : [entries];
}
async function readBack(mapping, { given, names, options }, checking) {
	const problems = [];
	const warnings = [];
	const collect = (field, result) => {
		if ("problem" in result) problems.push(`${field}: ${result.problem}`);
		else warnings.push(...result.warnings.map((warning) => `${field}: ${warning}`));
		return "problem" in result ? void 0 : result.value;
	};
	const read = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.jt)(given, options, collect, checking);
	(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Mt)(names, options, collect);
	if (problems.length > 0) return { problem: problems.join(" ") };
	const meaning = _index_js__WEBPACK_IMPORTED_MODULE_0__.qt[mapping.kind];
	const { roleId = mapping.roleId, teamId = mapping.teamId, ...rest } = read;
	const same = {
		...rest,
		...roleId !== void 0 && { roleId },
		...teamId !== void 0 && { teamId }
	};
	if ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(meaning, same) === (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(meaning, mapping)) return { warnings };
	return { problem: "no entry of a mappings file can describe exactly this mapping." };
}
function fieldsOf({ kind }, { given, names, options, remarks }) {
	const field = (name, member, value) => {
		const remark = remarks[member];
		return value === void 0 ? [] : [{
			field: name,
			value,
			...remark !== void 0 && { remark }
		}];
	};
	return [
		{
			field: "kind",
			value: kind
		},
		...field("arn-pattern", "arnPattern", given.arnPattern),
		...field("claims", "claims", given.claims),
		...field("attribute-key", "attributeKey", given.attributeKey),
		...field("attribute-value", "attributeValue", given.attributeValue),
		...Object.entries((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.vt)(options)).map(([name, value]) => ({
			field: name,
			value
		})),
		...field("account-identifier", "accountIdentifier", given.accountIdentifier),
		...field("role", "role", names.role),
		...field("role-id", "roleId", given.roleId),
		...field("team", "team", names.team),
		...field("team-id", "teamId", given.teamId)
	];
}
// src/mappings/file/yaml-text.ts
const MISREAD = /^(?:y|n|yes|no|on|off|true|false|null|e[-+]?\d+)$/i;
const PLAIN = /^[\p{L}/](?:[\p{L}\p{N}_./@*+=,^$()[\]|?\\!%~-]|:(?! |$)| (?! |#|$))*$/u;
function yamlText(text) {
	if (PLAIN.test(text) && !MISREAD.test(text)) return text;
	return /^[^\p{C}\p{Zl}\p{Zp}]*$/u.test(text) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}
// src/mappings/file/write-file.ts
function newFile(entries, mappings, path) {
	if (/\.json$/i.test(path)) return `${JSON.stringify({
		version: 1,
		mappings: entries.map(jsonOf)
	}, null, 2)}\n`;
	const body = entries.length === 0 ? ["mappings: []"] : ["mappings:", ...entries.flatMap((entry) => lines(entry, "  "))];
	return [
		HEADER,
		"version: 1",
		...proposedScope(mappings),
		...body,
		""
	].join("\n");
}
const HEADER = "# The Datadog mappings of this organization. Written by operation: export; plan and apply read it.";
async function withEntries(text, entries) {
	if (entries.length === 0) return text;
	const { isMap, isSeq, parseDocument } = await __webpack_require__.e(/* import() */ 186).then(__webpack_require__.bind(__webpack_require__, 8186));
	const document = parseDocument(text, {
		schema: "failsafe",
		keepSourceTokens: true,
		logLevel: "error"
	});
	const list = document.get("mappings", true);
	if (!isSeq(list) || !list.range) throw new Error("a mappings file without a list of mappings");
	const root = isMap(document.contents) && document.contents.flow === true;
	const end = text.includes("\r\n") ? "\r\n" : "\n";
	if (!list.flow) return intoBlock(text, list, {
		entries,
		end
	});
	if (list.items.length === 0 && !root) return insteadOfNothing(text, list.range, {
		entries,
		end
	});
	return intoFlow(text, list, {
		entries,
		end
	});
}
function intoBlock(text, list, { entries, end }) {
	const token = list.srcToken;
	const dash = token?.type === "block-seq" ? token.items.at(-1)?.start.find(({ type }) => type === "seq-item-ind") : void 0;
	if (dash === void 0) throw new Error("a block of mappings without a last one");
	const indent = columnOf(text, dash.offset);
	const last = rangeOf(list.items.at(-1)) ?? dash.offset + 1;
	let at = text[last - 1] === "\n" ? last : afterLine(text, last);
	for (let comment = commentAt(text, at); comment !== void 0 && comment > indent; comment = commentAt(text, at)) at = afterLine(text, at);
	const before = text.slice(0, at);
	const added = entries.flatMap((entry) => lines(entry, " ".repeat(indent))).join(end);
	return `${before}${before.endsWith("\n") ? "" : end}${added}${end}${text.slice(at)}`;
}
function insteadOfNothing(text, range, { entries, end }) {
	const [from = 0, to = 0] = range;
	const at = afterLine(text, to);
	return `${`${text.slice(0, from).trimEnd()}${text.slice(to, at)}`.trimEnd()}${end}${entries.flatMap((entry) => lines(entry, "  ")).join(end)}${end}${text.slice(at)}`;
}
function intoFlow(text, list, { entries, end }) {
	const objects = entries.map((entry) => JSON.stringify(jsonOf(entry)));
	const last = list.items.at(-1);
	if (last === void 0) {
		const at = (list.range?.[0] ?? 0) + 1;
		return `${text.slice(0, at)}${objects.map((object) => `${end}    ${object}`).join(",")}${end}  ${text.slice(at).trimStart()}`;
	}
	const at = rangeOf(last) ?? 0;
	const start = startOf(last);
	const gap = /(?:^|\n)[ \t]*$/.test(text.slice(0, start)) ? `${end}${" ".repeat(columnOf(text, start))}` : " ";
	return `${text.slice(0, at)}${objects.map((object) => `,${gap}${object}`).join("")}${text.slice(at)}`;
}
function rangeOf(node) {
	return rangeIn(node)?.[1];
}
function startOf(node) {
	return rangeIn(node)?.[0] ?? 0;
}
function rangeIn(node) {
	return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) ? node.range : void 0;
}
function columnOf(text, offset) {
	return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}
function afterLine(text, offset) {
	const end = text.indexOf("\n", offset);
	return end === -1 ? text.length : end + 1;
}
function commentAt(text, lineStart) {
	return /^([ \t]*)#/.exec(text.slice(lineStart, afterLine(text, lineStart)))?.[1]?.length;
}
function lines(entry, indent) {
	return entry.flatMap(({ field, value, remark }) => {
		if (typeof value !== "string") return [`${field}:`, ...Object.entries(value).map(([name, text]) => `  ${yamlText(name)}: ${yamlText(text)}`)];
		return [`${field}: ${_index_js__WEBPACK_IMPORTED_MODULE_0__._t.includes(field) ? value : yamlText(value)}${remark === void 0 ? "" : comment(remark)}`];
	}).map((line, index) => `${indent}${index === 0 ? "- " : "  "}${line}`);
}
const LONGEST_REMARK = 80;
function comment(remark) {
	const characters = [...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(remark).trim()];
	if (characters.length === 0) return "";
	return ` # ${characters.length > LONGEST_REMARK ? `${characters.slice(0, 79).join("")}…` : characters.join("")}`;
}
function jsonOf(entry) {
	return Object.fromEntries(entry.map(({ field, value }) => [field, value === "true" || value === "false" ? flagOf(field, value) : value]));
}
function flagOf(field, value) {
	return _index_js__WEBPACK_IMPORTED_MODULE_0__._t.includes(field) ? value === "true" : value;
}
function proposedScope(mappings) {
	const blocks = _index_js__WEBPACK_IMPORTED_MODULE_0__.En.flatMap((kind) => {
		const { field, values } = scopeOf(kind, mappings.filter((mapping) => mapping.kind === kind));
		const list = [...new Set(values)].sort().map((value) => JSON.stringify(value));
		if (list.length === 0) return [];
		const line = `#   ${kind}: { ${field}: [${list.join(", ")}] }`;
		return line.length <= 120 ? [line] : [
			`#   ${kind}:`,
			`#     ${field}:`,
			...list.map((value) => `#       - ${value}`)
		];
	});
	return blocks.length === 0 ? [] : [
		"# What prune may delete; nothing else. Check it before you use it.",
		"# scope:",
		...blocks
	];
}
function scopeOf(kind, mappings) {
	if (kind === "authn") return {
		field: "attribute-keys",
		values: mappings.map(({ attributeKey = "" }) => attributeKey)
	};
	if (kind.startsWith("aws-")) return {
		field: "accounts",
		values: mappings.flatMap(({ arnPattern = "" }) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Lt)(arnPattern) ?? [])
	};
	const repository = /^\^([\w-]+\/(?:[\w-]|\\\.)+)\$$/;
	return {
		field: "repositories",
		values: mappings.flatMap(({ claims }) => repository.exec(claims?.["repository"] ?? "")?.[1] ?? []).map((name) => name.replaceAll("\\.", "."))
	};
}
// src/operations/export-labels.ts
async function labelsOf(client, names, mappings) {
	const directory = await client.directory();
	const failures = /* @__PURE__ */ new Map();
	const attempt = async (what, read) => {
		try {
			return await read();
		} catch (thrown) {
			failures.set(what, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Pn)(thrown, client));
			return;
		}
	};
	const isUsed = (attribute) => mappings.some((mapping) => mapping[attribute] !== void 0);
	const [roles, teams, accounts] = await Promise.all([
		isUsed("roleId") ? attempt("roles", () => directory.roles.all()) : void 0,
		isUsed("teamId") ? attempt("teams", () => directory.teams.all()) : void 0,
		accountLabels(uuidsOf(mappings), {
			read: (uuid) => attempt(uuid, () => directory.accounts.byUuid(uuid)),
			isOnly: (name, uuid) => isOnly(client, names, name, uuid)
		})
	]);
	return {
		labels: {
			roles: labelsIn(roles),
			teams: labelsIn(teams),
			accounts
		},
		failures
	};
}
function uuidsOf(mappings) {
	const uuids = mappings.flatMap(({ accountIdentifier: identifier, accountUuid: uuid }) => uuid !== void 0 && (identifier === void 0 || (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.yn)(identifier)) ? [uuid] : []);
	return [...new Set(uuids)];
}
function labelsIn(reading) {
	if (reading?.status !== "found") return /* @__PURE__ */ new Map();
	const bearers = /* @__PURE__ */ new Map();
	for (const { id, name, handle } of reading.value) for (const one of [name, handle]) if (one !== void 0) bearers.set(one, (bearers.get(one) ?? /* @__PURE__ */ new Set()).add(id));
	return new Map(reading.value.map(({ id, name, handle }) => {
		const unique = [name, handle].find((one) => one !== void 0 && bearers.get(one)?.size === 1);
		return [id, {
			name: unique ?? name,
			isUnique: unique !== void 0
		}];
	}));
}
async function accountLabels(uuids, { read, isOnly }) {
	const labels = /* @__PURE__ */ new Map();
	await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(uuids, async (uuid) => {
		const account = await read(uuid);
		if (account?.status !== "found" || account.value.name === void 0) return;
		const { name } = account.value;
		labels.set(uuid, {
			name,
			isUnique: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.vn)(name) && await isOnly(name, uuid)
		});
	});
	return labels;
}
async function isOnly(client, names, name, uuid) {
	try {
		return await names.findAccount(name) === uuid;
	} catch (thrown) {
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Pn)(thrown, client);
		return false;
	}
}
// src/operations/export-power.ts
async function powerOf(client, mappings, failures) {
	const { accounts, roles } = await client.directory();
	const grants = [];
	const doubtful = [];
	const forbidden = {
		account: 0,
		role: 0
	};
	const look = async (what, [id, uses], read) => {
		const reading = failures.get(id) ?? await read(id).catch((thrown) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Pn)(thrown, client));
		const ending = what === "account" ? actAs(uses) : isGiven(uses);
		if ("sentence" in reading) doubtful.push(`${reading.sentence} Its permissions are unknown. It is the ${what} that ${ending}`);
		else if (reading.status === "missing") doubtful.push(`There is no ${what} ${id}, which ${ending}`);
		else if (reading.status === "forbidden") forbidden[what]++;
		else return reading.value;
	};
	await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)([...countBy(mappings, ({ accountUuid }) => accountUuid)], async ([uuid, uses]) => {
		const account = await look("account", [uuid, uses], (id) => accounts.byUuid(id));
		if (account === void 0) return;
		const parts = (0,_power_js__WEBPACK_IMPORTED_MODULE_6__.o)(account).map(({ text }) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(text));
		const text = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)((0,_power_js__WEBPACK_IMPORTED_MODULE_6__.t)(account))} (${parts.join(", ")}) is the account that ${actAs(uses)}`;
		grants.push({
			text,
			dangers: (0,_power_js__WEBPACK_IMPORTED_MODULE_6__.r)(account)
		});
	});
	await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)([...countBy(mappings, ({ roleId }) => roleId)], async ([id, uses]) => {
		const role = await look("role", [id, uses], (one) => roles.byId(one));
		if (role === void 0) return;
		const { name, permissions } = role;
		const dangers = (0,_power_js__WEBPACK_IMPORTED_MODULE_6__.r)({
			roles: [role],
			permissions
		});
		const dangerous = dangers.length === 0 ? "" : `, among them ${dangers.map(_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn).join(", ")}`;
		const text = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(name)} (${(0,_power_js__WEBPACK_IMPORTED_MODULE_6__.a)(permissions)}${dangerous}) is the role that ${isGiven(uses)}`;
		grants.push({
			text,
			dangers
		});
	});
	const order = (a, b) => b.dangers.length - a.dangers.length || (a.text < b.text ? -1 : 1);
	return {
		known: grants.sort(order).map(({ text }) => text),
		doubtful: doubtful.sort(),
		unknown: unknownText(forbidden)
	};
}
function countBy(mappings, key) {
	const counts = /* @__PURE__ */ new Map();
	for (const mapping of mappings) {
		const one = key(mapping);
		if (one !== void 0) counts.set(one, (counts.get(one) ?? 0) + 1);
	}
	return counts;
}
function actAs(uses) {
	return uses === 1 ? "1 of these mappings acts as." : `${uses} of these mappings act as.`;
}
function isGiven(uses) {
	return uses === 1 ? "1 of these mappings gives." : `${uses} of these mappings give.`;
}
function unknownText(forbidden) {
	const counts = ["account", "role"].flatMap((what) => forbidden[what] === 0 ? [] : [(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.M)(forbidden[what], what)]);
	if (counts.length === 0) return [];
	return [`Could not read the permissions of ${counts.join(" and ")}: that needs ${_index_js__WEBPACK_IMPORTED_MODULE_0__.x}.`];
}
// src/operations/export.ts
const MOST_WARNINGS = 20;
async function exportMappings(request, { client }) {
	const { path, target, existing } = request;
	const { mappings: all, read, unread } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.a)(client, request);
	const live = all.filter((mapping) => !(0,_ignore_js__WEBPACK_IMPORTED_MODULE_1__.t)(existing?.ignore, mapping));
	const names = new _names_js__WEBPACK_IMPORTED_MODULE_8__.Names(client);
	const found = await compareFile(client, names, {
		existing: existing?.mappings ?? [],
		live,
		read
	});
	const { fresh, notes } = representatives(live, found.known);
	const { labels, failures } = await labelsOf(client, names, fresh);
	const added = [];
	const entries = [];
	const warned = [];
	const checking = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.xn)();
	for (const mapping of fresh) {
		const entry = await liveEntry(mapping, labels, checking);
		if ("problem" in entry) notes.push(`Not exported: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Zt)(mapping)}. ${entry.problem}`);
		else {
			added.push(mapping);
			entries.push(entry.fields);
			warned.push({
				mapping,
				dangers: (0,_warnings_js__WEBPACK_IMPORTED_MODULE_5__.r)(mapping.kind, mapping),
				others: entry.warnings
			});
		}
	}
	const text = existing === void 0 ? newFile(entries, added, path) : await withEntries(existing.text, entries);
	const power = await powerOf(client, added, failures);
	const places = text === existing?.text ? [] : await placesIn(text, (existing?.mappings.length ?? 0) + entries.length);
	if (text !== existing?.text) await (0,_export_target_js__WEBPACK_IMPORTED_MODULE_7__.n)(target, text);
	const count = found.same + added.length;
	const { dangers, others } = warningTexts(warned, places.slice(existing?.mappings.length ?? 0));
	return {
		result: "exported",
		exported: {
			file: path,
			count,
			added: await Promise.all(added.map((mapping) => client.named(mapping)))
		},
		sentence: sentence(path, count, {
			added: added.length,
			isNew: existing === void 0
		}),
		checks: [...power.doubtful, ...dangers],
		details: [
			...notes,
			...found.notes,
			...unread.map(_index_js__WEBPACK_IMPORTED_MODULE_0__.t),
			...unnamed(failures),
			...power.known,
			...power.unknown,
			...others.slice(0, MOST_WARNINGS),
			...others.length > MOST_WARNINGS ? [`There are ${others.length - MOST_WARNINGS} more like these.`] : []
		]
	};
}
function warningTexts(warned, places) {
	const about = ({ kind, id }, index) => `${places[index]}, ${_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind].title} ${id}`;
	return {
		dangers: warned.flatMap(({ mapping, dangers: found }, index) => found.map((warning) => ({
			...warning,
			text: `${about(mapping, index)}: ${warning.field}: ${warning.text}`
		}))).sort(_warnings_js__WEBPACK_IMPORTED_MODULE_5__.t).map(({ text }) => text),
		others: warned.flatMap(({ mapping, others }, index) => others.map((text) => `${about(mapping, index)}: ${text}`))
	};
}
function unnamed(failures) {
	return ["roles", "teams"].flatMap((what) => {
		const failure = failures.get(what);
		return failure === void 0 ? [] : [`The file has the ids of ${what} instead of their names. ${failure.sentence}`];
	});
}
function sentence(path, count, { added, isNew }) {
	const mappings = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.M)(count, "live mapping");
	if (isNew) return `Wrote ${path} with ${mappings}.`;
	return added === 0 ? `${path} names ${mappings}; there was nothing to add.` : `Added ${added} to ${path}, which now names ${mappings}.`;
}
async function compareFile(client, names, { existing, live, read }) {
	const notes = [];
	const known = [];
	for (const mapping of existing) {
		if (!read.includes(mapping.kind)) continue;
		try {
			known.push(await names.resolve(mapping));
		} catch (thrown) {
			if (!(thrown instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn) || !["not-found", "ambiguous"].includes(thrown.reason)) throw thrown;
			notes.push(`Kept in the file: ${textOf(mapping)}. ${thrown.sentence}`);
		}
	}
	const pairing = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(known, live);
	const verdict = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(client, pairing);
	let same = 0;
	for (const pair of pairing.pairs) {
		const { wanted, live: mapping } = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)(pair, verdict);
		if (mapping === void 0) notes.push(`Kept in the file, although it is not live any more: ${textOf(wanted)}.`);
		else if (verdict(wanted, mapping) === true) same++;
		else {
			const how = verdict(wanted, mapping) === false ? "live with another account" : "live with an account that cannot be compared";
			notes.push(`Kept in the file, although it is ${how}: ${textOf(wanted)}, live as ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Zt)(mapping)}.`);
		}
	}
	return {
		known,
		same,
		notes
	};
}
function textOf({ kind, attributes }) {
	return `the ${_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind].title} ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind], attributes)}`;
}
function representatives(live, known) {
	const taken = new Set(known.map(({ kind, attributes }) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(kind, attributes)));
	const fresh = [];
	const notes = [];
	const wanted = new Map(live.map((mapping) => [(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(mapping.kind, mapping), {
		kind: mapping.kind,
		attributes: mapping
	}]));
	for (const { live: kept, duplicates } of (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)([...wanted.values()], live).pairs) {
		if (kept === void 0) continue;
		if (!taken.has((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(kept.kind, kept))) fresh.push(kept);
		for (const other of duplicates) {
			if ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.$t)(other, kept)) continue;
			notes.push(`Not exported: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Zt)(other)}. It has the same identity as ${kept.id}, which has another account.`);
		}
	}
	fresh.sort(inOrder);
	const inFile = known.map(({ kind, attributes }) => ({
		...attributes,
		kind
	}));
	const index = new _index_js__WEBPACK_IMPORTED_MODULE_0__.C([...inFile, ...fresh]);
	const order = new Map([...inFile, ...fresh].map((mapping, at) => [mapping, at]));
	return {
		fresh: fresh.filter((mapping) => {
			const other = index.find(mapping.kind, mapping).excluding.find((one) => (order.get(one) ?? 0) < (order.get(mapping) ?? 0));
			if (other !== void 0) notes.push(`Not exported: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Zt)(mapping)}. The file has a mapping of another kind for ${_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[other.kind].principal(other)}.`);
			return other === void 0;
		}),
		notes: notes.sort()
	};
}
function inOrder(a, b) {
	const kinds = _index_js__WEBPACK_IMPORTED_MODULE_0__.En.indexOf(a.kind) - _index_js__WEBPACK_IMPORTED_MODULE_0__.En.indexOf(b.kind);
	const [one, other] = [a, b].map((mapping) => `${_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[mapping.kind].principal(mapping)}\n${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(mapping.kind, mapping)}`);
	return kinds || ((one ?? "") < (other ?? "") ? -1 : 1);
}
async function placesIn(text, count) {
	const { file, problems } = await (0,_mappings_file_js__WEBPACK_IMPORTED_MODULE_4__/* .parseMappingsFile */ .d)(text);
	const mappings = file?.mappings ?? [];
	const problem = problems[0] ?? (mappings.length === count ? void 0 : "Entries are missing.");
	if (problem !== void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("internal", `The action could not read back what it was about to write: ${problem}\nNothing was written.`);
	return mappings.map(({ place = "" }) => place);
}



/***/ }),

/***/ 3525:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ literalWarnings),
/* harmony export */   t: () => (/* binding */ literalProblem)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1364);


// src/mappings/claims/literal-claims.ts
function literalProblem(name, value) {
	if (value.trim() === "") return `${name} is empty; is it the empty output of an earlier step?`;
	if (value.includes("***")) return `${name} is "${value}", in which "***" stands for a masked value, so it was copied from a log; write the value itself.`;
	const left = /\$\{\{.*?\}\}|\$\{[^}]*\}?|\$[A-Z_][A-Z0-9_]*\b/.exec(value)?.[0];
	if (left !== void 0) return `${name} is "${value}", in which "${left}" was not replaced; use a GitHub expression such as \${{ github.repository }}.`;
	if (value.startsWith("/") || value.endsWith("/") && value !== "/") return `${name} is "${value}", which has a slash at one end only; write a regular expression between slashes, /^…$/ (in quotes when it contains " #" or ": ").`;
}
const SHAPES = {
	sub: [/:/, "repo:OWNER/NAME:ref:refs/heads/main"],
	repository: [/^[\w-]+\/[\w.-]+$/, "OWNER/NAME as it stands in the address of the repository"],
	repository_owner: [/^[^/\s]+$/, "the owner alone"],
	repository_id: [/^\d+$/, "a number, as ${{ github.repository_id }} has it"],
	repository_owner_id: [/^\d+$/, "a number, as ${{ github.repository_owner_id }} has it"],
	actor_id: [/^\d+$/, "a number, as ${{ github.actor_id }} has it"],
	enterprise_id: [/^\d+$/, "a number"],
	ref: [/^refs\/./, "refs/heads/BRANCH or refs/tags/TAG"],
	workflow_ref: [/@refs\//, "OWNER/NAME/.github/workflows/FILE.yml@refs/heads/main"],
	job_workflow_ref: [/@./, "OWNER/NAME/.github/workflows/FILE.yml@refs/heads/main"]
};
const VALUES = {
	ref_type: ["branch", "tag"],
	repository_visibility: [
		"public",
		"private",
		"internal"
	],
	runner_environment: ["github-hosted", "self-hosted"]
};
function literalWarnings(name, value) {
	const inside = /^(["'`]).*\1$/.test(value) ? value.slice(1, -1) : void 0;
	if (inside !== void 0) return [`${name} is ${value}, and the quotes are part of what has to match; write ${inside} without them.`];
	if (/[*^]|\.\+|\\[dws.]|\(\?:|\$$/.test(value)) {
		const pattern = /\\|\.[*+]|^\^|\$$|\(\?:/.test(value) ? value.replace(/^\^|\$$/g, "") : (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.n)(value).replace(/(?:\\\*)+/g, ".*");
		return [`${name} is "${value}", which is taken literally, special characters and all; for a regular expression write /${name === "sub" ? "" : "^"}${pattern}$/.`];
	}
	const shape = SHAPES[name];
	if (shape !== void 0 && !shape[0].test(value)) return [`${name} is "${value}", which no token has; write ${name === "ref" ? `refs/heads/${value}` : shape[1]}.`];
	const values = VALUES[name];
	if (values === void 0 || values.includes(value)) return [];
	return [`${name} is "${value}", which no token has; write ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.An)(value, values) ?? `one of ${values.join(", ")}`}.`];
}



/***/ }),

/***/ 5524:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Names: () => (/* binding */ Names),
/* harmony export */   withIds: () => (/* binding */ withIds)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);

// src/operations/names.ts
const MOST_CANDIDATES = 10;
const MOST_SAID = 20;
async function withIds(request, { client, job, journal }) {
	const lookUp = request.operation === "verify" ? job.lookUp : client;
	if (lookUp === void 0) return request;
	const names = new Names(lookUp);
	const resolved = await resolveAll(names, "desired" in request ? request.desired.mappings : "attributes" in request ? [request] : []);
	for (const line of names.said()) journal.say(line);
	if ("desired" in request) {
		refuseSame(resolved);
		return {
			...request,
			desired: {
				...request.desired,
				mappings: resolved
			}
		};
	}
	const [one] = resolved;
	return "attributes" in request && one !== void 0 ? {
		...request,
		attributes: one.attributes
	} : request;
}
var Names = class {
	#directory;
	#said = /* @__PURE__ */ new Set();
	constructor(client) {
		this.#directory = client.directory();
	}
	async find(what, name) {
		const { roles, teams } = await this.#directory;
		const found = await (what === "role" ? roles.named(name) : teams.named(name));
		if (found.status !== "found") throw forbidden(what, name);
		const id = only(what, name, found.value.matches.map(({ id }) => id));
		if (id === void 0) throw unknown(what, name, found.value.candidates);
		return this.#say(what, name, id);
	}
	async findAccount(name) {
		const { accounts } = await this.#directory;
		const found = await accounts.serviceAccountsNamed(name);
		if (found.status !== "found") return void 0;
		const uuid = only("service account", name, found.value.map(({ uuid }) => uuid));
		return uuid === void 0 ? void 0 : this.#say("service account", name, uuid);
	}
	async resolve({ names = {}, ...mapping }) {
		const resolved = { ...mapping.attributes };
		for (const [what, name] of Object.entries(names)) {
			const id = (await this.find(what, name)).toLowerCase();
			const given = resolved[(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.It)(what)];
			if (given !== void 0 && given !== id) throw disagreeing(what, name, {
				id,
				given
			});
			resolved[(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.It)(what)] = id;
		}
		const { accountIdentifier: account } = resolved;
		if ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.vn)(account)) resolved.accountIdentifier = await this.findAccount(account) ?? account;
		return {
			...mapping,
			attributes: resolved
		};
	}
	said() {
		const lines = [...this.#said];
		const more = lines.length - MOST_SAID;
		return more > 0 ? [...lines.slice(0, MOST_SAID), `${more} more names were looked up.`] : lines;
	}
	#say(what, name, id) {
		this.#said.add(`The ${what} "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(name)}" is ${id}.`);
		return id;
	}
};
function only(what, name, found) {
	const ids = [...new Set(found)].sort();
	if (ids.length < 2) return ids[0];
	const isAccount = what === "service account";
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("ambiguous", `${isAccount ? "account-identifier" : what}: ${ids.length} ${what}s are called "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(name)}": ${ids.join(", ")}.`, { advice: isAccount ? "Give the UUID of one of them." : `Give the id of one of them as ${what}-id.` });
}
function unknown(what, name, candidates) {
	const known = [...new Set(candidates)].sort();
	const meant = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.An)(name, known);
	const shown = known.slice(0, MOST_CANDIDATES).map((one) => `"${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(one)}"`);
	const more = known.length > shown.length ? `, and ${known.length - shown.length} more` : "";
	const list = shown.length === 0 ? `There are no ${what}s.` : `The ${what}s are ${shown.join(", ")}${more}.`;
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("not-found", `${what}: there is no ${what} called "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(name)}".`, { advice: meant === void 0 ? list : `Did you mean "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(meant)}"? ${list}` });
}
function forbidden(what, name) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("forbidden", `${what}: "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(name)}" could not be looked up.`, { advice: `The credentials need ${what === "role" ? _index_js__WEBPACK_IMPORTED_MODULE_0__.x : _index_js__WEBPACK_IMPORTED_MODULE_0__.S}. Or give ${what}-id.` });
}
function disagreeing(what, name, { id, given }) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("invalid-input", `${what}: "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(name)}" is ${id}, and ${what}-id is ${given}.`, { advice: "Leave one of them out." });
}
const MISTAKES = /* @__PURE__ */ new Set([
	"not-found",
	"ambiguous",
	"invalid-input"
]);
async function resolveAll(names, mappings) {
	const resolved = /* @__PURE__ */ new Map();
	const failures = /* @__PURE__ */ new Map();
	await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(mappings, async (mapping) => {
		try {
			resolved.set(mapping, await names.resolve(mapping));
		} catch (thrown) {
			if (!(thrown instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn) || !MISTAKES.has(thrown.reason)) throw thrown;
			const { places = [] } = failures.get(thrown.message) ?? {};
			failures.set(thrown.message, {
				failure: thrown,
				places: [...places, ...named(mapping.place)]
			});
		}
	});
	const [first, ...others] = [...failures.values()].map(withPlaces);
	if (first === void 0) return mappings.flatMap((mapping) => resolved.get(mapping) ?? []);
	if (others.length === 0) throw first;
	const list = [first, ...others].map(({ message }) => `- ${message}`).sort();
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn(first.reason, `${list.length} names cannot be used; nothing was changed.\n${list.join("\n")}`, {
		advice: "",
		cause: first
	});
}
const named = (place) => place === void 0 ? [] : [place];
function withPlaces({ failure, places }) {
	const [place, ...others] = [...places].sort();
	if (place === void 0) return failure;
	const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
	const { reason, sentence, advice } = failure;
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn(reason, `file: ${place}${more}: ${sentence}`, {
		advice,
		cause: failure
	});
}
function refuseSame(mappings) {
	const seen = /* @__PURE__ */ new Map();
	for (const mapping of mappings) {
		const { kind, attributes, place } = mapping;
		const meaning = _index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind];
		const key = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(kind, attributes);
		const first = seen.get(key);
		if (first !== void 0) {
			const sentence = `file: ${`${meaning.principal(attributes)} → ${meaning.target(attributes)}`} is named twice, once by name: at ${first.place} and at ${place}.`;
			throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("invalid-input", sentence, { advice: "Leave one out." });
		}
		seen.set(key, mapping);
	}
}



/***/ }),

/***/ 1108:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ literalSubject),
/* harmony export */   c: () => (/* binding */ withoutIds),
/* harmony export */   i: () => (/* binding */ literalFormWarnings),
/* harmony export */   n: () => (/* binding */ claimsOfThisJob),
/* harmony export */   o: () => (/* binding */ patternFormWarnings),
/* harmony export */   r: () => (/* binding */ isClassicSubject),
/* harmony export */   s: () => (/* binding */ regexOf),
/* harmony export */   t: () => (/* binding */ buildSubject)
/* harmony export */ });
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1364);

// src/mappings/claims/subject.ts
const OWNER_FIRST = /^repo:[\w-]+\/(?![?*+{])/;
const OWNER_RULE = "Datadog documents that sub must begin with repo:OWNER/, the owner being a name and not a regular expression, and may refuse it otherwise";
const WITH_IDS = /^(repo:[\w-]+)(?:\((?:\?:)?@(\d+|\\d\+)\)\?|@(\d+|\\d\+))(\/[^:@()|]+)(?:\((?:\?:)?@(\d+|\\d\+)\)\?|@(\d+|\\d\+))?(:.*)$/s;
const eitherForm = (classic, immutable) => `${classic}$|^${immutable}$`;
const literalSubject = (subject) => `${subject.startsWith("repo:") ? "" : "^"}${(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.n)(subject)}$`;
function patternFormWarnings(pattern) {
	if (!OWNER_FIRST.test(pattern)) {
		const better = ownerFirst(pattern);
		const advice = better === void 0 ? "write it in the form /repo:OWNER/NAME:…$/" : `write /${ended(better)}/`;
		return [`sub is /${pattern}/, and ${OWNER_RULE}; ${advice}.`];
	}
	if (takesAnyEnd(pattern)) return [];
	const skeletons = (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.s)(pattern);
	if (skeletons === void 0 ? /(?<!\\)\$$/.test(pattern) : (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.a)(skeletons)) return [];
	return [`sub is /${pattern}/, which has to match the whole claim; ${(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.r)(pattern) ? "end each of its alternatives with \"$\"" : `write /${ended(pattern)}/`}, with ".+" before "$" where more may follow.`];
}
const takesAnyEnd = (pattern) => /(?<!\\)\.[*+]$/.test(pattern) && !(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.r)(pattern);
function literalFormWarnings(subject) {
	if (OWNER_FIRST.test(subject)) return [];
	const better = withOwnerFirst(subject);
	const advice = better === void 0 ? "customize the subject on GitHub so that it begins with \"repo\", or leave sub out so that it is built from repository" : `write /${better}/`;
	return [`sub is "${subject}", and ${OWNER_RULE}; ${advice}.`];
}
function withOwnerFirst(subject) {
	const better = OWNER_FIRST.test(subject) ? void 0 : ownerFirst((0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.n)(subject));
	return better === void 0 ? void 0 : ended(better);
}
function ownerFirst(pattern) {
	const bare = pattern.replace(/^(?:\^|\\A)+/, "").replace(/^repo\\?:((?:\w|\\?-)+)\\?\//, (_, owner) => `repo:${owner.replaceAll("\\", "")}/`);
	if (OWNER_FIRST.test(bare)) return bare;
	const [, owner, optionalOwnerId, ownerId, name, optionalId, id, rest] = WITH_IDS.exec(bare) ?? [];
	if (owner === void 0 || name === void 0 || rest === void 0 || (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.r)(rest)) return void 0;
	const context = rest.replace(OPEN_END, "");
	return eitherForm(`${owner}${name}${context}`, `${owner}@${optionalOwnerId ?? ownerId}${name}@${optionalId ?? id ?? "\\d+"}${context}`);
}
const OPEN_END = /(?<!\\)\$$|\\z$/;
const ended = (pattern) => (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.r)(pattern) ? pattern : `${pattern.replace(OPEN_END, "")}$`;
function regexOf(value) {
	return value.length > 1 && value.startsWith("/") && value.endsWith("/") ? value.slice(1, -1) : void 0;
}
function buildSubject(entries) {
	const ask = "sub is required by Datadog";
	const repository = literal(entries, "repository");
	const parts = /^([^/\s]+)\/([^/\s]+)$/.exec(repository ?? "");
	if (parts?.[1] === void 0 || parts[2] === void 0) return { problem: `${ask} and cannot be built, since ${entries["repository"] === void 0 ? "no repository is given" : "repository is not one OWNER/NAME"}; add repository: OWNER/NAME, or sub: repo:OWNER/NAME:ref:refs/heads/main.` };
	const owner = (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.n)(parts[1]);
	const name = (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.n)(parts[2]);
	const classic = `repo:${owner}/${name}`;
	const immutable = `repo:${owner}@${idOf(entries, "repository_owner_id")}/${name}@${idOf(entries, "repository_id")}`;
	const context = contextOf(entries);
	if (context === void 0) return { problem: `${ask} and cannot be built from repository alone; add ref: refs/heads/main or environment: NAME for the intended jobs, or sub: /${eitherForm(`${classic}:.+`, `${immutable}:.+`)}/ for every job of the repository.` };
	return { pattern: eitherForm(`${classic}:${context}`, `${immutable}:${context}`) };
}
function contextOf(entries) {
	if (entries["environment"] !== void 0) {
		const environment = literal(entries, "environment");
		return `environment:${environment === void 0 ? ".+" : (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.n)(environment.replaceAll(":", "%3A"))}`;
	}
	const ref = literal(entries, "ref");
	if (literal(entries, "event_name") === "pull_request" || ref?.startsWith("refs/pull/")) return "pull_request";
	if (entries["ref"] === void 0) return void 0;
	return `ref:${ref === void 0 ? ".+" : (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.n)(ref)}`;
}
function literal(entries, name) {
	const value = entries[name];
	return value === void 0 || regexOf(value) !== void 0 ? void 0 : value;
}
function idOf(entries, name) {
	const id = literal(entries, name);
	return id !== void 0 && /^\d+$/.test(id) ? id : "\\d+";
}
const withoutIds = (subject) => subject.replace(/^(repo:[^/@:]+)@\d+\/([^@:]+)@\d+(?=:|$)/, "$1/$2");
const isClassicSubject = (subject) => /^repo:[^/@:]+\/[^/@:]+:(?:ref:.+|environment:.+|pull_request)$/.test(subject);
function claimsOfThisJob(tokenClaims) {
	const subject = tokenClaims["sub"];
	const isPullRequest = tokenClaims["event_name"] === "pull_request";
	const names = [
		"repository",
		"repository_id",
		"repository_owner",
		"repository_owner_id",
		tokenClaims["environment"] !== void 0 ? "environment" : isPullRequest ? "event_name" : "ref"
	];
	if (typeof subject === "string" && !isClassicSubject(withoutIds(subject))) names.push("sub");
	const claims = {};
	for (const name of names) {
		const value = tokenClaims[name];
		if (typeof value !== "string" && typeof value !== "number") continue;
		const text = String(value);
		const both = name === "sub" ? withOwnerFirst(text) : void 0;
		if (both !== void 0) claims[name] = `/${both}/`;
		else claims[name] = regexOf(text) === void 0 ? text : `/^${(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.n)(text)}$/`;
	}
	return claims;
}



/***/ })

};
;