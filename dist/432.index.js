"use strict";
exports.id = 432;
exports.ids = [432,413,776];
exports.modules = {

/***/ 3432:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   apply: () => (/* binding */ apply)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7514);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8622);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3087);
/* harmony import */ var _plan_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1776);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2574);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8413);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4056);







// src/operations/approval.ts
const NOTHING = "Nothing was executed.";
const MOST_NAMED$1 = 10;
function refusal(planned, comparison, { approval, desired }) {
	if (planned.refusals.length > 0) return (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.p)(planned.refusals);
	const { digest, plan, frame } = planned;
	if (approval.digest === void 0 && approval.plan === void 0) {
		if (approval.auto) return void 0;
		return new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("approval-missing", `${(0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.planSummary)(plan)} for ${(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.r)(frame)}, and this plan has not been approved. Its digest is ${digest}. ${NOTHING}`);
	}
	if (approval.digest !== void 0 && approval.digest.toLowerCase() !== digest) return otherDigest(approval.digest.toLowerCase(), planned, optionsOf(approval.digest, planned, {
		comparison,
		desired
	}));
	return approval.plan === void 0 ? void 0 : otherThanReviewed(planned, approval.plan);
}
function nextAfterPart({ digest, plan }) {
	if (digest !== void 0) return "Fix what the message names, run plan again, and approve the digest of the rest.";
	return `Fix what the message names and run apply again${plan === void 0 ? "" : " with the same plan file"}: it does the rest.`;
}
function changeText(change) {
	const wanted = (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__._)(change).map(wantedText);
	const live = (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.f)(change);
	const title = _kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.u)(change)].title;
	if (change.action === "delete") return `delete ${title} ${live.map(liveText).join(", ")}`;
	const old = live.length === 0 ? "" : ` (now ${live.map(liveText).join(", ")})`;
	return `${change.action} ${title} ${wanted.join(", ")}${change.action === "unchanged" ? "" : old}`;
}
function wantedText({ kind, attributes }) {
	return (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.r)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[kind], attributes);
}
function liveText(live) {
	return `${live.id}: ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.r)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[live.kind], live)}`;
}
function otherDigest(expected, { digest, plan }, options) {
	return changed(`This is not the plan that was reviewed: its digest is ${digest}, and expected-plan is ${expected}. ${options.length > 0 ? `What differs: ${differenceList(options)}.` : "What differs: the changes, or the site, organization or scope that the plan is for."} The plan is now: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.planSummary)(plan)}. ${NOTHING}`, options.length > 0 ? ALIGN : `${AGAIN} If a part of the reviewed plan was applied, plan and approve the rest.`);
}
function optionsOf(expected, { frame, prune }, { comparison, desired }) {
	const { orgUuid: _, ...withoutOrg } = frame;
	const other = (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.planOf)(comparison, {
		...desired,
		prune: !prune
	}).changes;
	const same = (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.planOf)(comparison, desired).changes;
	return [
		[
			frame,
			other,
			[otherPrune(!prune)]
		],
		[
			withoutOrg,
			same,
			[ORG_MISSING]
		],
		[
			withoutOrg,
			other,
			[otherPrune(!prune), ORG_MISSING]
		]
	].find(([place, changes]) => (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.i)(place, changes) === expected.toLowerCase())?.[2] ?? [];
}
const ORG_MISSING = {
	part: "options",
	text: "plan ran without org-uuid, and apply has it"
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
		const text = `the reviewed plan is for ${orgUuid}, and this one for ${frame.orgUuid ?? "an unknown organization: set org-uuid"}`;
		differences.push(orgUuid === void 0 ? ORG_MISSING : {
			part: "org",
			text
		});
	}
	if (rules !== frame.rules) differences.push({
		part: "policy",
		text: "the scope of the mappings file is not the one that was reviewed"
	});
	const unknown = (0,_plan_file_js__WEBPACK_IMPORTED_MODULE_3__.t)(plan, reviewed);
	if (unknown.length > 0) {
		if (reviewed.prune !== prune) differences.push(otherPrune(reviewed.prune));
		const list = unknown.slice(0, MOST_NAMED$1).map(changeText).join("; ");
		const rest = unknown.length > MOST_NAMED$1 ? "; …" : "";
		const text = `${unknown.length} are not part of the reviewed plan file: ${list}${rest}`;
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
		case "create": return [await client.create(change.wanted.kind, change.wanted.attributes)];
		case "unchanged": return [change.live];
		case "replace": return (await (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.n)(change, context)).mappings;
		case "update": return [await update(change, context)];
		case "delete":
			await journal.keep(change.live);
			await client.delete(change.live.kind, change.live.id);
			return [];
	}
}
async function update({ wanted, live }, { client }) {
	return await client.update(wanted.kind, live.id, wanted.attributes) ?? client.create(wanted.kind, wanted.attributes);
}
// src/operations/apply.ts
const PROGRESS_EVERY = 1e4;
async function apply(request, context) {
	const { desired, approval } = request;
	const comparison = await (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.compare)(desired, context);
	const planned = await (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.judge)(comparison, desired, context);
	const { plan } = planned;
	const where = (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.r)(planned.frame);
	const changes = (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.m)(plan);
	if (changes.length === 0) return {
		result: "applied",
		changed: false,
		planned,
		sentence: `Nothing to do for ${where}: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.planSummary)(plan)}.`
	};
	const refused = refusal(planned, comparison, request);
	if (refused !== void 0) throw new _outcome_js__WEBPACK_IMPORTED_MODULE_6__.t(refused, { planned });
	const run = new Run(context, changes);
	await run.all();
	const failure = run.failure(nextAfterPart(approval));
	if (failure !== void 0) throw new _outcome_js__WEBPACK_IMPORTED_MODULE_6__.t(failure, {
		planned,
		changed: run.changed
	});
	return {
		result: "applied",
		changed: run.changed,
		planned,
		sentence: `Applied to ${where}: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.planSummary)(plan, "past")}.`,
		details: run.foundInstead.map((text) => `Another run did this meanwhile: ${text}.`)
	};
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
	get foundInstead() {
		return this.#changes.filter((change) => this.#doneBy(change) === "elsewhere").map(changeText);
	}
	async all() {
		for (const change of this.#of("blocked")) this.#results.set(change, { failure: new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("conflict", change.why, { advice: "" }) });
		await this.#inParallel(this.#of("create"));
		this.#skipAfterFailure("update", ["create"]);
		await this.#inParallel(this.#of("update").filter((change) => !this.#results.has(change)));
		for (const change of this.#of("replace")) await this.#do(change);
		this.#skipAfterFailure("delete", [
			"create",
			"update",
			"replace",
			"blocked"
		]);
		await this.#inParallel(this.#of("delete").filter((change) => !this.#results.has(change)));
		if (this.#changes.every((change) => this.#doneBy(change) === "here")) return;
		for (const change of this.#changes) this.#context.journal.say(this.#resultText(change));
	}
	#skipAfterFailure(action, before) {
		const failed = this.#changes.find((change) => before.includes(change.action) && this.#results.has(change) && this.#doneBy(change) === void 0);
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
		const isPart = first === void 0 || this.changed && !ended;
		return new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t(isPart ? "partially-applied" : first.reason, text, {
			cause: first,
			advice: isPart ? next : first.advice
		});
	}
	async #inParallel(changes) {
		await (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.r)(changes, (change) => this.#do(change));
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
			await execute(change, this.#context);
			this.#results.set(change, { done: "here" });
			this.changed = true;
		} catch (thrown) {
			await this.#note(change, (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__.r)(thrown));
		}
		if (this.#now() - this.#lastProgress < PROGRESS_EVERY) return;
		this.#lastProgress = this.#now();
		this.#context.journal.say(`${this.#results.size} of ${this.#changes.length} changes so far.`);
	}
	async #note(change, failure) {
		const { client } = this.#context;
		if (failure.reason === "conflict" && await this.#isThere(change)) {
			this.#results.set(change, { done: "elsewhere" });
			return;
		}
		this.#results.set(change, { failure });
		if (failure instanceof _outcome_js__WEBPACK_IMPORTED_MODULE_6__.t && failure.known.changed === true) this.changed = true;
		if (HOPELESS.has(failure.reason) || client.stopped() !== void 0) this.#stopped ??= failure;
		if (!this.changed) this.#stopWhenForbidden(REFUSALS_ENOUGH);
	}
	async #isThere(change) {
		if (change.action !== "create") return false;
		const { kind, attributes } = change.wanted;
		try {
			return await this.#context.client.findEqual(kind, attributes) !== void 0;
		} catch {
			return false;
		}
	}
	#resultText(change) {
		const text = changeText(change);
		switch (this.#doneBy(change)) {
			case "here": return `Done: ${text}.`;
			case "elsewhere": return `Done by another run: ${text}.`;
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

/***/ 1776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ planDocument),
/* harmony export */   r: () => (/* binding */ plan_file_exports),
/* harmony export */   t: () => (/* binding */ notReviewed)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _attributes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4443);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3087);
/* harmony import */ var _mapping_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(309);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8622);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2574);






