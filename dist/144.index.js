"use strict";
exports.id = 144;
exports.ids = [144,413,776];
exports.modules = {

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

/***/ 5144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planLines: () => (/* binding */ planLines),
/* harmony export */   planMarkdown: () => (/* binding */ planMarkdown),
/* harmony export */   setPlan: () => (/* binding */ setPlan)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3087);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8622);
/* harmony import */ var _plan_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1776);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8413);




// src/action/report/plan-report.ts
const SIGNS = {
	create: "+",
	replace: "±",
	update: "~",
	delete: "-",
	blocked: "!",
	unchanged: "="
};
function planLines({ plan }) {
	return plan.changes.filter(({ action, notes }) => action !== "unchanged" || notes.length > 0).flatMap((change) => [`${SIGNS[change.action]} ${change.action} ${changeWords(change)}`, ...remarks(change).map((text) => `    ${text}`)]);
}
function planMarkdown({ plan, digest, refusals }, { text, code }) {
	const changes = (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.m)(plan);
	const lines = changes.length > 0 ? [`Plan digest: ${code(digest)}`, ""] : [];
	for (const kind of _kinds_js__WEBPACK_IMPORTED_MODULE_0__.l) {
		const rows = changes.filter((change) => (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.u)(change) === kind);
		if (rows.length === 0) continue;
		lines.push(`#### ${_kinds_js__WEBPACK_IMPORTED_MODULE_0__.n[kind].title}s`, "", "| | Who | Now | Then | Mapping id |", "| --- | --- | --- | --- | --- |");
		for (const change of rows) lines.push(row(change, code));
		lines.push("");
	}
	const notes = [...plan.changes.flatMap(remarks), ...refusals.map((refusal) => `apply would refuse: ${refusal.text}`)];
	for (const note of notes) lines.push(`- ⚠️ ${text(note)}`);
	return lines;
}
function setPlan(planned, outputs) {
	const { plan, digest } = planned;
	const changes = (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.m)(plan);
	const json = outputs.json("plan", (0,_plan_file_js__WEBPACK_IMPORTED_MODULE_2__.n)(planned));
	outputs.set("has-changes", String(changes.length > 0));
	outputs.set("changes-count", String(changes.length));
	outputs.set("changes-summary", (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.planSummary)(plan));
	outputs.set("plan-digest", digest);
	outputs.set("plan", json);
	outputs.setFile("plan-file", "datadog-plan", json);
}
function row(change, code) {
	const wanted = (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__._)(change);
	const live = (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.f)(change);
	const cells = [
		(wanted.length > 0 ? wanted.map(principalOf) : live.map((mapping) => _kinds_js__WEBPACK_IMPORTED_MODULE_0__.n[mapping.kind].principal(mapping))).map(code),
		live.map((mapping) => code(livePlace(mapping, change))),
		wanted.map(({ kind, attributes }) => code(_kinds_js__WEBPACK_IMPORTED_MODULE_0__.n[kind].target(attributes))),
		live.map(({ id }) => code(id))
	].map((lines) => lines.join("<br>"));
	return `| ${change.action} | ${cells.join(" | ")} |`;
}
function livePlace(mapping, change) {
	const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_0__.n[mapping.kind];
	return (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__._)(change).some((one) => principalOf(one) !== meaning.principal(mapping)) ? (0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__.r)(meaning, mapping) : meaning.target(mapping);
}
function principalOf({ kind, attributes }) {
	return _kinds_js__WEBPACK_IMPORTED_MODULE_0__.n[kind].principal(attributes);
}
function remarks(change) {
	return [...change.action === "blocked" ? [change.why] : [], ...change.notes.map(({ text }) => text)];
}
function changeWords(change) {
	const live = (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.f)(change);
	const wanted = (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__._)(change).map(({ kind, attributes }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__.r)(_kinds_js__WEBPACK_IMPORTED_MODULE_0__.n[kind], attributes));
	const old = live.map((mapping) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__.r)(_kinds_js__WEBPACK_IMPORTED_MODULE_0__.n[mapping.kind], mapping));
	const was = change.action === "replace" || change.action === "update" ? `, was ${old.join(", ")}` : "";
	const ids = live.length > 0 ? ` [${live.map(({ id }) => id).join(" ")}]` : "";
	return `${_kinds_js__WEBPACK_IMPORTED_MODULE_0__.n[(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.u)(change)].title} ${(wanted.length > 0 ? wanted : old).join(", ")}${was}${ids}`;
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