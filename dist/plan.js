"use strict";
exports.id = 342;
exports.ids = [342];
exports.modules = {

/***/ 21:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ file_inputs_exports),
/* harmony export */   i: () => (/* binding */ plan_exports),
/* harmony export */   n: () => (/* binding */ apply_exports),
/* harmony export */   r: () => (/* binding */ plan_report_exports),
/* harmony export */   t: () => (/* binding */ dry_run_exports)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6);
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8);
/* harmony import */ var _arn_pattern_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1);
/* harmony import */ var _attributes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2);
/* harmony import */ var _collisions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_6___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_6__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_7___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_7__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(14);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_8___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_8__);











// src/action/inputs/file-inputs.ts
var file_inputs_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({
	readApproval: () => readApproval,
	readDesired: () => readDesired
});
const LARGEST_FILE$1 = 16777216;
async function readDesired(reader) {
	const prune = reader.flag("prune");
	const maxDeletes = reader.number("max-deletes", {
		min: 0,
		max: 1e5,
		whole: true,
		unit: "mappings"
	});
	const force = readForce(reader);
	const file = await readMappingsFile(reader);
	if (file === void 0) return void 0;
	if (prune && Object.keys(file.scope).length === 0) reader.problem("prune", `${file.path} has no scope, and without one prune would delete every mapping of the org that the file does not name. Add scope: to the file.`);
	if (prune && file.mappings.length === 0) reader.problem("prune", `${file.path} names no mapping, and an empty file never means to delete everything. Delete mappings one by one, or leave prune out.`);
	return {
		...file,
		prune,
		maxDeletes,
		force
	};
}
async function readMappingsFile(reader) {
	const name = reader.text("file");
	const text = await readText(reader, "file", name);
	if (text === void 0) return void 0;
	const { parseMappingsFile } = await Promise.resolve().then(() => mappings_file_exports);
	const parsed = await parseMappingsFile(text);
	if ("problem" in parsed) {
		reader.problem("file", `${name} is not a mappings file.\n${parsed.problem}`);
		return;
	}
	reader.warnings.push(...parsed.warnings.map((warning) => `${name}, ${warning}`));
	return {
		path: name,
		...parsed.value
	};
}
async function readApproval(reader) {
	const auto = reader.flag("auto-approve");
	const digest = reader.text("expected-plan");
	if (digest !== "" && !/^[0-9a-f]{64}$/i.test(digest)) reader.problem("expected-plan", `${(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.J)(digest)} is not the digest of a plan, which the output plan-digest of operation: plan has: 64 hexadecimal digits.`);
	const name = reader.text("plan-file");
	if (name === "") return {
		auto,
		...digest && { digest }
	};
	const text = await readText(reader, "plan-file", name);
	if (text === void 0) return { auto };
	const { parsePlanFile } = await Promise.resolve().then(() => plan_file_exports);
	const lines = reader.checked("plan-file", parsePlanFile(text));
	return {
		auto,
		...digest && { digest },
		...lines && { lines }
	};
}
function readForce(reader) {
	const ids = reader.text("force").split(/[\s,]+/).filter((id) => id !== "");
	const wrong = ids.find((id) => !/^[A-Za-z0-9_-]{1,128}$/.test(id));
	if (wrong !== void 0) reader.problem("force", `${(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.J)(wrong)} is not an id of a mapping. Give ids, separated by spaces or commas.`);
	return ids;
}
async function readText(reader, input, name) {
	const file = node_path__WEBPACK_IMPORTED_MODULE_6___default().resolve(reader.env["GITHUB_WORKSPACE"] || ".", name);
	try {
		const why = unfit(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_8__.stat)(file));
		if (why === void 0) return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_8__.readFile)(file, "utf8");
		problem(why);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
		problem(code === "ENOENT" ? "does not exist. Check the path, and that actions/checkout ran before" : `cannot be read (${code})`);
	}
	return;
	function problem(why) {
		const fallback = reader.given(input) === "" ? " It is read because the input is not set." : "";
		reader.problem(input, `${(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.J)(name)} ${why}.${fallback}`);
	}
}
function unfit(stats) {
	if (!stats.isFile()) return `is ${stats.isDirectory() ? "a folder" : "a pipe or device"}, not a file`;
	if (stats.size > LARGEST_FILE$1) return `has ${stats.size} bytes, and more than ${LARGEST_FILE$1 / 1024 / 1024} MiB are not read`;
}
// src/mappings/plan/plan-digest.ts
function changeLine(where, change) {
	const { action, kind, wanted, live } = change;
	const identity = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.a)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[live?.kind ?? kind], live ?? wanted ?? {});
	return JSON.stringify([
		where,
		kind,
		action,
		identity,
		wanted === void 0 ? null : sorted(wanted),
		live?.id ?? null
	]);
}
function planDigest(where, plan) {
	const lines = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)(plan).map((change) => changeLine(where, change));
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_7__.createHash)("sha256").update(lines.sort().join("\n")).digest("hex");
}
function sorted(attributes) {
	return Object.entries(attributes).sort(([a], [b]) => a < b ? -1 : 1).map(([name, value]) => [name, typeof value === "object" ? Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1) : value]);
}
// src/mappings/plan/plan-file.ts
var plan_file_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ parsePlanFile: () => parsePlanFile });
const ACTIONS = [
	"create",
	"replace",
	"update",
	"delete",
	"conflict"
];
const mapping = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.W)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.G)([(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.W)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.W)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.W)())]));
const schema = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.B)({
	version: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.L)(1),
	where: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.W)(),
	changes: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.F)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.B)({
		action: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.P)(ACTIONS),
		kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.P)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.l),
		wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.V)(mapping),
		live: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.V)(mapping)
	}))
});
function planDocument(where, plan) {
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)(plan);
	return {
		version: 1,
		where,
		digest: planDigest(where, plan),
		unchanged: plan.changes.length - changes.length,
		changes: changes.map(({ action, kind, wanted, live, notes }) => ({
			action,
			kind,
			...wanted && { wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)(wanted) },
			...live && { live: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)(live) },
			...notes.length > 0 && { notes }
		}))
	};
}
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
	const lines = changes.flatMap(({ action, kind, wanted, live }) => {
		const id = live?.["mapping-id"];
		const change = {
			action,
			kind,
			...wanted && { wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.j)(wanted) },
			...live && typeof id === "string" && { live: {
				...(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.j)(live),
				kind,
				id
			} },
			notes: []
		};
		const { live: _, ...rest } = {
			...change,
			action: "create"
		};
		return [change, ...action === "replace" ? [rest] : []].map((one) => changeLine(where, one));
	});
	return {
		value: new Set(lines),
		warnings: []
	};
}
// src/mappings/file/scope.ts
function isInScope(scope, mapping) {
	const kind = scope[mapping.kind];
	if (kind === void 0) return false;
	const { accounts, patternPrefixes, repositories, attributeKeys } = kind;
	const { arnPattern = "", attributeKey = "", claims = {} } = mapping;
	const tests = [
		accounts?.includes((0,_arn_pattern_js__WEBPACK_IMPORTED_MODULE_9__.t)(arnPattern) ?? ""),
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
// src/mappings/plan/guards.ts
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
	const { untold } = rules;
	const maybeOwn = leaving.flatMap(({ live: mapping }) => untold !== void 0 && mapping?.kind.startsWith(untold.cloud) && !forced.has(mapping.id) ? [mapping.id] : []);
	if (maybeOwn.length > 0) reasons.push(`Which mapping this step's own credentials come from cannot be told: ${untold?.why}. Mend that, or force: ${maybeOwn.slice(0, 20).join(" ")}${maybeOwn.length > 20 ? " \u2026" : ""}.`);
	for (const mapping of lastOfRoles(plan, live)) {
		if (forced.has(mapping.id)) continue;
		reasons.push(`${named(mapping)} is the last AuthN mapping of its role: users could lose it, and SAML login with it. Map the role otherwise first, or force: ${mapping.id}.`);
	}
	return reasons;
}
function leavingOf(plan) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)(plan).filter((change) => change.live !== void 0 && change.action !== "conflict");
}
function lastOfRoles(plan, live) {
	const leaving = leavingOf(plan);
	const gone = new Set(leaving.map((change) => change.live?.id));
	const left = new Set(live.filter((mapping) => !gone.has(mapping.id)).map((mapping) => mapping.roleId));
	for (const { action, wanted } of (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)(plan)) if (action === "create") left.add(wanted?.roleId);
	return leaving.flatMap(({ live: mapping }) => mapping?.roleId !== void 0 && !left.has(mapping.roleId) ? [mapping] : []);
}
function named(mapping) {
	const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[mapping.kind];
	return `The ${meaning.title} ${mapping.id} (${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.r)(meaning, mapping)})`;
}
// src/operations/plan.ts
var plan_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ plan: () => plan });
async function plan({ desired }, context) {
	const planned = await computePlan(desired, context);
	const guards = planned.guards.map((reason) => `apply would refuse: ${reason}`);
	if (planned.plan.changes.some(({ action }) => action === "conflict")) guards.push(CONFLICTS);
	return {
		result: "planned",
		changed: false,
		planned,
		sentence: `Plan for ${planned.where}: ${planSummary(planned.plan)}.`,
		details: guards
	};
}
async function computePlan(desired, { client, job, where }) {
	const kinds = kindsOf(desired);
	const live = await (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.a)(client, kinds);
	live.push(...await (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.o)(client, freshKinds(desired, live), kinds));
	const sameAccount = await (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.i)(client, desired.mappings, live);
	const prune = (mapping) => desired.prune && isInScope(desired.scope, mapping);
	const computed = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.A)(desired.mappings, live, {
		prune,
		sameAccount
	});
	const own = await ownMappings(client, job, computed);
	const guards = guard(computed, live, {
		maxDeletes: desired.maxDeletes,
		force: desired.force,
		...own
	});
	return {
		plan: computed,
		digest: planDigest(where, computed),
		where,
		guards
	};
}
const CONFLICTS = "What is in conflict cannot be made: name in the file what it collides with, or delete that, or give the account as the message says.";
function planSummary(plan, tense = "future") {
	const counts = /* @__PURE__ */ new Map();
	for (const { action } of plan.changes) counts.set(action, (counts.get(action) ?? 0) + 1);
	const parts = Object.keys(WORDS).filter((action) => counts.has(action)).map((action) => `${counts.get(action)} ${WORDS[action][tense]}`);
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)(plan).length === 0 ? ["no changes", ...parts].join(", ") : parts.join(", ");
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
	return _kinds_js__WEBPACK_IMPORTED_MODULE_2__.l.filter((kind) => named.has(kind));
}
function freshKinds(desired, live) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.O)(desired.mappings, live).flatMap(([{ kind }, mapping]) => mapping === void 0 ? [kind] : []);
}
async function ownMappings(client, job, computed) {
	const leaving = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)(computed).flatMap(({ live, action }) => live !== void 0 && action !== "conflict" ? [live] : []);
	if (leaving.length === 0) return { isOwn: () => false };
	if (job.identity !== void 0) return ownOfJob(job, job.identity.type, leaving);
	const account = await client.accountOfToken();
	return { isOwn: ({ accountUuid }) => accountUuid !== void 0 && accountUuid === account?.uuid };
}
async function ownOfJob(job, cloud, leaving) {
	const [{ callerOfThisJob }, { matchCaller }] = await Promise.all([Promise.all(/* import() | identity */[__webpack_require__.e(228), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 20)).then((n) => n.o), Promise.all(/* import() | identity */[__webpack_require__.e(228), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 20)).then((n) => n.a)]);
	const caller = await callerOfThisJob(job, cloud);
	if ("problem" in caller) return {
		isOwn: () => false,
		untold: {
			cloud,
			why: caller.problem.replace(/\.+$/, "")
		}
	};
	const { matching, notEvaluated } = await matchCaller(caller, leaving);
	const own = new Set([...matching, ...notEvaluated.map(({ mapping }) => mapping)].map(({ id }) => id));
	return { isOwn: ({ id }) => own.has(id) };
}
// src/action/report/plan-report.ts
var plan_report_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({
	planLines: () => planLines,
	planMarkdown: () => planMarkdown,
	setPlan: () => setPlan
});
const SIGNS = {
	create: "+",
	replace: "\u00b1",
	update: "~",
	delete: "-",
	conflict: "!",
	unchanged: "="
};
function planLines({ plan }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)(plan).flatMap((change) => [`${SIGNS[change.action]} ${change.action} ${changeWords(change)}`, ...change.notes.map((note) => `    ${note}`)]);
}
function planMarkdown({ plan, digest, guards }, { text, code }) {
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)(plan);
	const lines = changes.length > 0 ? [`Plan digest: ${code(digest)}`, ""] : [];
	for (const kind of _kinds_js__WEBPACK_IMPORTED_MODULE_2__.l) {
		const rows = changes.filter((change) => change.kind === kind);
		if (rows.length === 0) continue;
		lines.push(`#### ${_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[kind].title}s`, "", "| | Who | Now | Then | Mapping id |", "| --- | --- | --- | --- | --- |");
		for (const change of rows) lines.push(row(change, code));
		lines.push("");
	}
	const notes = [...changes.flatMap(({ notes }) => notes), ...guards.map((reason) => `apply would refuse: ${reason}`)];
	for (const note of notes) lines.push(`- \u26a0\ufe0f ${text(note)}`);
	return lines;
}
function setPlan(planned, outputs) {
	const { plan, digest, where } = planned;
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)(plan);
	const json = outputs.json("plan", planDocument(where, plan));
	outputs.set("has-changes", String(changes.length > 0));
	outputs.set("changes-count", String(changes.length));
	outputs.set("changes-summary", planSummary(plan));
	outputs.set("plan-digest", digest);
	outputs.set("plan", json);
	outputs.setFile("plan-file", "datadog-plan", json);
}
function row({ action, kind, wanted, live }, code) {
	const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[kind];
	const target = (mapping, of = meaning) => mapping === void 0 ? "" : code(of.target(mapping));
	const who = code(meaning.principal(wanted ?? live ?? {}));
	const then = action === "delete" ? "" : target(wanted);
	return `| ${action} | ${who} | ${live === void 0 ? "" : target(live, _kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[live.kind])} | ${then} | ${live === void 0 ? "" : code(live.id)} |`;
}
function changeWords({ action, kind, wanted, live }) {
	const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[kind];
	const now = live === void 0 ? "" : ` [${live.id}]`;
	const before = action === "replace" || action === "update" ? `, was ${live === void 0 ? "" : (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.r)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[live.kind], live)}` : "";
	return `${meaning.title} ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.r)(meaning, wanted ?? live ?? {})}${before}${now}`;
}
// src/mappings/file/file-schema.ts
const text = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.W)().check((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.q)(1));
const texts = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.F)(text).check((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.q)(1));
function entryOf(kind) {
	const written = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.c)(kind);
	const shape = { kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.L)(kind.name) };
	for (const name of written) {
		const one = name === "claims" ? (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.H)(text, text) : text;
		shape[(0,_attributes_js__WEBPACK_IMPORTED_MODULE_3__.a)(name)] = kind.oneOf?.includes(name) ? (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.V)(one) : one;
	}
	if (written.includes("arnPattern")) shape["rewrite-role-arn"] = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.V)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.P)(["true", "false"]));
	for (const name of _attributes_js__WEBPACK_IMPORTED_MODULE_3__.n) shape[(0,_attributes_js__WEBPACK_IMPORTED_MODULE_3__.a)(name)] = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.V)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.W)());
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.U)(shape);
}
const [first, ...others] = _kinds_js__WEBPACK_IMPORTED_MODULE_2__.l;
const entry = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.I)("kind", [entryOf(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[first]), ...others.map((name) => entryOf(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[name]))]);
const awsScope = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.U)({
	accounts: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.V)(texts),
	"pattern-prefixes": (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.V)(texts)
});
const githubScope = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.U)({ repositories: texts });
const fileSchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.U)({
	$schema: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.V)(text),
	version: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.L)("1"),
	scope: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.V)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.U)({
		"aws-persona": (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.V)(awsScope),
		"aws-intake": (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.V)(awsScope),
		"github-persona": (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.V)(githubScope),
		"github-intake": (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.V)(githubScope),
		authn: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.V)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.U)({ "attribute-keys": texts }))
	})),
	mappings: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.F)(entry)
});
// src/mappings/file/file-syntax.ts
const LARGEST_FILE = 16777216;
const MOST_ALIASES = 5e4;
const NULL = /^(?:null|Null|NULL|~)$/;
async function readSyntax(text) {
	if (text.length > LARGEST_FILE) return { problems: [`the file has ${text.length} characters, and at most ${LARGEST_FILE} are read.`] };
	if (text.includes("\0")) return { problems: ["the file is not text in UTF-8. Save it as such: PowerShell may write UTF-16."] };
	if (text.trim() === "") return { problems: ["the file is empty. Write version: 1 and mappings: into it."] };
	const { isMap, isScalar, LineCounter, parseDocument, visit } = await __webpack_require__.e(/* import() | yaml */ 602).then(__webpack_require__.bind(__webpack_require__, 25)).then((n) => /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.r)(n.t(), 1));
	const lines = new LineCounter();
	const document = parseDocument(text, {
		schema: "failsafe",
		lineCounter: lines,
		prettyErrors: false,
		logLevel: "error"
	});
	if (document.errors.length > 0) return { problems: document.errors.map((error) => `${place(lines, error.pos[0])}: ${explained(error)}.`) };
	const position = (path) => place(lines, offsetOf(document, path));
	const keyPosition = (path) => {
		const block = document.getIn(path.slice(0, -1), true);
		const pair = isMap(block) ? block.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : void 0;
		return pair && isScalar(pair.key) ? place(lines, pair.key.range?.[0] ?? 0) : position(path);
	};
	const anchors = /* @__PURE__ */ new Set();
	const unresolved = [];
	visit(document, {
		Value(_, node) {
			if (node.anchor !== void 0) anchors.add(node.anchor);
			if (isScalar(node) && node.type === "PLAIN" && NULL.test(node.source ?? "")) unresolved.push(`${place(lines, node.range?.[0] ?? 0)}: ${node.source} means that there is no value. Write one, or put it in quotes.`);
		},
		Alias(_, { source, range }) {
			const start = place(lines, range?.[0] ?? 0);
			if (!anchors.has(source)) unresolved.push(`${start}: *${source} has no anchor before it. Put a value that begins with "*" in quotes.`);
		}
	});
	if (unresolved.length > 0) return { problems: unresolved };
	let parsed;
	try {
		parsed = document.toJS({ maxAliasCount: MOST_ALIASES });
	} catch (error) {
		return { problems: [`the file cannot be read: ${error instanceof Error ? firstLine(error.message) : "no reason"}.`] };
	}
	const result = fileSchema.safeParse(parsed);
	if (result.success) return {
		document: result.data,
		position
	};
	return { problems: result.error.issues.flatMap((issue) => problemsOf(issue, parsed, {
		position,
		keyPosition
	})) };
}
function problemsOf(issue, parsed, { position, keyPosition }) {
	const { path } = issue;
	const where = (at, find = position) => `${find(at)}: ${at.length === 0 ? "the file" : name(at)}`;
	const given = valueAt(parsed, path);
	switch (issue.code) {
		case "unrecognized_keys": return issue.keys.map((key) => `${where([...path, key], keyPosition)} ${unknownField(key, path, parsed)}`);
		case "invalid_union": {
			const kind = valueAt(parsed, path);
			if (typeof kind === "object" && kind !== null) return [`${where(path)} is not a single text.`];
			if (typeof kind !== "string" || kind === "") return [`${where(path)} is missing. Write one of ${_kinds_js__WEBPACK_IMPORTED_MODULE_2__.l.join(", ")}.`];
			const close = (0,_checked_js__WEBPACK_IMPORTED_MODULE_10__.r)(kind, _kinds_js__WEBPACK_IMPORTED_MODULE_2__.l);
			return [`${where(path)}: "${kind}" is not one of ${_kinds_js__WEBPACK_IMPORTED_MODULE_2__.l.join(", ")}.${close === void 0 ? "" : ` Did you mean ${close}?`}`];
		}
		case "invalid_value": return [given === void 0 ? `${where(path)} is missing. Write ${issue.values.join(" or ")}.` : `${where(path)} is not ${issue.values.join(" or ")}.`];
		case "too_small": return [`${where(path)} is empty.`];
		case "invalid_type":
			if (given === void 0) return [`${where(path)} is missing.`];
			return [`${where(path)} is not ${EXPECTED[issue.expected] ?? issue.expected}.`];
		case "invalid_key": return [`${where(path)} has an empty name.`];
		default: return [`${where(path)} is not as it should be.`];
	}
}
const EXPECTED = {
	string: "a single text",
	array: "a list",
	object: "a block of fields",
	record: "a block of \"name: value\" lines"
};
const FIELDS = [
	"kind",
	"rewrite-role-arn",
	"claims",
	..._attributes_js__WEBPACK_IMPORTED_MODULE_3__.r.map(_attributes_js__WEBPACK_IMPORTED_MODULE_3__.a)
];
const SCOPE_FIELDS = [
	"accounts",
	"pattern-prefixes",
	"repositories",
	"attribute-keys"
];
function unknownField(key, path, parsed) {
	const kind = path[0] === "mappings" ? valueAt(parsed, [...path, "kind"]) : void 0;
	const known = knownKeys(path, parsed);
	if (known.includes(key)) return `is not a field of ${typeof kind === "string" ? `kind: ${kind}` : name(path)}. Leave it out.`;
	const close = (0,_checked_js__WEBPACK_IMPORTED_MODULE_10__.r)(key, known);
	return `is not a field.${close === void 0 ? ` The fields here are ${known.join(", ")}.` : ` Did you mean ${close}?`}`;
}
function knownKeys(path, parsed) {
	if (path.length === 0) return [
		"version",
		"scope",
		"mappings"
	].filter((key) => valueAt(parsed, [key]) === void 0);
	if (path[0] === "scope") return path.length === 1 ? _kinds_js__WEBPACK_IMPORTED_MODULE_2__.l : SCOPE_FIELDS;
	return FIELDS;
}
function name(path) {
	return path.map((part, index) => typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`).join("");
}
function valueAt(value, path) {
	return path.reduce((at, part) => typeof at === "object" && at !== null ? at[part] : void 0, value);
}
function offsetOf(document, path) {
	for (let length = path.length; length >= 0; length--) {
		const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
		const range = typeof node === "object" && node !== null && "range" in node ? node.range : null;
		if (range) return range[0] ?? 0;
	}
	return 0;
}
function place(lines, offset) {
	const { line, col } = lines.linePos(offset);
	return `line ${line}, column ${col}`;
}
function explained({ code, message }) {
	return code === "MULTIPLE_DOCS" ? "a second document begins here. Write one file without \"---\"" : firstLine(message);
}
function firstLine(message) {
	return (message.split("\n", 1)[0] ?? message).replace(/\.$/, "");
}
// src/mappings/file/mappings-file.ts
var mappings_file_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ parseMappingsFile: () => parseMappingsFile });
const MOST_TOLD$1 = 20;
async function parseMappingsFile(text) {
	const syntax = await readSyntax(text);
	if ("problems" in syntax) return { problem: listed(syntax.problems) };
	const { document, position } = syntax;
	const problems = [];
	const warnings = [];
	const mappings = [];
	for (const [index, entry] of document.mappings.entries()) {
		const place = (field) => `${position([
			"mappings",
			index,
			field
		])}: ${field}`;
		const collect = (field, result) => {
			if ("problem" in result) {
				problems.push(`${place(field)}: ${result.problem}`);
				return;
			}
			warnings.push(...result.warnings.map((warning) => `${place(field)}: ${warning}`));
			return result.value;
		};
		const kind = kindOf(entry);
		const { oneOf } = kind;
		if (oneOf !== void 0 && oneOf.filter((name) => entry[(0,_attributes_js__WEBPACK_IMPORTED_MODULE_3__.a)(name)] !== void 0).length !== 1) {
			const fields = oneOf.map(_attributes_js__WEBPACK_IMPORTED_MODULE_3__.a);
			problems.push(`${place(fields[0] ?? "")}: an AuthN mapping gives exactly one of ${fields.join(" and ")}.`);
		}
		const options = { rewriteRoleArn: entry["rewrite-role-arn"] !== "false" };
		mappings.push({
			kind: kind.name,
			attributes: await (0,_attributes_js__WEBPACK_IMPORTED_MODULE_3__.i)(givenIn(entry), options, collect)
		});
	}
	if (problems.length === 0) problems.push(...contradictions(mappings, position));
	const scope = readScope(document, position, problems);
	return problems.length > 0 ? { problem: listed(problems) } : {
		value: {
			mappings,
			scope
		},
		warnings: capped(warnings)
	};
}
function kindOf(entry) {
	const kind = _kinds_js__WEBPACK_IMPORTED_MODULE_2__.t.find(({ name }) => name === entry["kind"]);
	if (kind === void 0) throw new Error("an entry without a kind");
	return kind;
}
function givenIn(entry) {
	const given = {};
	for (const name of _attributes_js__WEBPACK_IMPORTED_MODULE_3__.r) {
		const value = entry[(0,_attributes_js__WEBPACK_IMPORTED_MODULE_3__.a)(name)];
		if (typeof value === "string") given[name] = value;
	}
	const claims = entry[(0,_attributes_js__WEBPACK_IMPORTED_MODULE_3__.a)("claims")];
	if (typeof claims === "object") given.claims = claims;
	return given;
}
function contradictions(mappings, position) {
	const problems = [];
	const place = (index) => position(["mappings", index]);
	const entries = mappings.map(({ kind, attributes }, index) => ({
		kind,
		...attributes,
		index
	}));
	const firsts = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const key = `${entry.kind} ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.a)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[entry.kind], entry)}`;
		const first = firsts.get(key);
		if (first === void 0) firsts.set(key, entry);
		else {
			const same = first.accountIdentifier?.toLowerCase() === entry.accountIdentifier?.toLowerCase();
			problems.push(`${place(entry.index)}: this is the same mapping as the one at ${place(first.index)}${same ? ". Leave one out." : ", with another account. Decide for one."}`);
		}
	}
	const obstacles = new _collisions_js__WEBPACK_IMPORTED_MODULE_4__.t(firsts.values());
	for (const entry of firsts.values()) {
		const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[entry.kind];
		const colliding = obstacles.find(entry.kind, entry).find((other) => other.index < entry.index);
		if (colliding !== void 0) problems.push(`${place(entry.index)}: ${meaning.principal(entry)} collides with ${_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[colliding.kind].principal(colliding)} at ${place(colliding.index)}: Datadog accepts only one of them.`);
	}
	return problems;
}
const SCOPE_FORMS = {
	accounts: {
		form: /^\d{12}$/,
		what: "an AWS account number of 12 digits"
	},
	"pattern-prefixes": {
		form: /^arn:/,
		what: "the beginning of an ARN pattern, such as arn:aws:sts::123456789012:assumed-role/ci-"
	},
	repositories: {
		form: /^([\w.-]+\/[\w.-]+|\d+)$/,
		what: "a repository as OWNER/NAME, or its id"
	}
};
function readScope(document, position, problems) {
	const scope = {};
	for (const kind of _kinds_js__WEBPACK_IMPORTED_MODULE_2__.l) {
		const given = document.scope?.[kind];
		if (given === void 0) continue;
		const { accounts, repositories, "pattern-prefixes": patternPrefixes, "attribute-keys": attributeKeys } = given;
		for (const [field, { form, what }] of Object.entries(SCOPE_FORMS)) for (const [index, text] of (given[field] ?? []).entries()) if (!form.test(text)) problems.push(`${position([
			"scope",
			kind,
			field,
			index
		])}: "${text}" is not ${what}.`);
		if (!accounts && !patternPrefixes && !repositories && !attributeKeys) problems.push(`${position(["scope", kind])}: the scope of ${kind} is empty. Say what it may touch, or leave it out.`);
		scope[kind] = {
			...accounts && { accounts },
			...patternPrefixes && { patternPrefixes },
			...repositories && { repositories },
			...attributeKeys && { attributeKeys }
		};
	}
	return scope;
}
function listed(problems) {
	return capped(problems).join("\n");
}
function capped(sentences) {
	const more = sentences.length - MOST_TOLD$1;
	return more > 0 ? [...sentences.slice(0, MOST_TOLD$1), `and ${more} more like these.`] : [...sentences];
}
// src/operations/apply.ts
var apply_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ apply: () => apply });
const PROGRESS_EVERY = 1e4;
async function apply({ desired, approval }, context) {
	const planned = await computePlan(desired, context);
	const { plan, where } = planned;
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)(plan);
	if (changes.length === 0) return {
		result: "applied",
		changed: false,
		planned,
		sentence: `Nothing to do for ${where}: ${planSummary(plan)}.`
	};
	const refused = refusal(planned, approval);
	if (refused !== void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_5__.D(refused, { planned });
	const run = new Run(context, changes);
	await run.all();
	const failure = run.failure();
	if (failure !== void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_5__.D(failure, {
		planned,
		changed: run.changed
	});
	return {
		result: "applied",
		changed: true,
		planned,
		sentence: `Applied to ${where}: ${planSummary(plan, "past")}.`
	};
}
function refusal({ plan, digest, where, guards }, approval) {
	const nothing = "Nothing was executed.";
	if (guards.length > 0) return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("guarded", `${nothing} ${guards.join(" ")}`, { advice: "" });
	if (approval.digest === void 0 && approval.lines === void 0) {
		if (approval.auto) return void 0;
		return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("approval-missing", `${planSummary(plan)} for ${where}, and nobody has agreed to it. The digest of the plan is ${digest}. ${nothing}`);
	}
	if (approval.digest !== void 0 && approval.digest.toLowerCase() !== digest) return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("plan-changed", `The plan is another one than was reviewed: its digest is ${digest}, and expected-plan is ${approval.digest}. It is now: ${planSummary(plan)}. ${nothing}`);
	const unknown = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)(plan).filter((change) => approval.lines?.has(changeLine(where, change)) === false);
	if (unknown.length === 0) return void 0;
	const list = unknown.slice(0, 10).map(changeText).join("; ");
	return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("plan-changed", `${unknown.length} changes are not part of the reviewed plan file: ${list}${unknown.length > 10 ? "; \u2026" : ""}. ${nothing}`);
}
function changeText({ action, kind, wanted, live }) {
	const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[kind];
	const mapping = wanted ?? live ?? {};
	const old = live === void 0 ? "" : ` (${live.id}${action === "delete" || action === "unchanged" ? "" : `, now ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.r)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[live.kind], live)}`})`;
	return `${action} ${meaning.title} ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.r)(meaning, mapping)}${old}`;
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
const MOST_TOLD = 20;
const REFUSALS_ENOUGH = 8;
var Run = class {
	changed = false;
	#client;
	#changes;
	#journal;
	#results = /* @__PURE__ */ new Map();
	#stopped;
	#told = Date.now();
	constructor({ client, journal }, changes) {
		this.#client = client;
		this.#changes = changes;
		this.#journal = journal;
	}
	async all() {
		await this.#inParallel(this.#of("create"));
		this.#skipAfterFailure("update");
		await this.#inParallel(this.#of("update").filter((change) => !this.#results.has(change)));
		for (const change of this.#of("replace")) await this.#do(change);
		this.#skipAfterFailure("delete");
		await this.#inParallel(this.#of("delete").filter((change) => !this.#results.has(change)));
		for (const change of this.#of("conflict")) this.#results.set(change, { failure: new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("conflict", change.notes.join(" ")) });
		if (this.#changes.every((change) => this.#isDone(change))) return;
		for (const change of this.#changes) {
			const text = changeText(change);
			this.#journal.say(this.#isDone(change) ? `Done: ${text}.` : `Not done: ${text}: ${whyNot(this.#results.get(change))}`);
		}
	}
	#skipAfterFailure(action) {
		const spoiled = new Map([...this.#of("create"), ...this.#of("update")].filter((change) => this.#results.has(change) && !this.#isDone(change)).map(({ kind }) => [kind, `a ${_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[kind].title} could not be created or updated`]));
		for (const change of this.#of(action)) {
			const skipped = spoiled.get(change.kind);
			if (skipped !== void 0 && !this.#results.has(change)) this.#results.set(change, { skipped });
		}
	}
	failure() {
		const bad = this.#changes.filter((change) => !this.#isDone(change));
		if (bad.length === 0) return void 0;
		const failures = bad.flatMap((change) => {
			const result = this.#results.get(change);
			return result !== void 0 && "failure" in result ? [result.failure] : [];
		});
		const first = this.#stopped ?? failures[0];
		const done = this.#changes.length - bad.length;
		const lines = bad.slice(0, MOST_TOLD).map((change) => `- ${changeText(change)}: ${whyNot(this.#results.get(change))}`);
		if (bad.length > MOST_TOLD) lines.push(`- and ${bad.length - MOST_TOLD} more, which the log names`);
		const text = `${done} of ${this.#changes.length} changes were done. These were not:\n${lines.join("\n")}\n`;
		if (first?.reason === "mapping-lost") return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("mapping-lost", `${first.sentence}\n${text}`, {
			advice: first.advice,
			cause: first
		});
		const ended = first?.reason === "cancelled";
		const reason = first === void 0 || this.changed && !ended ? "partially-applied" : first.reason;
		return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t(reason, text, {
			cause: first,
			...reason === first?.reason && { advice: first.advice }
		});
	}
	async #inParallel(changes) {
		await (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.r)(changes, (change) => this.#do(change));
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
			await (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.s)(this.#client, change, this.#journal);
			this.#results.set(change, { done: true });
			this.changed = true;
		} catch (thrown) {
			const failure = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.n)(thrown);
			this.#results.set(change, { failure });
			if (failure instanceof _index_js__WEBPACK_IMPORTED_MODULE_5__.D && failure.known.changed === true) this.changed = true;
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
// src/operations/dry-run.ts
var dry_run_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ dryRun: () => dryRun });
async function dryRun(request, context) {
	if (request.operation === "apply") {
		const planned = await computePlan(request.desired, context);
		return {
			result: "planned",
			changed: false,
			planned,
			sentence: `Dry run for ${planned.where}: ${planSummary(planned.plan)}.`,
			details: planned.guards
		};
	}
	const { where } = context;
	const { change, details } = await changeOf(request, context.client);
	const plan = { changes: change === void 0 ? [] : [change] };
	return {
		result: "planned",
		changed: false,
		planned: {
			plan,
			digest: planDigest(where, plan),
			where,
			guards: []
		},
		sentence: change === void 0 ? `Dry run: there is no ${(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.u)(request)}.` : `Dry run: ${planSummary(plan)}.`,
		details
	};
}
async function changeOf(request, client) {
	switch (request.operation) {
		case "update": return {
			change: await (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.t)(client, request),
			details: []
		};
		case "delete": {
			const { kind, mappingId } = request;
			const live = mappingId === void 0 ? await (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.c)(client, request) : await client.get(kind, mappingId);
			if (live === void 0 && request.ifMissing === "fail") throw (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.l)(request, "delete");
			return {
				change: live && {
					action: "delete",
					kind,
					live,
					notes: []
				},
				details: []
			};
		}
		default: return changeOfNew(client, request);
	}
}
async function changeOfNew(client, request) {
	const { operation, kind, attributes, ifExists } = request;
	const { change, details, ...own } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.n)(client, request);
	const siblings = change.action === "create" ? await (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.o)(client, [kind], [kind]) : [];
	const obstacle = own.colliding[0] ?? new _collisions_js__WEBPACK_IMPORTED_MODULE_4__.t(siblings).find(kind, attributes)[0];
	const conflict = (live, note) => ({
		change: {
			...change,
			action: "conflict",
			live,
			notes: [...change.notes, note]
		},
		details
	});
	if (obstacle !== void 0) return conflict(obstacle, `It collides with ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.o)(obstacle)}.`);
	const { action, live } = change;
	if (live !== void 0 && action === "replace" && (operation === "create" || ifExists === "fail")) return conflict(live, `${_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[kind].principal(attributes)} is mapped already, by ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.o)(live)}.`);
	if (live !== void 0 && action === "unchanged" && operation === "create" && ifExists === "fail") return conflict(live, `It is there already, as ${live.id}.`);
	return {
		change,
		details
	};
}



/***/ })

};
;