// src/mappings/plan/plan-file.ts
var plan_file_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ parsePlanFile: () => parsePlanFile });
const FORMAT = 1;
const mapping = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.O)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)({ kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.w)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.l) }), (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.I)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.L)([(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.I)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.I)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.I)())])));
const live = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.O)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)({ "mapping-id": (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.I)() }), mapping);
const schema = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)({
	version: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)(FORMAT),
	site: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.I)(),
	"org-uuid": (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.N)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.I)()),
	rules: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.I)(),
	prune: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.E)(),
	changes: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.T)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.D)("action", [
		(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)("create"),
			wanted: mapping
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)("update"),
			wanted: mapping,
			live
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)("replace"),
			wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.T)(mapping),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.T)(live)
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)("delete"),
			live
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)({ action: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)("blocked") })
	]))
});
function planDocument({ plan, frame, digest, prune }) {
	const changes = (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.m)(plan);
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
	const parsed = schema.safeParse(json);
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
	const aimed = new Set(plan.changes.flatMap((change) => change.action === "blocked" ? [] : reviewedOf(change).wanted));
	const open = changes.filter(({ wanted, live }) => wanted.length > 0 && live.length > 0).filter(({ wanted }) => wanted.every((line) => aimed.has(line)));
	return (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.m)(plan).filter((change) => {
		const rest = reviewedOf(change);
		if (change.action === "blocked" || lines.has(rest.line)) return false;
		return !open.some(({ wanted, live }) => isWithin(rest.wanted, wanted) && isWithin(rest.live, live));
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
			live: change.live.map(_mapping_json_js__WEBPACK_IMPORTED_MODULE_3__.i)
		};
		case "delete": return {
			action: change.action,
			live: (0,_mapping_json_js__WEBPACK_IMPORTED_MODULE_3__.i)(change.live)
		};
		case "update": return {
			action: change.action,
			wanted: wantedJson(change.wanted),
			live: (0,_mapping_json_js__WEBPACK_IMPORTED_MODULE_3__.i)(change.live)
		};
		case "blocked": return {
			action: change.action,
			wanted: wantedJson(change.wanted),
			live: (0,_mapping_json_js__WEBPACK_IMPORTED_MODULE_3__.i)(change.live),
			code: change.code,
			why: change.why
		};
	}
}
function notesOf({ notes }) {
	return notes.length > 0 ? { notes: notes.map(({ text }) => text) } : {};
}
function wantedJson({ kind, attributes }) {
	return (0,_mapping_json_js__WEBPACK_IMPORTED_MODULE_3__.i)({
		kind,
		...attributes
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
		attributes: (0,_mapping_json_js__WEBPACK_IMPORTED_MODULE_3__.t)(json)
	};
}
function liveIn({ kind, "mapping-id": id, ...json }) {
	const accountUuid = json[(0,_attributes_js__WEBPACK_IMPORTED_MODULE_1__.a)("accountUuid")];
	return {
		...(0,_mapping_json_js__WEBPACK_IMPORTED_MODULE_3__.t)(json),
		kind,
		id,
		...typeof accountUuid === "string" && { accountUuid }
	};
}
function reviewedOf(change) {
	return {
		line: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.t)(change),
		wanted: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__._)(change).map(_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.o),
		live: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.f)(change).map(_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.n)
	};
}



