"use strict";
exports.id = 771;
exports.ids = [771,367,380];
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

/***/ 367:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ planDocument),
/* harmony export */   parsePlanFile: () => (/* binding */ parsePlanFile)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(162);
/* harmony import */ var _collisions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(982);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(923);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(816);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(353);





// src/mappings/plan-file.ts
const ACTIONS = [
	"create",
	"replace",
	"update",
	"delete",
	"conflict"
];
const mapping = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.u)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.f)(), (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.p)([(0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.f)(), (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.u)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.f)(), (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.f)())]));
const schema = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.c)({
	version: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.a)(1),
	where: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.f)(),
	changes: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.r)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.c)({
		action: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.n)(ACTIONS),
		kind: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.n)(_collisions_js__WEBPACK_IMPORTED_MODULE_1__.r),
		wanted: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.l)(mapping),
		live: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.l)(mapping)
	}))
});
/** A plan as a value for JSON: what changes, in the words of the inputs; what is unchanged is only counted. */
function planDocument(where, plan) {
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.f)(plan);
	return {
		version: 1,
		where,
		digest: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.n)(where, plan),
		unchanged: plan.changes.length - changes.length,
		changes: changes.map(({ action, kind, wanted, live, notes }) => ({
			action,
			kind,
			...wanted && { wanted: (0,_collisions_js__WEBPACK_IMPORTED_MODULE_1__.i)(wanted) },
			...live && { live: (0,_collisions_js__WEBPACK_IMPORTED_MODULE_1__.i)(live) },
			...notes.length > 0 && { notes }
		}))
	};
}
/** The changes of a plan file, each as its line; computed from what a reviewer reads there, not from a digest beside it. */
function parsePlanFile(text) {
	let json;
	try {
		json = JSON.parse(text);
	} catch {
		return { problem: "is not JSON. Give the file that the output plan-file of operation: plan names." };
	}
	const parsed = schema.safeParse(json);
	if (!parsed.success) return { problem: "is not a plan. Give the file that the output plan-file of operation: plan names." };
	const { where, changes } = parsed.data;
	const lines = changes.map(({ action, kind, wanted, live }) => {
		const id = live?.["mapping-id"];
		const change = {
			action,
			kind,
			...wanted && { wanted: (0,_collisions_js__WEBPACK_IMPORTED_MODULE_1__.a)(wanted) },
			...live && typeof id === "string" && { live: {
				...(0,_collisions_js__WEBPACK_IMPORTED_MODULE_1__.a)(live),
				kind,
				id
			} },
			notes: []
		};
		return (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.t)(where, change);
	});
	return {
		value: new Set(lines),
		warnings: []
	};
}



/***/ }),

/***/ 771:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planLines: () => (/* binding */ planLines),
/* harmony export */   planMarkdown: () => (/* binding */ planMarkdown),
/* harmony export */   setPlan: () => (/* binding */ setPlan)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(162);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(172);
/* harmony import */ var _collisions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(982);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(816);
/* harmony import */ var _plan_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(367);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(380);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_6___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_6__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_7___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_7__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_8___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_8__);









// src/action/plan-report.ts
const SIGNS = {
	create: "+",
	replace: "±",
	update: "~",
	delete: "-",
	conflict: "!",
	unchanged: "="
};
/** The changes of a plan for the log, a line each, in the order of the file. */
function planLines({ plan }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.f)(plan).flatMap((change) => [`${SIGNS[change.action]} ${change.action} ${changeWords(change)}`, ...change.notes.map((note) => `    ${note}`)]);
}
/** The changes of a plan as Markdown: a table for each kind, then what a reviewer should know. */
function planMarkdown({ plan, digest, guards }, { text, code }) {
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.f)(plan);
	const lines = [];
	for (const kind of _collisions_js__WEBPACK_IMPORTED_MODULE_2__.r) {
		const rows = changes.filter((change) => change.kind === kind);
		if (rows.length === 0) continue;
		lines.push(`#### ${_kinds_js__WEBPACK_IMPORTED_MODULE_1__.t[kind].title}s`, "", "| | Who | Now | Then | Mapping id |", "| --- | --- | --- | --- | --- |");
		for (const change of rows) lines.push(row(change, code));
		lines.push("");
	}
	const notes = [...changes.flatMap(({ notes }) => notes), ...guards.map((reason) => `apply would refuse: ${reason}`)];
	for (const note of notes) lines.push(`- ⚠️ ${text(note)}`);
	if (changes.length > 0) lines.push("", `Plan digest: ${code(digest)}`);
	return lines;
}
/** Sets the outputs about a plan; the file of it is written where later steps and artifacts find it. */
function setPlan(planned, outputs, env) {
	const { plan, digest, where } = planned;
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.f)(plan);
	const json = outputs.json("plan", (0,_plan_file_js__WEBPACK_IMPORTED_MODULE_4__/* .planDocument */ .N)(where, plan));
	outputs.set("has-changes", String(changes.length > 0));
	outputs.set("changes-count", String(changes.length));
	outputs.set("changes-summary", (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__.planSummary)(plan));
	outputs.set("plan-digest", digest);
	outputs.set("plan", json);
	const folder = env["RUNNER_TEMP"];
	if (!folder) return;
	const file = (0,node_path__WEBPACK_IMPORTED_MODULE_7__.join)(folder, `datadog-plan-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_8__.randomUUID)()}.json`);
	(0,node_fs__WEBPACK_IMPORTED_MODULE_6__.writeFileSync)(file, `${json}\n`, { mode: 384 });
	outputs.set("plan-file", file);
}
function row({ action, kind, wanted, live }, code) {
	const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_1__.t[kind];
	const target = (mapping, of = meaning) => mapping === void 0 ? "" : code(of.target(mapping));
	const who = code(meaning.principal(wanted ?? live ?? {}));
	const then = action === "delete" ? "" : target(wanted);
	return `| ${action} | ${who} | ${live === void 0 ? "" : target(live, _kinds_js__WEBPACK_IMPORTED_MODULE_1__.t[live.kind])} | ${then} | ${live === void 0 ? "" : code(live.id)} |`;
}
function changeWords({ action, kind, wanted, live }) {
	const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_1__.t[kind];
	const now = live === void 0 ? "" : ` [${live.id}]`;
	const before = action === "replace" || action === "update" ? `, was ${live === void 0 ? "" : (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.n)(_kinds_js__WEBPACK_IMPORTED_MODULE_1__.t[live.kind], live)}` : "";
	return `${meaning.title} ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.n)(meaning, wanted ?? live ?? {})}${before}${now}`;
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