/***/ }),

/***/ 8413:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compare: () => (/* binding */ compare),
/* harmony export */   computePlan: () => (/* binding */ computePlan),
/* harmony export */   judge: () => (/* binding */ judge),
/* harmony export */   plan: () => (/* binding */ plan),
/* harmony export */   planOf: () => (/* binding */ planOf),
/* harmony export */   planSummary: () => (/* binding */ planSummary)
/* harmony export */ });
/* harmony import */ var _arn_overlap_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7185);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3087);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8622);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2574);




// src/mappings/file/scope.ts
function isInScope(scope, mapping) {
	const kind = scope[mapping.kind];
	if (kind === void 0) return false;
	const { accounts, patternPrefixes, repositories, attributeKeys } = kind;
	const { arnPattern = "", attributeKey = "", claims = {} } = mapping;
	const tests = [
		accounts?.includes((0,_arn_overlap_js__WEBPACK_IMPORTED_MODULE_3__.i)(arnPattern) ?? ""),
		patternPrefixes?.some((prefix) => arnPattern.startsWith(prefix)),
		repositories?.some((repository) => literal(claims[/^\d+$/.test(repository) ? "repository_id" : "repository"]) === repository),
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
async function plan({ desired }, context) {
	const planned = await computePlan(desired, context);
	const details = planned.refusals.map(({ text }) => `apply would refuse: ${text}`);
	if (planned.plan.changes.some(({ action }) => action === "blocked")) details.push(BLOCKED);
	return {
		result: "planned",
		changed: false,
		planned,
		sentence: `Plan for ${(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.r)(planned.frame)}: ${planSummary(planned.plan)}.`,
		details
	};
}
async function compare(desired, { client }) {
	const kinds = kindsOf(desired);
	const listed = (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.v)(desired.mappings, await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.a)(client, kinds));
	const fresh = listed.pairs.flatMap(({ wanted, live }) => live === void 0 ? [wanted.kind] : []);
	const siblings = await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.o)(client, fresh, kinds);
	const pairing = {
		...listed,
		unpaired: [...listed.unpaired, ...siblings],
		live: [...listed.live, ...siblings]
	};
	return {
		pairing,
		sameAccount: await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.i)(client, pairing)
	};
}
function planOf({ pairing, sameAccount }, { scope, prune }) {
	return (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.h)(pairing, {
		sameAccount,
		prune: (mapping) => prune && isInScope(scope, mapping)
	});
}
async function computePlan(desired, context) {
	return judge(await compare(desired, context), desired, context);
}
async function judge(comparison, desired, context) {
	const { prune, maxDeletes, force } = desired;
	const computed = planOf(comparison, desired);
	const frame = {
		...context.place,
		rules: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.a)(desired)
	};
	const refusals = await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.m)(computed.changes, comparison.pairing.live, {
		maxDeletes,
		force
	}, context);
	return {
		plan: computed,
		frame,
		digest: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.i)(frame, computed.changes),
		prune,
		refusals
	};
}
const BLOCKED = "What is blocked cannot be created: name in the file what excludes it, delete that, or set the account as the message says.";
function planSummary(plan, tense = "future") {
	const counts = /* @__PURE__ */ new Map();
	for (const { action } of plan.changes) counts.set(action, (counts.get(action) ?? 0) + 1);
	const parts = Object.keys(WORDS).filter((action) => counts.has(action)).map((action) => `${counts.get(action)} ${WORDS[action][tense]}`);
	return (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.m)(plan).length === 0 ? ["no changes", ...parts].join(", ") : parts.join(", ");
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
	blocked: {
		future: "blocked",
		past: "blocked"
	},
	unchanged: {
		future: "unchanged",
		past: "unchanged"
	}
};
function kindsOf(desired) {
	const named = /* @__PURE__ */ new Set([...desired.mappings.map(({ kind }) => kind), ...Object.keys(desired.scope)]);
	return _kinds_js__WEBPACK_IMPORTED_MODULE_0__.l.filter((kind) => named.has(kind));
}



/***/ })

};
;