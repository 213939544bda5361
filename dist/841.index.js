"use strict";
exports.id = 841;
exports.ids = [841];
exports.modules = {

/***/ 7780:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readSettings),
/* harmony export */   n: () => (/* binding */ noEffectOf),
/* harmony export */   r: () => (/* binding */ readNoEffect),
/* harmony export */   t: () => (/* binding */ authn_effect_exports)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);


// src/operations/authn-effect.ts
var authn_effect_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({
	noEffectOf: () => noEffectOf,
	readEnforcement: () => readEnforcement,
	readNoEffect: () => readNoEffect
});
async function readNoEffect(client, wanted) {
	if (wanted.length === 0) return {
		ofAny: [],
		ofTeams: []
	};
	const { enforced, teamsAreManual } = await readSettings(client, { teams: wanted.some(({ teamId }) => teamId !== void 0) });
	return {
		ofAny: enforced === false ? ["The organization does not enforce AuthN mappings, so this one has no effect until it does."] : [],
		ofTeams: teamsAreManual ? ["The organization adds members to teams only manually, so this mapping has no effect until teams take their members from SAML."] : []
	};
}
async function readSettings(client, { teams }) {
	const { organization } = await client.directory();
	const [enforced, sources] = await Promise.all([readEnforcement(client), teams ? organization.teamSources().catch(_index_js__WEBPACK_IMPORTED_MODULE_1__.Fn) : void 0]);
	return {
		enforced,
		teamsAreManual: sources === "manually"
	};
}
async function readEnforcement(client) {
	const { organization } = await client.directory();
	return organization.enforcesMappings().catch(_index_js__WEBPACK_IMPORTED_MODULE_1__.Fn);
}
function noEffectOf({ ofAny, ofTeams }, { teamId }) {
	return teamId === void 0 ? ofAny : [...ofTeams, ...ofAny];
}



/***/ }),

/***/ 2933:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ isClaimName),
/* harmony export */   r: () => (/* binding */ unknownClaim),
/* harmony export */   t: () => (/* binding */ CLAIM_NAMES)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);

// src/mappings/claims/claim-names.ts
const CLAIM_NAMES = [
	"sub",
	"repository",
	"repository_id",
	"repository_owner",
	"repository_owner_id",
	"repository_visibility",
	"ref",
	"ref_type",
	"environment",
	"event_name",
	"workflow",
	"workflow_ref",
	"job_workflow_ref",
	"actor",
	"actor_id",
	"runner_environment",
	"enterprise",
	"enterprise_id"
];
const OTHER_CLAIMS = /* @__PURE__ */ new Map([
	["aud", "it is checked by Datadog itself"],
	["iss", "it is checked by Datadog itself"],
	["exp", "it is checked by Datadog itself"],
	["iat", "it is checked by Datadog itself"],
	["nbf", "it is checked by Datadog itself"],
	["jti", "it differs in every token"],
	["run_id", "it differs in every run; use workflow_ref"],
	["run_number", "it differs in every run; use workflow_ref"],
	["run_attempt", "it differs in every run; use workflow_ref"],
	["check_run_id", "it differs in every run; use workflow_ref"],
	["sha", "use ref"],
	["workflow_sha", "use workflow_ref"],
	["job_workflow_sha", "use job_workflow_ref"],
	["head_ref", "use event_name and ref"],
	["base_ref", "use event_name and ref"],
	["ref_protected", "use environment, with protection rules"],
	["issuer_scope", "use enterprise"],
	["environment_node_id", "use environment"]
]);
const isClaimName = (name) => CLAIM_NAMES.some((known) => known === name);
function unknownClaim(name) {
	const instead = name.startsWith("repository_property_") ? "use repository or environment" : OTHER_CLAIMS.get(name);
	if (instead !== void 0) return `Datadog cannot match on the claim "${name}": ${instead}.`;
	const meant = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.An)(name, CLAIM_NAMES);
	return `"${name}" is not a claim that Datadog can match on; ${meant === void 0 ? `the names are ${CLAIM_NAMES.join(", ")}.` : `did you mean "${meant}"?`}`;
}



/***/ }),

/***/ 832:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ parseYaml),
/* harmony export */   n: () => (/* binding */ writeTarget),
/* harmony export */   r: () => (/* binding */ LARGEST_FILE),
/* harmony export */   t: () => (/* binding */ unwritable)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_3__);




const LARGEST_FILE = 16777216;
const MOST_PIECES = 1e6;
const LONGEST_PIECE = 65536;
const DEEPEST = 250;
const MOST_ERRORS = 100;
const BATCH = 1e3;
async function parseYaml({ name, text, isOnly }, mistakes, checking) {
	const { Composer, Lexer, LineCounter, Parser } = await __webpack_require__.e(/* import() */ 186).then(__webpack_require__.bind(__webpack_require__, 8186));
	const lines = new LineCounter();
	lines.addNewLine(0);
	const at = (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			file: name,
			line: Math.max(1, line),
			column: Math.max(1, col)
		};
	};
	const place = (offset) => {
		const { line, column } = at(offset);
		return `${isOnly ? "" : `${name}, `}line ${line}, column ${column}`;
	};
	const refuse = (offset, why) => {
		mistakes.add(() => `${place(offset)}: ${why}`, () => at(offset));
	};
	if (text.length > 16777216) return refuse(0, `the file has ${text.length} characters, and at most ${LARGEST_FILE} are read.`);
	if (text.includes("\0")) return refuse(0, "the file is not text in UTF-8. Save it as such: PowerShell may write UTF-16.");
	if (!text.includes("\n") && text.trim().includes("\r")) return refuse(0, "the lines end with carriage returns alone. Save the file with LF or CRLF.");
	if (text.trim() === "") return refuse(0, "the file is empty. Write version: 1 and mappings: into it.");
	const parser = new Parser(lines.addNewLine);
	const tokens = [];
	const { spent } = checking;
	for (const piece of new Lexer().lex(text)) {
		for (const token of parser.next(piece)) tokens.push(token);
		spent.pieces++;
		if (piece.length > LONGEST_PIECE) return refuse(parser.offset - piece.length, `a text of ${piece.length} characters, and no field takes one of more than ${LONGEST_PIECE}.`);
		if (parser.stack.length > DEEPEST) return refuse(parser.offset, `the file is nested more than ${DEEPEST} levels deep.`);
		if (spent.pieces > MOST_PIECES) return refuse(parser.offset, `up to here there are more than ${MOST_PIECES} pieces (values, colons, line breaks). Use several steps with different files.`);
		if (spent.pieces % BATCH === 0) await checking.breathe();
	}
	for (const token of parser.end()) tokens.push(token);
	await checking.breathe();
	let errors = [];
	const composer = new Composer({
		schema: "failsafe",
		lineCounter: lines,
		prettyErrors: false,
		uniqueKeys: false
	});
	const stopAtMost = boundErrors(composer, errors);
	let document;
	try {
		for (const one of composer.compose(tokens, true, text.length)) if (document === void 0) document = one;
		else {
			errors.push({
				offset: one.range[0],
				code: "MULTIPLE_DOCS",
				message: ""
			});
			break;
		}
		errors = [...(document?.errors ?? []).map(({ pos, code, message }) => ({
			offset: pos[0],
			code,
			message
		})), ...errors.filter(({ code }) => code === "MULTIPLE_DOCS")];
		const tabs = errors.filter(({ code }) => code === "TAB_AS_INDENT");
		if (tabs.length > 0) errors = tabs;
		const told = /* @__PURE__ */ new Set();
		errors = errors.filter(({ offset, code }) => {
			const key = `${code} ${at(offset).line}`;
			return told.has(key) ? false : told.add(key);
		});
	} catch (thrown) {
		if (thrown !== stopAtMost) throw thrown;
	}
	const quotes = looksLikeMappings(text);
	for (const { offset, code, message } of errors) mistakes.add(() => `${place(offset)}: ${quotes ? explained(code, message) : `this is not valid YAML (${code})`}.`, () => at(offset));
	return errors.length > 0 || document === void 0 ? void 0 : {
		document,
		place,
		at
	};
}
const SECOND_COLON = "a second \": \" stands where one field ends. Write each field on a line of its own, and a value that has \": \" in it in quotes";
function boundErrors(composer, errors) {
	const enough = /* @__PURE__ */ new Error("too many errors");
	const own = Reflect.get(composer, "onError");
	if (typeof own !== "function") return enough;
	Object.assign(composer, { onError(source, code, message, isWarning) {
		own(source, code, message, isWarning);
		if (isWarning) return;
		if (errors.length >= MOST_ERRORS) throw enough;
		errors.push({
			offset: offsetOf(source),
			code,
			message
		});
	} });
	return enough;
}
function offsetOf(source) {
	if (typeof source === "number") return source;
	if (Array.isArray(source)) return Number(source[0]);
	return typeof source === "object" && source !== null && "offset" in source ? Number(source.offset) : 0;
}
function looksLikeMappings(text) {
	return /^[ \t"'{]*(?:version["']?[ \t]*:[ \t]*["']?1\b|mappings["']?[ \t]*:)/m.test(text);
}
function explained(code, message) {
	if (code === "MULTIPLE_DOCS") return "a second document begins here. Write one file without \"---\"";
	if (code === "BLOCK_AS_IMPLICIT_KEY") return SECOND_COLON;
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)((message.split("\n", 1)[0] ?? message).replace(/\.$/, ""));
}
// src/operations/export-target.ts
async function unwritable({ file, workspace }) {
	try {
		const link = await firstLink(file, workspace);
		if (link !== void 0) return {
			exists: true,
			problem: `${link} a symbolic link, which export does not write through`
		};
		const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.stat)(file);
		if (stats.isFile()) return { exists: true };
		return {
			exists: true,
			problem: `is ${stats.isDirectory() ? "a folder" : "a pipe or device"}, not a file`
		};
	} catch (error) {
		const code = codeOf(error);
		return code === "ENOENT" ? { exists: false } : {
			exists: true,
			problem: `cannot be looked at (${code})`
		};
	}
}
async function writeTarget(target, text) {
	const { problem, exists } = await unwritable(target);
	if (problem !== void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("invalid-input", `file: ${target.file} ${problem}.`, { advice: "" });
	const folder = node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(target.file);
	const draft = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, `.${node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(target.file)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.randomUUID)()}`);
	try {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.mkdir)(folder, { recursive: true });
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.writeFile)(draft, text, { flag: "wx" });
		if (exists) await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.chmod)(draft, (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.stat)(target.file)).mode);
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.rename)(draft, target.file);
	} catch (error) {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.rm)(draft, { force: true }).catch(() => void 0);
		throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("invalid-input", `The file ${target.file} could not be written (${codeOf(error)}).`, {
			advice: "Check the input file, the disk, and the permissions of the runner.",
			cause: error
		});
	}
}
async function firstLink(file, workspace) {
	const inside = node_path__WEBPACK_IMPORTED_MODULE_1___default().relative(workspace, file);
	const parts = inside.startsWith("..") || node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(inside) ? [] : inside.split((node_path__WEBPACK_IMPORTED_MODULE_1___default().sep));
	const folders = parts.slice(0, -1).map((_, index) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(workspace, ...parts.slice(0, index + 1)));
	for (const folder of folders) if (await isLink(folder)) return "is below";
	return await isLink(file) ? "is" : void 0;
}
async function isLink(file) {
	try {
		return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.lstat)(file)).isSymbolicLink();
	} catch (error) {
		if (codeOf(error) === "ENOENT") return false;
		throw error;
	}
}
function codeOf(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}



/***/ }),

/***/ 2178:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ rankOf),
/* harmony export */   n: () => (/* binding */ FINDING_CODE_NAMES),
/* harmony export */   r: () => (/* binding */ RANKS),
/* harmony export */   t: () => (/* binding */ FINDING_CODES)
/* harmony export */ });
// src/mappings/audit/finding-codes.ts
const RANKS = [
	"high",
	"medium",
	"low"
];
const FINDING_CODES = {
	"dangling-principal": {
		rank: "high",
		why: "The AWS principal does not exist, so whoever creates one of that name takes the mapping over.",
		fix: "Delete the mapping, or create the principal again."
	},
	"open-to-anyone": {
		rank: "high",
		why: "Any job on GitHub satisfies the claims.",
		fix: "Add repository, repository_id and repository_owner_id to the claims."
	},
	"open-to-owner": {
		rank: "high",
		intakeRank: "medium",
		why: "Every repository of the owner satisfies the claims, including those created later.",
		fix: "Add repository and repository_id to the claims."
	},
	"dangerous-and-wide": {
		rank: "high",
		why: "Many callers match the mapping, and its account has dangerous permissions.",
		fix: "Map one repository or one AWS principal, or give the mapping an account with fewer permissions."
	},
	"invisible-characters": {
		rank: "high",
		why: "An attribute has invisible characters, so it is not what it looks like.",
		fix: "Find out who created the mapping, and delete it or create it again without these characters."
	},
	"dangerous-account": {
		rank: "medium",
		why: "The account can give itself or others more power.",
		fix: "Give the mapping an account whose roles have only the permissions that it needs."
	},
	"recreatable-repository": {
		rank: "medium",
		why: "The claims have no literal ids, so whoever creates a repository of that name satisfies them.",
		fix: "Add repository_id and repository_owner_id to the claims."
	},
	"open-to-any-ref": {
		rank: "medium",
		intakeRank: "low",
		why: "Any branch, tag or event of the repository satisfies the claims.",
		fix: "Add ref or environment to the claims."
	},
	"disabled-account": {
		rank: "medium",
		why: "The account is disabled; the mapping works again as soon as somebody enables it.",
		fix: "Delete the mapping, or give it an enabled account."
	},
	"missing-account": {
		rank: "medium",
		why: "The account does not exist.",
		fix: "Delete the mapping, or create it for an account that exists."
	},
	"missing-role": {
		rank: "medium",
		why: "The role does not exist.",
		fix: "Delete the mapping, or update it to a role that exists."
	},
	"missing-team": {
		rank: "medium",
		why: "The team does not exist.",
		fix: "Delete the mapping, or update it to a team that exists."
	},
	person: {
		rank: "medium",
		why: "A machine acts as a person: its actions appear under that name, and it stops working when the person is disabled.",
		fix: "Give the mapping a service account."
	},
	"look-alike-letters": {
		rank: "medium",
		why: "An attribute mixes letters of several scripts that look alike.",
		fix: "Find out who created the mapping, and delete it or create it again with the intended letters."
	},
	"useless-pattern": {
		rank: "low",
		why: "No caller can ever match the ARN pattern.",
		fix: "Delete the mapping, or create it with the pattern that can match."
	},
	overlap: {
		rank: "low",
		why: "Another mapping matches the same callers, and Datadog does not document which of them it uses.",
		fix: "Delete one of them."
	},
	duplicate: {
		rank: "low",
		why: "Another AuthN mapping gives the same role or team for the same attribute and value.",
		fix: "Delete one of them."
	},
	"no-effect": {
		rank: "low",
		why: "Settings of the organization keep the mapping from having an effect.",
		fix: "Change the setting that the finding names, or delete the mapping."
	}
};
const FINDING_CODE_NAMES = Object.keys(FINDING_CODES);
function rankOf(code, isIntake) {
	const row = FINDING_CODES[code];
	return (isIntake ? row.intakeRank : void 0) ?? row.rank;
}



/***/ }),

/***/ 5995:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readPowers),
/* harmony export */   r: () => (/* binding */ withAccounts),
/* harmony export */   t: () => (/* binding */ NO_PERMISSION)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);

// src/operations/granted-power.ts
async function readPowers(client, changes, { unchanged }) {
	const identifiers = /* @__PURE__ */ new Set();
	const uuids = /* @__PURE__ */ new Set();
	const roleIds = /* @__PURE__ */ new Set();
	for (const change of changes) {
		if (change.action === "blocked" || change.action === "unchanged" && !unchanged) continue;
		for (const live of (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ut)(change)) if (live.accountUuid !== void 0) uuids.add(live.accountUuid);
		const all = [...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ut)(change), ...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ft)(change).map(({ attributes }) => attributes)];
		for (const { roleId } of all) if (roleId !== void 0) roleIds.add(roleId);
		if (change.action === "unchanged") continue;
		for (const { kind, attributes } of (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ft)(change)) if (_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind].persona && attributes.accountIdentifier !== void 0) identifiers.add(attributes.accountIdentifier);
	}
	const powers = /* @__PURE__ */ new Map();
	if (identifiers.size + uuids.size + roleIds.size === 0) return powers;
	const { accounts, roles } = await client.directory();
	const reads = [
		...[...identifiers].map((text) => [
			text,
			() => accounts.find(text),
			NO_ACCOUNT
		]),
		...[...uuids].map((uuid) => [
			uuid,
			() => accounts.byUuid(uuid),
			NO_ACCOUNT
		]),
		...[...roleIds].map((id) => [
			id,
			() => roles.byId(id),
			"there is no such role"
		])
	].map(([key, read, missing]) => [
		key,
		read,
		missing
	]);
	await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(reads, async ([key, read, missing]) => {
		const reading = await read();
		if (reading.status === "found") powers.set(key, reading.value);
		else powers.set(key, reading.status === "missing" ? {
			unknown: missing,
			isMissing: true
		} : { unknown: NO_PERMISSION });
	});
	return powers;
}
const NO_ACCOUNT = "there is no such account";
const NO_PERMISSION = `that needs ${_index_js__WEBPACK_IMPORTED_MODULE_0__.x}`;
function withAccounts(changes, powers) {
	return changes.map((change) => {
		switch (change.action) {
			case "create": return {
				...change,
				wanted: resolved(change.wanted, powers)
			};
			case "replace": return {
				...change,
				wanted: change.wanted.map((wanted) => resolved(wanted, powers))
			};
			default: return change;
		}
	});
}
function resolved(wanted, powers) {
	const account = powers.get(wanted.attributes.accountIdentifier ?? "");
	return account !== void 0 && "uuid" in account ? {
		...wanted,
		accountUuid: account.uuid
	} : wanted;
}



/***/ }),

/***/ 5904:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ isIgnored)
/* harmony export */ });
/* harmony import */ var _mistakes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8735);

// src/mappings/file/ignore.ts
function isIgnored(ignore, mapping) {
	if (ignore === void 0) return false;
	const { kind, id } = mapping;
	const rule = ignore.kinds[kind];
	return rule === "all" || ignore.mappingIds.some((ignored) => ignored.toLowerCase() === id?.toLowerCase()) || rule !== void 0 && (0,_mistakes_js__WEBPACK_IMPORTED_MODULE_0__.i)({ [kind]: rule }, {
		...mapping,
		id: id ?? ""
	});
}



/***/ }),

/***/ 4456:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ parseMappingsFile),
/* harmony export */   parseMappingsFiles: () => (/* binding */ parseMappingsFiles)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _warnings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(291);
/* harmony import */ var _finding_codes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2178);
/* harmony import */ var _export_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(832);
/* harmony import */ var _claim_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2933);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8622);
/* harmony import */ var _mistakes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8735);







// src/mappings/file/yaml-values.ts
const SIZE_OF_ONE = 16;
const LARGEST_EXPANSION = 2 * _export_target_js__WEBPACK_IMPORTED_MODULE_3__.r;
const NULL = /^(?:null|Null|NULL|~)$/;
async function valuesOf({ document, place, at }, mistakes, { spent }) {
	const yaml = await __webpack_require__.e(/* import() */ 186).then(__webpack_require__.bind(__webpack_require__, 8186));
	const found = [];
	const reader = new Reader(yaml, spent, (node, text) => found.push([node?.range?.[0] ?? 0, text]));
	const root = reader.read(document.contents);
	const offsets = new Offsets(yaml, document, reader);
	const places = {
		value: (path) => place(offsets.ofValue(path)),
		key: (path) => place(offsets.ofKey(path)),
		items(path) {
			const offsetOf = offsets.ofItems(path);
			return (index) => place(offsetOf(index));
		},
		at: (path) => at(offsets.ofValue(path)),
		keyAt: (path) => at(offsets.ofKey(path))
	};
	if (hasShape(root)) for (const [offset, text] of found) mistakes.add(() => `${place(offset)}: ${text}`, () => at(offset));
	else mistakes.add(() => `${places.value([])}: the file is not ${isRecord(root) ? "a mappings file, which has version: 1 and mappings" : "a block of fields"}.${Array.isArray(root) ? " Write version: 1 above, and the list below mappings:." : ""}`, () => places.at([]));
	return hasShape(root) && !reader.isBroken ? {
		root,
		places
	} : void 0;
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function hasShape(root) {
	return isRecord(root) && (root["mappings"] !== void 0 || root["version"] === "1");
}
var Reader = class {
	#yaml;
	#spent;
	#tell;
	#anchors = /* @__PURE__ */ new Map();
	#done = /* @__PURE__ */ new Map();
	#targets = /* @__PURE__ */ new Map();
	#size = 0;
	#isBroken = false;
	constructor(yaml, spent, tell) {
		this.#yaml = yaml;
		this.#spent = spent;
		this.#tell = tell;
	}
	get isBroken() {
		return this.#isBroken;
	}
	targetOf(alias) {
		return this.#targets.get(alias);
	}
	nameOf({ key }) {
		const { isAlias, isScalar } = this.#yaml;
		const node = isAlias(key) ? this.targetOf(key) : key;
		return isScalar(node) ? String(node.value ?? "") : void 0;
	}
	read(node) {
		const { isAlias, isMap, isScalar, isSeq } = this.#yaml;
		const isText = isScalar(node);
		if (!isText && isAlias(node)) return this.#readAlias(node);
		if (!isText && !isMap(node) && !isSeq(node)) return "";
		if (node.anchor !== void 0) this.#anchors.set(node.anchor, node);
		if (node.tag !== void 0 && !TAGS.test(node.tag)) this.#tell(node, `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(node.tag)} is a tag, and mappings files have none. Write the value without it.`);
		const before = this.#size;
		const value = isText ? this.#readText(node) : isMap(node) ? this.#readMap(node) : this.#readList(node);
		if (node.anchor !== void 0) this.#done.set(node, {
			value,
			size: this.#size - before
		});
		return value;
	}
	#readAlias(alias) {
		const target = this.#anchors.get(alias.source);
		const read = target && this.#done.get(target);
		if (target === void 0 || read === void 0) {
			const why = target === void 0 ? "has no anchor before it. Put a value that begins with \"*\" in quotes" : "stands within its own anchor";
			this.#isBroken = true;
			this.#tell(alias, `*${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(alias.source)} ${why}.`);
			return "";
		}
		this.#targets.set(alias, target);
		if (!this.#grow(alias, read.size)) return "";
		this.#size += read.size;
		return read.value;
	}
	#grow(node, size) {
		this.#spent.expansion += size;
		if (this.#spent.expansion <= LARGEST_EXPANSION) return true;
		if (!this.#isBroken) this.#tell(node, `up to here the aliases expand to more than ${LARGEST_EXPANSION} characters.`);
		this.#isBroken = true;
		return false;
	}
	#readText(node) {
		const value = String(node.value ?? "");
		if (node.type === "PLAIN" && NULL.test(node.source ?? "")) this.#tell(node, `${node.source} means that there is no value. Write one, or put it in quotes.`);
		const size = SIZE_OF_ONE + value.length;
		this.#grow(node, size);
		this.#size += size;
		return value;
	}
	#readList(node) {
		this.#size += SIZE_OF_ONE;
		return node.items.map((item) => this.read(item));
	}
	#readMap(node) {
		this.#size += SIZE_OF_ONE;
		const fields = Object.create(null);
		for (const pair of node.items) {
			const key = pair.key;
			this.read(key);
			const name = this.nameOf(pair);
			const value = this.read(pair.value);
			if (name === void 0) this.#tell(key, "the name of a field is not a single text.");
			else if (name === "<<") this.#tell(key, "<< is a merge key, and mappings files have none. Write the fields out.");
			else if (name in fields) this.#tell(key, `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(name.slice(0, 100))} is given twice. Leave one out.`);
			else fields[name] = value;
		}
		return fields;
	}
};
const TAGS = /^(?:!|tag:yaml\.org,2002:(?:str|map|seq))$/;
var Offsets = class {
	#yaml;
	#document;
	#reader;
	constructor(yaml, document, reader) {
		this.#yaml = yaml;
		this.#document = document;
		this.#reader = reader;
	}
	ofValue(path) {
		return this.#nearest(path)?.range?.[0] ?? 0;
	}
	ofKey(path) {
		const block = this.#resolved(this.#nearest(path.slice(0, -1)));
		return ((this.#yaml.isMap(block) ? this.#pairOf(block, path.at(-1)) : void 0)?.key)?.range?.[0] ?? this.ofValue(path);
	}
	ofItems(path) {
		const list = this.#resolved(this.#nearest(path));
		const items = this.#yaml.isSeq(list) ? list.items : [];
		return (index) => {
			const item = items[index];
			return (this.#yaml.isNode(item) ? item.range?.[0] : void 0) ?? this.ofValue([...path, index]);
		};
	}
	#nearest(path) {
		let node = this.#document.contents;
		for (const part of path) {
			const block = this.#resolved(node);
			const inner = this.#yaml.isMap(block) ? this.#pairOf(block, part)?.value : this.#yaml.isSeq(block) ? block.items[Number(part)] : void 0;
			if (!this.#yaml.isNode(inner)) return node;
			node = inner;
		}
		return node;
	}
	#resolved(node) {
		return this.#yaml.isAlias(node) ? this.#reader.targetOf(node) : node;
	}
	#pairOf(block, name) {
		return block.items.find((pair) => this.#reader.nameOf(pair) === name);
	}
};
// src/mappings/file/accept.ts
const text$1 = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)().check((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.rt)(1));
const acceptSchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.$)({
	code: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.V)(_finding_codes_js__WEBPACK_IMPORTED_MODULE_2__.n),
	"mapping-id": text$1,
	reason: text$1,
	until: text$1,
	hash: text$1
}));
const CHECKS = {
	until: (value) => isDate(value) ? void 0 : `"${value}" is not a date such as 2027-03-31.`,
	hash: (value) => /^[0-9a-f]{32}$/.test(value) ? void 0 : `"${value}" is not the hash that audit prints with a finding.`
};
function addAcceptMistakes(given, places, mistakes) {
	const seen = /* @__PURE__ */ new Set();
	for (const [index, entry] of (Array.isArray(given) ? given : []).entries()) {
		if (!isRecord(entry)) continue;
		for (const [field, value] of Object.entries(entry)) {
			if (typeof value !== "string" || value === "") continue;
			const problem = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Cn)(value) ?? CHECKS[field]?.(value);
			if (problem !== void 0) mistakes.add(() => `${places.value([
				"accept",
				index,
				field
			])}: ${problem}`, () => places.at([
				"accept",
				index,
				field
			]));
		}
		const key = JSON.stringify([entry["code"], entry["mapping-id"]]);
		if (seen.has(key)) mistakes.add(() => `${places.value(["accept", index])}: this finding is accepted above already. Leave one out.`, () => places.at(["accept", index]));
		seen.add(key);
	}
}
function acceptancesOf(given) {
	return given.map(({ "mapping-id": mappingId, ...rest }) => ({
		...rest,
		mappingId
	}));
}
function isDate(value) {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
	const date = /* @__PURE__ */ new Date(`${value}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
// src/mappings/file/blocks.ts
const BLOCKS = [
	"scope",
	"ignore",
	"policy",
	"accept"
];
function addAbsences(parts, blocksSuffice, mistakes) {
	const [first] = parts;
	if (first !== void 0 && !blocksSuffice && parts.every(({ root }) => root["mappings"] === void 0)) {
		const where = parts.length === 1 ? "" : " in all files";
		mistakes.add(() => `${first.places.value([])}: mappings is missing${where}.`, () => first.places.at([]));
		return;
	}
	for (const { root, places } of parts) if (["mappings", ...BLOCKS].every((name) => root[name] === void 0)) mistakes.add(() => `${places.value([])}: the file has neither mappings nor ${BLOCKS.join(", ")}.`, () => places.at([]));
}
function addDifferences(parts, mistakes) {
	for (const block of BLOCKS) {
		const [first, ...others] = parts.filter(({ root }) => root[block] !== void 0);
		for (const other of others) {
			const [one, two] = [first, other].map((part) => (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_5__.t)({ [block]: part?.root[block] }));
			if (first !== void 0 && one !== two) mistakes.add(() => `${other.places.key([block])}: this ${block} differs from the one at ${first.places.key([block])}. Leave one out.`, () => other.places.at([block]));
		}
	}
}
function hasScope({ root: { scope } }) {
	return isRecord(scope) && Object.keys(scope).length > 0;
}
const SCOPE_CHECKS = {
	accounts: (text) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Vt)(text) ? void 0 : `"${text}" is not an AWS account number of 12 digits.`,
	"pattern-prefixes": _mistakes_js__WEBPACK_IMPORTED_MODULE_6__.a,
	repositories: (text) => /^([\w.-]+\/[\w.-]+|\d+)$/.test(text) ? void 0 : `"${text}" is not a repository as OWNER/NAME, or its id.`,
	"attribute-keys": () => void 0
};
function addScopeMistakes(block, { root, places }, mistakes) {
	const given = root[block];
	for (const kind of _index_js__WEBPACK_IMPORTED_MODULE_0__.En) {
		const scope = isRecord(given) ? given[kind] : void 0;
		if (!isRecord(scope)) continue;
		for (const [field, check] of Object.entries(SCOPE_CHECKS)) {
			const texts = scope[field];
			for (const [index, text] of (Array.isArray(texts) ? texts : []).entries()) {
				if (typeof text !== "string" || text === "") continue;
				const isFree = block === "ignore" && field === "pattern-prefixes";
				const problem = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Cn)(text) ?? (isFree ? void 0 : check(text));
				if (problem !== void 0) mistakes.add(() => `${places.value([
					block,
					kind,
					field,
					index
				])}: ${problem}`, () => places.at([
					block,
					kind,
					field,
					index
				]));
			}
		}
		if (Object.keys(scope).length === 0) mistakes.add(() => `${places.value([block, kind])}: the ${block} of ${kind} is empty. Say what it is about, or leave it out.`, () => places.at([block, kind]));
	}
}
function addPolicyMistakes(given, places, mistakes) {
	const claims = isRecord(given) ? given["required-claims"] : void 0;
	for (const [index, name] of (Array.isArray(claims) ? claims : []).entries()) {
		if (typeof name !== "string" || name === "" || (0,_claim_names_js__WEBPACK_IMPORTED_MODULE_4__.n)(name)) continue;
		const at = [
			"policy",
			"required-claims",
			index
		];
		mistakes.add(() => `${places.value(at)}: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Cn)(name) ?? (0,_claim_names_js__WEBPACK_IMPORTED_MODULE_4__.r)(name)}`, () => places.at(at));
	}
}
function blocksOf(heads) {
	const { scope, ignore, policy, accept } = Object.assign({}, ...heads);
	return {
		scope: scope === void 0 ? {} : scopeOf(scope),
		accepted: accept === void 0 ? [] : acceptancesOf(accept),
		...ignore !== void 0 && { ignore: ignoreOf(ignore) },
		...policy !== void 0 && { policy: {
			accounts: policy.accounts ?? "any",
			forbiddenRoles: policy["forbidden-roles"] ?? [],
			forbiddenPermissions: policy["forbidden-permissions"] ?? [],
			requiredClaims: policy["required-claims"] ?? []
		} }
	};
}
function ignoreOf({ "mapping-ids": mappingIds = [], ...given }) {
	const kinds = {};
	for (const kind of _index_js__WEBPACK_IMPORTED_MODULE_0__.En) {
		const rule = given[kind];
		if (rule === "all") kinds[kind] = "all";
		else if (rule !== void 0) Object.assign(kinds, scopeOf({ [kind]: rule }));
	}
	return {
		mappingIds,
		kinds
	};
}
function scopeOf(given) {
	const scope = {};
	for (const kind of _index_js__WEBPACK_IMPORTED_MODULE_0__.En) {
		const fields = given[kind];
		if (fields === void 0) continue;
		const { accounts, repositories, "pattern-prefixes": patternPrefixes, "attribute-keys": attributeKeys } = fields;
		scope[kind] = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Dn)({
			accounts,
			patternPrefixes,
			repositories,
			attributeKeys
		});
	}
	return scope;
}
// src/mappings/file/file-schema.ts
const text = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)().check((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.rt)(1));
const texts = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)(text).check((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.rt)(1));
const claimsSchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Q)(text, text);
function entryOf(kind) {
	const written = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.en)(kind);
	const needed = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Qt)(kind);
	const shape = { kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(kind.name) };
	for (const name of written) {
		const one = name === "claims" ? claimsSchema : text;
		shape[(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(name)] = needed.includes(name) ? one : (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(one);
		const byName = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ft)(name);
		if (byName !== void 0) shape[byName] = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(text);
	}
	if (written.includes("arnPattern")) shape["rewrite-role-arn"] = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.V)(["true", "false"]));
	shape["literal"] = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.V)(["true", "false"]));
	for (const name of _index_js__WEBPACK_IMPORTED_MODULE_0__.kt) shape[(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(name)] = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)());
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.$)(shape);
}
function entrySchema() {
	const [first, ...others] = _index_js__WEBPACK_IMPORTED_MODULE_0__.En;
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.W)("kind", [entryOf(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[first]), ...others.map((name) => entryOf(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[name]))]);
}
const TEXT_FIELDS = new Map(_index_js__WEBPACK_IMPORTED_MODULE_0__.En.map((kind) => {
	const written = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.en)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind]);
	const texts = [...written.filter((name) => name !== "claims"), ..._index_js__WEBPACK_IMPORTED_MODULE_0__.kt].map(_index_js__WEBPACK_IMPORTED_MODULE_0__.Pt);
	const names = written.flatMap((name) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ft)(name) ?? []);
	return [kind, {
		needed: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Qt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind]).map(_index_js__WEBPACK_IMPORTED_MODULE_0__.Pt),
		known: /* @__PURE__ */ new Set([
			"kind",
			...texts,
			...names
		])
	}];
}));
function isPlainEntry(entry) {
	const fields = TEXT_FIELDS.get(entry["kind"]);
	if (fields === void 0 || fields.needed.some((name) => entry[name] === void 0)) return false;
	for (const name in entry) {
		const value = entry[name];
		if (typeof value !== "string" || value === "" || !fields.known.has(name)) return false;
	}
	return true;
}
const awsScope = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.$)({
	accounts: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(texts),
	"pattern-prefixes": (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(texts)
});
const githubScope = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.$)({ repositories: texts });
const authnScope = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.$)({ "attribute-keys": texts });
const all = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)("all");
const head = {
	$schema: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(text),
	version: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)("1"),
	scope: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.$)({
		"aws-persona": (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(awsScope),
		"aws-intake": (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(awsScope),
		"github-persona": (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(githubScope),
		"github-intake": (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(githubScope),
		authn: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(authnScope)
	})),
	ignore: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.$)({
		"mapping-ids": (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(texts),
		"aws-persona": (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.tt)([all, awsScope])),
		"aws-intake": (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.tt)([all, awsScope])),
		"github-persona": (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.tt)([all, githubScope])),
		"github-intake": (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.tt)([all, githubScope])),
		authn: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.tt)([all, authnScope]))
	})),
	policy: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.$)({
		accounts: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.V)(["any", "service-accounts"])),
		"forbidden-roles": (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(texts),
		"forbidden-permissions": (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(texts),
		"required-claims": (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(texts)
	})),
	accept: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(acceptSchema)
};
const headSchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.$)({
	...head,
	mappings: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.nt)()))
});
// src/mappings/file/shape-problems.ts
function addIssues(issues, base, { root, places }, mistakes) {
	for (const issue of issues) {
		const path = [...base, ...issue.path];
		if (issue.code !== "unrecognized_keys") mistakes.add(() => sentence({
			...issue,
			path
		}, root, places), () => places.at(path));
		else for (const key of issue.keys) {
			const at = [...path, key];
			mistakes.add(() => `${places.key(at)}: ${name(at)} ${unknownField(key, path, root)}`, () => places.keyAt(at));
		}
	}
}
function sentence(issue, root, places) {
	const { path } = issue;
	const where = (at) => `${places.value(at)}: ${at.length === 0 ? "the file" : name(at)}`;
	const given = valueAt(root, path);
	switch (issue.code) {
		case "invalid_union": {
			const kind = valueAt(root, path);
			if (typeof kind === "object" && kind !== null) return `${where(path)} is not a single text.`;
			if (typeof kind !== "string" || kind === "") return `${where(path)} is missing. Write one of ${_index_js__WEBPACK_IMPORTED_MODULE_0__.En.join(", ")}.`;
			const close = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.An)(kind, _index_js__WEBPACK_IMPORTED_MODULE_0__.En);
			return `${where(path)}: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.wn)(kind)} is not one of ${_index_js__WEBPACK_IMPORTED_MODULE_0__.En.join(", ")}.${close === void 0 ? "" : ` Did you mean ${close}?`}`;
		}
		case "invalid_value": return given === void 0 ? `${where(path)} is missing. Write ${issue.values.join(" or ")}.` : `${where(path)} is not ${issue.values.join(" or ")}.${issue.values.length > 1 ? meantText(given, issue.values.map(String)) : ""}`;
		case "too_small": return `${where(path)} is empty.`;
		case "invalid_type": return given === void 0 ? `${where(path)} is missing.` : `${where(path)} is not ${EXPECTED[issue.expected] ?? issue.expected}.`;
		case "invalid_key": return `${where(path)} has an empty name.`;
		default: return `${where(path)} is not valid.`;
	}
}
function meantText(given, words) {
	const meant = typeof given === "string" ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.kn)(given, words) : void 0;
	return meant === void 0 ? "" : ` Did you mean ${meant}?`;
}
const EXPECTED = {
	string: "a single text",
	array: "a list",
	object: "a block of fields",
	record: "a block of \"name: value\" lines"
};
const FIELDS = [
	"kind",
	..._index_js__WEBPACK_IMPORTED_MODULE_0__._t,
	"claims",
	..._index_js__WEBPACK_IMPORTED_MODULE_0__.At.map(_index_js__WEBPACK_IMPORTED_MODULE_0__.Pt),
	..._index_js__WEBPACK_IMPORTED_MODULE_0__.Ot
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
	if (known.includes(key)) return `is not a field of ${typeof kind === "string" ? `kind: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(kind)}` : name(path)}. Leave it out.`;
	const close = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.An)(key, known);
	if (close !== void 0) return `is not a field. Did you mean ${close}?`;
	return known.length === 0 ? "is not a field." : `is not a field. The fields here are ${known.join(", ")}.`;
}
function knownKeys(path, parsed) {
	if (path.length === 0) return [
		"version",
		"scope",
		"ignore",
		"policy",
		"accept",
		"mappings"
	].filter((key) => valueAt(parsed, [key]) === void 0);
	if (path[0] === "scope") return path.length === 1 ? _index_js__WEBPACK_IMPORTED_MODULE_0__.En : SCOPE_FIELDS;
	return FIELDS;
}
function name(path) {
	return path.map((part, index) => typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(String(part).slice(0, 100))}`).join("");
}
function valueAt(value, path) {
	return path.reduce((at, part) => typeof at === "object" && at !== null ? at[part] : void 0, value);
}
// src/mappings/file/mappings-file.ts
function parseMappingsFile(text, checking) {
	return parseMappingsFiles([{
		name: "",
		text
	}], { ...checking && { checking } });
}
async function parseMappingsFiles(files, { checking = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.xn)(), blocksSuffice = false } = {}) {
	const mistakes = new _mistakes_js__WEBPACK_IMPORTED_MODULE_6__.t();
	const parts = [];
	for (const file of files) {
		const yaml = await (0,_export_target_js__WEBPACK_IMPORTED_MODULE_3__.i)({
			...file,
			isOnly: files.length === 1
		}, mistakes, checking);
		const values = yaml && await valuesOf(yaml, mistakes, checking);
		if (values !== void 0 && isRecord(values.root)) parts.push({
			...values,
			root: values.root
		});
	}
	const isWhole = parts.length === files.length;
	if (isWhole) addAbsences(parts, blocksSuffice, mistakes);
	const heads = [];
	const entries = new Entries({
		mistakes,
		checking
	});
	for (const part of parts) {
		const head = headSchema.safeParse(part.root);
		if (head.success) heads.push(head.data);
		else addIssues(head.error.issues, [], part, mistakes);
		await entries.add(part);
	}
	addContradictions(entries.read, mistakes);
	for (const part of parts) {
		const { root, places } = part;
		addScopeMistakes("scope", part, mistakes);
		addScopeMistakes("ignore", part, mistakes);
		addPolicyMistakes(root["policy"], places, mistakes);
		addAcceptMistakes(root["accept"], places, mistakes);
	}
	addDifferences(parts, mistakes);
	const isRight = mistakes.count === 0;
	const warnings = isWhole ? entries.warnings() : [];
	const mappings = entries.read.map(({ mapping, place }) => isRight ? {
		...mapping,
		place: place()
	} : mapping);
	return {
		...isWhole && { file: {
			mappings,
			...blocksOf(heads),
			hasScope: parts.some(hasScope)
		} },
		problems: mistakes.lines(),
		warnings: warnings.flatMap((part) => part.lines()),
		remarks: {
			problems: mistakes.remarks(),
			warnings: warnings.flatMap((part) => part.remarks())
		}
	};
}
const BATCH = 16;
var Entries = class {
	read = [];
	#round;
	#dangers = [];
	#others = new _mistakes_js__WEBPACK_IMPORTED_MODULE_6__.t();
	constructor(round) {
		this.#round = round;
	}
	async add(part) {
		const { mistakes, checking } = this.#round;
		const { root, places } = part;
		const given = Array.isArray(root["mappings"]) ? root["mappings"] : [];
		let schema;
		const placeOf = places.items(["mappings"]);
		for (const [index, entry] of given.entries()) {
			if (index % BATCH === 0) await checking.breathe();
			const path = ["mappings", index];
			if (!isRecord(entry) || !isPlainEntry(entry)) {
				schema ??= entrySchema();
				const parsed = schema.safeParse(entry);
				if (!parsed.success) addIssues(parsed.error.issues, path, part, mistakes);
			}
			const kind = isRecord(entry) ? _index_js__WEBPACK_IMPORTED_MODULE_0__.Kt.find(({ name }) => name === entry["kind"]) : void 0;
			if (!isRecord(entry) || kind === void 0) continue;
			const place = (field) => `${places.value([...path, field])}: ${field}`;
			const at = (field) => () => places.at([...path, field]);
			const collect = (field, result) => {
				if ("problem" in result) {
					mistakes.add(() => `${place(field)}: ${result.problem}`, at(field));
					return;
				}
				for (const warning of result.warnings) this.#others.add(() => `${place(field)}: ${warning}`, at(field));
				return result.value;
			};
			const { oneOf } = kind;
			const isGiven = (name) => [(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(name), (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ft)(name) ?? ""].some((field) => entry[field] !== void 0);
			if (oneOf !== void 0 && oneOf.filter(isGiven).length !== 1) {
				const fields = oneOf.map((name) => [(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ft)(name), (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(name)].join(" or "));
				mistakes.add(() => `${place((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(oneOf[0] ?? "roleId"))}: an AuthN mapping gives one of ${fields.join(", ")}.`, at((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(oneOf[0] ?? "roleId")));
			}
			const options = {
				rewriteRoleArn: entry["rewrite-role-arn"] !== "false",
				literal: entry["literal"] === "true"
			};
			const values = givenIn(entry, kind);
			const attributes = values.claims === void 0 ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Nt)(values, options, collect) : await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.jt)(values, options, collect, checking);
			const names = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Mt)(namesIn(entry), options, collect);
			for (const warning of (0,_warnings_js__WEBPACK_IMPORTED_MODULE_1__.r)(kind.name, attributes)) this.#dangers.push({
				warning,
				text: () => `${place(warning.field)}: ${warning.text}`,
				at: at(warning.field)
			});
			this.read.push({
				mapping: {
					kind: kind.name,
					attributes,
					...Object.keys(names).length > 0 && { names },
					...(0,_mistakes_js__WEBPACK_IMPORTED_MODULE_6__.r)(entry)
				},
				place: () => placeOf(index),
				at: () => places.at(path)
			});
		}
	}
	warnings() {
		const worst = new _mistakes_js__WEBPACK_IMPORTED_MODULE_6__.t();
		for (const { text, at } of this.#dangers.sort((a, b) => (0,_warnings_js__WEBPACK_IMPORTED_MODULE_1__.t)(a.warning, b.warning))) worst.add(text, at);
		return [worst, this.#others];
	}
};
function givenIn(entry, kind) {
	const given = {};
	for (const name of (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.en)(kind)) {
		const value = entry[(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(name)];
		if (name === "claims") {
			if (isRecord(value) && claimsSchema.safeParse(value).success) given.claims = value;
		} else if (typeof value === "string" && value !== "") given[name] = value;
	}
	return given;
}
function namesIn(entry) {
	const names = {};
	for (const name of _index_js__WEBPACK_IMPORTED_MODULE_0__.Ot) {
		const text = entry[name];
		if (typeof text === "string" && text !== "") names[name] = text;
	}
	return names;
}
function addContradictions(entries, mistakes) {
	const firsts = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const { mapping, place, at } = entry;
		if (mapping.names === void 0 && !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Yt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[mapping.kind], mapping.attributes)) continue;
		const key = keyOf(mapping.kind, mapping);
		const first = firsts.get(key);
		if (first === void 0) firsts.set(key, entry);
		else {
			const accounts = [first, entry].flatMap((one) => one.mapping.attributes.accountIdentifier?.toLowerCase() ?? []);
			const same = new Set(accounts).size < 2;
			mistakes.add(() => `${place()}: this is the same mapping as the one at ${first.place()}${same ? ". Leave one out." : ", with another account. Keep one."}`, at);
		}
	}
	const kinds = new Set(entries.map(({ mapping }) => mapping.kind));
	const passed = /* @__PURE__ */ new Set();
	for (const entry of firsts.values()) {
		const { mapping, place, at } = entry;
		const { sibling, principal } = _index_js__WEBPACK_IMPORTED_MODULE_0__.qt[mapping.kind];
		if (sibling === void 0 || !kinds.has(sibling) || mapping.attributes.arnPattern === void 0) continue;
		passed.add(entry);
		const other = firsts.get(keyOf(sibling, mapping));
		if (other === void 0 || !passed.has(other)) continue;
		mistakes.add(() => `${place()}: ${principal(mapping.attributes)} is also the pattern of the ${_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[sibling].title} at ${other.place()}, and Datadog allows one mapping per pattern. Leave one out.`, at);
	}
}
function keyOf(kind, { attributes, names }) {
	const key = `${kind} ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind], attributes)}`;
	return names === void 0 ? key : `${key} ${JSON.stringify(names)}`;
}



/***/ }),

/***/ 8735:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ prefixProblem),
/* harmony export */   i: () => (/* binding */ isInScope),
/* harmony export */   n: () => (/* binding */ disagreements),
/* harmony export */   r: () => (/* binding */ expectedIn),
/* harmony export */   t: () => (/* binding */ Mistakes)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1364);


// src/mappings/file/scope.ts
function isInScope(scope, mapping) {
	const kind = scope[mapping.kind];
	if (kind === void 0) return false;
	const { accounts, patternPrefixes, repositories, attributeKeys } = kind;
	const { arnPattern = "", attributeKey = "", claims = {} } = mapping;
	const tests = [
		accounts?.includes((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Lt)(arnPattern) ?? ""),
		patternPrefixes?.some((prefix) => arnPattern.startsWith(prefix)),
		repositories?.some((repository) => (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.o)(claims[/^\d+$/.test(repository) ? "repository_id" : "repository"]) === repository),
		attributeKeys?.includes(attributeKey)
	].filter((test) => test !== void 0);
	return tests.length > 0 && tests.every(Boolean);
}
const EXAMPLE = "arn:aws:sts::123456789012:assumed-role/ci-";
const RESOURCES = {
	sts: [{
		start: "assumed-role/",
		rest: /^[^/*]*(\/([^/*]*|\*))?$/
	}, {
		start: "federated-user/",
		rest: /^[^/*]*$/
	}],
	iam: [{
		start: "user/",
		rest: /^([^/*]*|([^/*]+\/)+([^/*]*|\*))$/
	}]
};
function prefixProblem(text) {
	if (!text.startsWith("arn:") || /\s/.test(text)) return `"${text}" is not the beginning of an ARN pattern, such as ${EXAMPLE}.`;
	const [, partition = "", service, region, account, ...rest] = text.split(":");
	if (service === void 0 || !Object.hasOwn(RESOURCES, service)) return service === void 0 || service === "" || ["sts", "iam"].some((name) => name.startsWith(service)) ? `"${text}" is the beginning of every ARN pattern. Go on to the account number at least, as in ${EXAMPLE}.` : neverMatches(text, `only patterns of sts and iam can be mapped. Write a prefix such as ${EXAMPLE}.`);
	if (region !== void 0 && region !== "") return neverMatches(text, "the ARNs of sts and iam have no region.");
	if (account !== void 0 && !(rest.length > 0 ? /^\d{12}$/ : /^\d{0,12}$/).test(account)) return neverMatches(text, "an account number has 12 digits.");
	return rest.length === 0 ? void 0 : resourceProblem(text, {
		partition,
		service,
		account
	}, rest.join(":"));
}
function resourceProblem(text, { partition, service, account }, resource) {
	const role = /^role\/(?:.*\/)?([^/*]*)/.exec(resource);
	if (service === "iam" && role !== null) return neverMatches(text, `the pattern of an IAM role is the one of its sessions. Write ${`arn:${partition}:sts::${account}:assumed-role/${role[1]}`}.`);
	if ((RESOURCES[service] ?? []).some(({ start, rest }) => resource.startsWith(start) ? rest.test(resource.slice(start.length)) : start.startsWith(resource))) return void 0;
	return /[*?]/.test(resource) ? neverMatches(text, `a prefix is compared letter by letter, and a pattern has a wildcard only as "/*" at its end. Write ${text.replace(/[*?].*$/, "")}.`) : neverMatches(text, `no caller has such an ARN. Write a prefix such as ${EXAMPLE}.`);
}
function neverMatches(text, why) {
	return `"${text}" never matches: ${why}`;
}
// src/mappings/file/disagreements.ts
const DESCRIBING_NAMES = [
	"accountUuid",
	"roleName",
	"teamName"
];
function expectedIn(entry) {
	const expected = {};
	for (const name of DESCRIBING_NAMES) {
		const value = entry[(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(name)];
		if (typeof value === "string" && value !== "") expected[name] = value;
	}
	return Object.keys(expected).length > 0 ? { expected } : {};
}
function disagreements(expected, found) {
	return DESCRIBING_NAMES.flatMap((name) => {
		const [wanted, known] = [expected[name], found[name]];
		if (wanted === void 0 || known === void 0) return [];
		if (name === "accountUuid" ? wanted.toLowerCase() === known.toLowerCase() : wanted === known) return [];
		return [`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(name)} is "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(wanted)}", and Datadog says "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(known)}". Correct it, or leave it out.`];
	});
}
// src/mappings/file/mistakes.ts
const MOST_TOLD = 20;
var Mistakes = class {
	#told = [];
	#count = 0;
	add(tell, at) {
		this.#count++;
		if (this.#told.length < MOST_TOLD) this.#told.push({
			text: tell(),
			at: at?.()
		});
	}
	get count() {
		return this.#count;
	}
	lines() {
		const more = this.#count - this.#told.length;
		const lines = this.#told.map(({ text }) => text);
		return more > 0 ? [...lines, `and ${more} more like these.`] : lines;
	}
	remarks() {
		return this.#told.flatMap(({ text, at }) => at === void 0 ? [] : [{
			...at,
			text
		}]);
	}
};



/***/ }),

/***/ 8622:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ planDigest),
/* harmony export */   i: () => (/* binding */ placeText),
/* harmony export */   n: () => (/* binding */ changeLine),
/* harmony export */   o: () => (/* binding */ rulesHash),
/* harmony export */   r: () => (/* binding */ liveLine),
/* harmony export */   s: () => (/* binding */ wantedLine),
/* harmony export */   t: () => (/* binding */ canonical)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);


// src/mappings/plan/plan-digest.ts
const DIGEST_FORMAT = 1;
function placeText({ site, orgUuid }) {
	return orgUuid === void 0 ? site : `${site} (org ${orgUuid})`;
}
function rulesHash({ scope, policy, ignore }) {
	return sha256(canonical({
		scope,
		policy,
		ignore
	}));
}
function planDigest({ site, orgUuid, rules }, changes) {
	const lines = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.dt)({ changes }).map(changeLine).sort();
	return sha256(canonical([
		DIGEST_FORMAT,
		site,
		orgUuid?.toLowerCase() ?? null,
		rules,
		{ lines }
	]));
}
function changeLine(change) {
	return JSON.stringify([
		change.action,
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ft)(change).map(wantedLine).sort(),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ut)(change).map(liveLine).sort()
	]);
}
function wantedLine({ kind, attributes, accountUuid }) {
	if (accountUuid === void 0) return canonical([kind, attributes]);
	return canonical([kind, {
		...attributes,
		accountIdentifier: accountUuid.toLowerCase()
	}]);
}
function liveLine(live) {
	const account = live.accountUuid ?? live.accountIdentifier;
	return JSON.stringify([
		live.kind,
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[live.kind], live),
		live.id,
		account?.toLowerCase() ?? null
	]);
}
function sha256(text) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(text).digest("hex");
}
function canonical(value, isMember = false) {
	if (Array.isArray(value)) {
		const items = value.map((item) => canonical(item));
		return `[${(isMember ? items.sort() : items).join(",")}]`;
	}
	if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
	return `{${Object.entries(value).filter(([, member]) => member !== void 0).sort(([a], [b]) => a < b ? -1 : 1).map(([name, member]) => `${JSON.stringify(name)}:${canonical(member, true)}`).join(",")}}`;
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
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8622);



// src/mappings/plan/plan-file.ts
var plan_file_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ parsePlanFile: () => parsePlanFile });
const FORMAT = 1;
const mappingSchema = () => (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.X)({ kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)(_index_js__WEBPACK_IMPORTED_MODULE_1__.En) }), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Q)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.tt)([(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Q)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)())])));
const liveSchema = () => (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.X)({ "mapping-id": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)() }), mappingSchema());
function planSchema() {
	const mapping = mappingSchema();
	const live = liveSchema();
	const notes = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)()));
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.X)({
		version: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(FORMAT),
		site: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)(),
		"org-uuid": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)()),
		rules: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)(),
		prune: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(),
		digest: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)()),
		unchanged: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Y)()),
		"org-name": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)()),
		refusals: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.X)({
			code: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)(),
			text: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)(),
			"mapping-ids": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)())
		}))),
		warnings: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.X)({
			code: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)(),
			rank: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)([
				"high",
				"medium",
				"low"
			]),
			field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)(),
			text: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)(),
			wanted: mapping
		}))),
		power: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Q)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.X)({
			text: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)(),
			dangerous: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)()
		})))),
		policy: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.X)({
			rules: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)()),
			violations: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)())
		})),
		unmanaged: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)(live)),
		unread: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.X)({
			kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)(_index_js__WEBPACK_IMPORTED_MODULE_1__.En),
			why: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)()
		}))),
		ignored: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Y)()),
		changes: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.W)("action", [
			(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.X)({
				action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)("create"),
				wanted: mapping,
				notes
			}),
			(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.X)({
				action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)("update"),
				wanted: mapping,
				live,
				notes
			}),
			(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.X)({
				action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)("replace"),
				wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)(mapping),
				live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)(live),
				notes
			}),
			(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.X)({
				action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)("delete"),
				live,
				notes
			}),
			(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.X)({
				action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)("blocked"),
				wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Z)(mapping),
				live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Z)(live),
				code: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)()),
				why: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.et)()),
				notes
			})
		]))
	});
}
function planDocument({ plan, frame, digest, prune }) {
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.dt)(plan);
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
	const parsed = planSchema().safeParse(json);
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
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.dt)(plan).filter((change) => {
		const rest = reviewedOf(change);
		if (change.action === "blocked" || lines.has(rest.line)) return false;
		return !open.some(({ wanted, live }) => isWithin(rest.wanted, wanted) && isWithin(rest.live, live));
	});
}
function aims(change) {
	const live = change.action === "unchanged" ? change.live.accountUuid : void 0;
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ft)(change).flatMap(({ kind, attributes, accountUuid = live }) => [(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__.s)({
		kind,
		attributes,
		...accountUuid !== void 0 && { accountUuid }
	}), (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__.s)({
		kind,
		attributes
	})]);
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
			live: change.live.map(_index_js__WEBPACK_IMPORTED_MODULE_1__.gt)
		};
		case "delete": return {
			action: change.action,
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.gt)(change.live)
		};
		case "update": return {
			action: change.action,
			wanted: wantedJson(change.wanted),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.gt)(change.live)
		};
		case "blocked": return {
			action: change.action,
			wanted: wantedJson(change.wanted),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.gt)(change.live),
			code: change.code,
			why: change.why
		};
	}
}
function notesOf({ notes }) {
	return notes.length > 0 ? { notes: notes.map(({ text }) => text) } : {};
}
function wantedJson({ kind, attributes, accountUuid }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.gt)({
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
		attributes: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.pt)(json),
		...accountIn(json)
	};
}
function liveIn({ kind, "mapping-id": id, ...json }) {
	return {
		...(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.pt)(json),
		kind,
		id,
		...accountIn(json)
	};
}
function accountIn(json) {
	const accountUuid = json[(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Pt)("accountUuid")];
	return typeof accountUuid === "string" ? { accountUuid } : {};
}
function reviewedOf(change) {
	return {
		line: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__.n)(change),
		wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ft)(change).map(_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__.s),
		live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ut)(change).map(_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__.r)
	};
}



/***/ }),

/***/ 8413:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   computePlan: () => (/* binding */ computePlan),
/* harmony export */   i: () => (/* binding */ policyRules),
/* harmony export */   judge: () => (/* binding */ judge),
/* harmony export */   n: () => (/* binding */ compare),
/* harmony export */   plan: () => (/* binding */ plan),
/* harmony export */   planSummary: () => (/* binding */ planSummary),
/* harmony export */   policyWarnings: () => (/* binding */ policyWarnings),
/* harmony export */   r: () => (/* binding */ planOf),
/* harmony export */   t: () => (/* binding */ review)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _ignore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5904);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8622);
/* harmony import */ var _mistakes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8735);
/* harmony import */ var _guard_check_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8648);
/* harmony import */ var _authn_effect_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7780);
/* harmony import */ var _granted_power_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5995);
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1364);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9433);









// src/mappings/policy.ts
function policyRules(policy) {
	return [
		...policy.accounts === "service-accounts" ? ["only service accounts"] : [],
		...policy.forbiddenRoles.length > 0 ? [`not the roles ${policy.forbiddenRoles.join(", ")}`] : [],
		...policy.forbiddenPermissions.length > 0 ? [`not the permissions ${policy.forbiddenPermissions.join(", ")}`] : [],
		...policy.requiredClaims.length > 0 ? [`literal claims ${policy.requiredClaims.join(", ")}`] : []
	];
}
function unknownNames(policy, names) {
	const roles = policy.forbiddenRoles.filter((name) => names.hasRole(name) === false);
	const unread = policy.forbiddenRoles.filter((name) => names.hasRole(name) === void 0);
	const permissions = names.unknown === void 0 ? policy.forbiddenPermissions.filter((name) => names.permission(name) === void 0) : [];
	return [
		...roles.map((name) => `forbidden-roles names "${name}", and the organization has no such role.`),
		...unread.length > 0 ? [`Could not check forbidden-roles: the roles of the organization could not be read.`] : [],
		...permissions.map((name) => `forbidden-permissions names "${name}", and Datadog has no such permission.`),
		...names.unknown !== void 0 && policy.forbiddenPermissions.length > 0 ? [`Could not check forbidden-permissions: ${names.unknown}.`] : []
	];
}
function violationsOf({ kind, attributes }, facts, policy, names) {
	const { account, role } = facts;
	return [
		..._index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind].persona ? accountViolations(account, policy, names) : [],
		...role === void 0 ? [] : roleViolations(role, policy, names),
		...attributes.claims === void 0 ? [] : claimViolations(attributes.claims, policy)
	];
}
function accountViolations(account, policy, names) {
	if (!(policy.accounts !== "any" || policy.forbiddenRoles.length > 0 || policy.forbiddenPermissions.length > 0)) return [];
	if (account === void 0 || "unknown" in account) return [`Could not check the account: ${account?.unknown ?? "it was not looked up"}.`];
	const name = (0,_power_js__WEBPACK_IMPORTED_MODULE_7__.t)(account);
	return [
		...policy.accounts === "service-accounts" ? natureViolations(account) : [],
		...account.roles.filter((role) => isForbidden(role, policy)).map((role) => `${name} has the forbidden role ${role.name}.`),
		...forbiddenAmong(account.permissions, policy, names).map((permission) => `${name} has the forbidden permission ${permission}.`),
		...account.isPartial === true && policy.forbiddenRoles.length + policy.forbiddenPermissions.length > 0 ? [`Could not check the account: Datadog does not say what all roles of ${name} may do.`] : []
	];
}
function natureViolations(account) {
	const name = (0,_power_js__WEBPACK_IMPORTED_MODULE_7__.t)(account);
	if (account.serviceAccount === void 0) return [`Could not check the account: Datadog does not say whether ${name} is a service account.`];
	return account.serviceAccount ? [] : [`${name} is a person, and the policy allows service accounts only.`];
}
function roleViolations(role, policy, names) {
	if (policy.forbiddenRoles.length === 0 && policy.forbiddenPermissions.length === 0) return [];
	if ("unknown" in role) return [`Could not check the role: ${role.unknown}.`];
	return [...isForbidden(role, policy) ? [`${role.name} is a forbidden role.`] : [], ...forbiddenAmong(role.permissions, policy, names).map((permission) => `${role.name} has the forbidden permission ${permission}.`)];
}
function claimViolations(claims, { requiredClaims }) {
	return requiredClaims.flatMap((name) => {
		const matcher = claims[name];
		if (matcher === void 0) return [`The claim ${name} is missing, and the policy requires it.`];
		return (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_8__.o)(matcher) === void 0 ? [`The claim ${name} is not one literal value, and the policy requires one.`] : [];
	});
}
function isForbidden({ id, name }, { forbiddenRoles }) {
	return forbiddenRoles.some((forbidden) => forbidden === name || forbidden.toLowerCase() === id.toLowerCase());
}
function forbiddenAmong(permissions, policy, names) {
	const forbidden = new Set(policy.forbiddenPermissions.map((name) => names.permission(name) ?? name));
	return permissions.filter((name) => forbidden.has(name));
}
// src/operations/agreement.ts
async function requireAgreement(client, { paths, mappings }, changes, powers = /* @__PURE__ */ new Map()) {
	if (!mappings.some(({ expected }) => expected !== void 0)) return;
	const entries = new Map(mappings.map((mapping) => [mapping, mapping]));
	const told = changes.flatMap((change) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ft)(change).flatMap((wanted) => {
		const { expected, place } = entries.get(wanted) ?? {};
		return expected === void 0 ? [] : [{
			change,
			wanted,
			expected,
			place
		}];
	}));
	const teams = await teamNames(client, told.flatMap(({ change, wanted, expected }) => change.action === "unchanged" || expected.teamName === void 0 ? [] : wanted.attributes.teamId ?? []));
	const mistakes = new _mistakes_js__WEBPACK_IMPORTED_MODULE_3__.t();
	for (const { change, wanted, expected, place } of told) {
		const found = change.action === "unchanged" ? change.live : foundOf(wanted, powers, teams);
		for (const text of (0,_mistakes_js__WEBPACK_IMPORTED_MODULE_3__.n)(expected, found)) mistakes.add(() => `${place}: ${text}`);
	}
	if (mistakes.count === 0) return;
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("invalid-input", `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__._n)(paths)} ${paths.length === 1 ? "does" : "do"} not agree with Datadog.\n${mistakes.lines().join("\n")}`, { advice: "" });
}
async function teamNames(client, ids) {
	const names = /* @__PURE__ */ new Map();
	if (ids.length === 0) return names;
	const { teams } = await client.directory();
	await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)([...new Set(ids)], async (id) => {
		const team = await teams.byId(id);
		if (team.status === "found") names.set(id, team.value.name);
	});
	return names;
}
function foundOf({ attributes }, powers, teams) {
	const { accountIdentifier = "", roleId = "", teamId = "" } = attributes;
	const [account, role, teamName] = [
		powers.get(accountIdentifier),
		powers.get(roleId),
		teams.get(teamId)
	];
	return {
		...account !== void 0 && "uuid" in account && { accountUuid: account.uuid },
		...role !== void 0 && "name" in role && role.name !== void 0 && { roleName: role.name },
		...teamName !== void 0 && { teamName }
	};
}
// src/mappings/plan/planning.ts
function planChanges(pairing, rules) {
	const { pairs, unpaired } = pairing;
	const comparisons = pairs.map((pair) => isLive(pair) ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(pair, rules) : void 0);
	const replaced = new Set(comparisons.flatMap((change) => change?.action === "replace" ? change.live.map(({ id }) => id) : []));
	const surplus = new Map([...pairs.flatMap(({ duplicates }) => duplicates), ...unpaired].filter((mapping) => rules.prune(mapping) && !replaced.has(mapping.id)).map((mapping) => [mapping.id, mapping]));
	const neighbors = new _index_js__WEBPACK_IMPORTED_MODULE_0__.C(pairing.live);
	const fresh = pairs.flatMap(({ wanted, live }) => live === void 0 ? [wanted] : []);
	const peers = new _index_js__WEBPACK_IMPORTED_MODULE_0__.C(fresh.map(({ kind, attributes }) => ({
		kind,
		...attributes
	})));
	const moves = authnMoves(fresh, surplus);
	const inTheWay = new Map(fresh.map((one) => [one, neighbors.find(one.kind, one.attributes)]));
	const groups = replacementGroups(fresh, surplus, inTheWay);
	const grouped = new Set([...groups.values()].flatMap(({ live }) => live.map(({ id }) => id)));
	const moved = new Set([...moves.values()].map(({ id }) => id));
	const setting = {
		surplus,
		inTheWay,
		peers,
		present: attributePairs(pairing.live.filter(({ kind, id }) => kind === "authn" && !surplus.has(id)))
	};
	const told = /* @__PURE__ */ new Set();
	const changes = pairs.flatMap(({ wanted, live, duplicates }, index) => {
		const compared = comparisons[index];
		if (live !== void 0 && compared !== void 0) {
			if (duplicates.length === 0) return compared;
			const isRemoved = ({ id }) => surplus.has(id) || replaced.has(id);
			return {
				...compared,
				notes: duplicates.map((one) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(one, live, isRemoved(one)))
			};
		}
		const move = moves.get(wanted);
		if (move !== void 0) return {
			action: "update",
			wanted,
			live: move,
			notes: []
		};
		const group = groups.get(wanted);
		if (group === void 0) return planCreate(wanted, setting);
		if (told.has(group)) return [];
		told.add(group);
		const notes = group.wanted.flatMap((one) => overlapNotes(one, setting));
		return {
			action: "replace",
			wanted: group.wanted,
			live: group.live,
			notes
		};
	});
	for (const mapping of (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(surplus.values())) if (!grouped.has(mapping.id) && !moved.has(mapping.id)) changes.push({
		action: "delete",
		live: mapping,
		notes: []
	});
	return {
		changes,
		pairing
	};
}
function isLive(pair) {
	return pair.live !== void 0;
}
function planCreate(wanted, setting) {
	const { kind, attributes } = wanted;
	const [excluding] = setting.inTheWay.get(wanted)?.excluding ?? [];
	const notes = [...overlapNotes(wanted, setting), ...kind === "authn" ? (setting.present.get(attributePair(attributes)) ?? []).map(_index_js__WEBPACK_IMPORTED_MODULE_0__.g) : []];
	if (excluding === void 0) return {
		action: "create",
		wanted,
		notes
	};
	return {
		action: "blocked",
		wanted,
		live: excluding,
		code: "excluded",
		why: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)(excluding),
		notes
	};
}
function overlapNotes(wanted, { surplus, inTheWay, peers }) {
	const { kind, attributes } = wanted;
	return [...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(inTheWay.get(wanted)?.overlapping ?? []).filter(({ id }) => !surplus.has(id)), ...peers.find(kind, attributes).overlapping].map((mapping) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(wanted, mapping));
}
function replacementGroups(fresh, surplus, inTheWay) {
	const leavingFor = /* @__PURE__ */ new Map();
	const heirs = /* @__PURE__ */ new Map();
	for (const [wanted, { excluding, overlapping }] of inTheWay) {
		if (excluding.some(({ id }) => !surplus.has(id))) continue;
		const leaving = [...excluding, ...overlapping].filter(({ id }) => surplus.has(id));
		leavingFor.set(wanted, leaving);
		for (const { id } of leaving) (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.T)(heirs, id, wanted);
	}
	const groups = /* @__PURE__ */ new Map();
	for (const [start, { length }] of leavingFor) {
		if (groups.has(start) || length === 0) continue;
		const wanted = /* @__PURE__ */ new Set([start]);
		const live = /* @__PURE__ */ new Map();
		for (const one of wanted) for (const mapping of leavingFor.get(one) ?? []) {
			live.set(mapping.id, mapping);
			for (const heir of heirs.get(mapping.id) ?? []) wanted.add(heir);
		}
		const ordered = fresh.filter((one) => wanted.has(one));
		const group = {
			wanted: ordered,
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(live.values())
		};
		for (const one of ordered) groups.set(one, group);
	}
	return groups;
}
function authnMoves(fresh, surplus) {
	const free = attributePairs(surplus.values());
	const moves = /* @__PURE__ */ new Map();
	const wanted = fresh.filter(({ kind }) => kind === "authn").map((one) => ({
		one,
		key: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(one.kind, one.attributes)
	})).sort((a, b) => a.key < b.key ? -1 : 1);
	for (const { one } of wanted) {
		const candidates = free.get(attributePair(one.attributes)) ?? [];
		const index = candidates.findIndex(({ roleId }) => roleId === void 0 === (one.attributes.roleId === void 0));
		const [move] = index === -1 ? [] : candidates.splice(index, 1);
		if (move !== void 0) moves.set(one, move);
	}
	return moves;
}
function attributePairs(mappings) {
	const index = /* @__PURE__ */ new Map();
	const authn = [...mappings].filter(({ kind }) => kind === "authn");
	for (const mapping of (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(authn)) (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.T)(index, attributePair(mapping), mapping);
	return index;
}
function attributePair({ attributeKey, attributeValue }) {
	return JSON.stringify([attributeKey, attributeValue]);
}
// src/operations/compare.ts
async function compare(desired, { client }, breadth) {
	const kinds = kindsOf(desired);
	const others = _index_js__WEBPACK_IMPORTED_MODULE_0__.En.filter((kind) => breadth === "all" && !kinds.includes(kind));
	const [live, rest] = await Promise.all([(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(client, kinds), (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(client, others)]);
	const listed = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(desired.mappings, live);
	const sameAccount = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(client, listed);
	const pairs = listed.pairs.map((pair) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)(pair, sameAccount));
	refuseIgnored(desired, pairs, sameAccount);
	const fresh = listed.pairs.flatMap(({ wanted, live: present }) => present === void 0 ? [wanted.kind] : []);
	const more = [...rest.live, ...breadth === "all" ? [] : await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.o)(client, fresh, kinds)];
	const unread = rest.unread.filter(({ kind }) => desired.ignore?.kinds[kind] !== "all");
	return {
		pairing: {
			pairs,
			unpaired: [...listed.unpaired, ...more],
			live: [...listed.live, ...more]
		},
		sameAccount,
		...breadth === "all" && { unread }
	};
}
function refuseIgnored({ ignore, paths, mappings }, pairs, sameAccount) {
	const ignored = pairs.flatMap(({ wanted, live, duplicates }) => {
		return [live, ...live !== void 0 && sameAccount(wanted, live) === false ? duplicates : []].filter((one) => (0,_ignore_js__WEBPACK_IMPORTED_MODULE_1__.t)(ignore, {
			...wanted.attributes,
			...one,
			kind: wanted.kind
		})).map((one) => ({
			wanted,
			live: one
		}));
	});
	if (ignored.length === 0) return;
	const entries = new Map(mappings.map((mapping) => [mapping, mapping]));
	const list = ignored.slice(0, MOST_NAMED$1).map(({ wanted, live }) => {
		const text = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[wanted.kind], wanted.attributes);
		const facts = [live?.id, entries.get(wanted)?.place].filter((fact) => fact !== void 0);
		return facts.length === 0 ? text : `${text} (${facts.join(", ")})`;
	});
	const rest = ignored.length > MOST_NAMED$1 ? ` and ${ignored.length - MOST_NAMED$1} more` : "";
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("invalid-input", `file: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__._n)(paths)} both ${paths.length === 1 ? "names and ignores" : "name and ignore"} these mappings: ${list.join(", ")}${rest}. Nothing was changed.`, { advice: "Remove them from mappings, or from ignore." });
}
const MOST_NAMED$1 = 20;
function planOf({ pairing, sameAccount }, { scope, prune, ignore }) {
	return planChanges(pairing, {
		sameAccount,
		prune: (mapping) => prune && (0,_mistakes_js__WEBPACK_IMPORTED_MODULE_3__.i)(scope, mapping) && !(0,_ignore_js__WEBPACK_IMPORTED_MODULE_1__.t)(ignore, mapping)
	});
}
function kindsOf(desired) {
	const named = /* @__PURE__ */ new Set([...desired.mappings.map(({ kind }) => kind), ...Object.keys(desired.scope)]);
	return _index_js__WEBPACK_IMPORTED_MODULE_0__.En.filter((kind) => named.has(kind));
}
// src/operations/policy-check.ts
async function checkPolicy(policy, changes, powers, client) {
	const names = await readNames(policy, client);
	const sentences = (wanted, power) => violationsOf(wanted, factsOf(wanted, power, powers), policy, names);
	const written = changes.filter(({ action }) => WRITING.has(action));
	const wrongNames = unknownNames(policy, names);
	const violations = written.flatMap((change) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ft)(change).flatMap((wanted) => sentences(wanted, wanted.attributes.accountIdentifier).map((text) => ({
		code: "policy",
		text: `The ${_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ct)(change)].title} ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[wanted.kind], wanted.attributes)} violates the policy. ${text}`,
		mappingIds: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ut)(change).map(({ id }) => id)
	}))));
	const kept = changes.flatMap((change) => {
		if (change.action !== "unchanged") return [];
		const { wanted, live } = change;
		return sentences(wanted, live.accountUuid).map((text) => `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[live.kind], live)}: ${text}`);
	});
	const isAsked = written.length > 0;
	return {
		inForce: {
			rules: policyRules(policy),
			violations: [...isAsked ? [] : wrongNames, ...kept]
		},
		refusals: isAsked ? [...wrongNames.map((text) => ({
			code: "policy",
			text: `The policy is violated. ${text}`,
			mappingIds: []
		})), ...violations] : []
	};
}
const WRITING = /* @__PURE__ */ new Set([
	"create",
	"update",
	"replace"
]);
function factsOf({ kind, attributes: { roleId } }, power, powers) {
	const account = _index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind].persona ? powers.get(power ?? "") : void 0;
	const role = roleId === void 0 ? void 0 : powers.get(roleId) ?? { unknown: "it was not looked up" };
	return {
		...account !== void 0 && ("unknown" in account || "serviceAccount" in account) && { account },
		...role !== void 0 && ("unknown" in role || !("serviceAccount" in role)) && { role }
	};
}
async function readNames({ forbiddenRoles, forbiddenPermissions }, client) {
	const known = /* @__PURE__ */ new Map();
	if (forbiddenRoles.length + forbiddenPermissions.length === 0) return {
		hasRole: () => true,
		permission: () => void 0
	};
	const { roles } = await client.directory();
	const [permissions] = await Promise.all([forbiddenPermissions.length > 0 ? roles.permissions() : void 0, ...forbiddenRoles.map(async (role) => {
		const reading = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.yn)(role) ? await roles.byId(role) : await roles.named(role);
		if (reading.status === "forbidden") known.set(role, void 0);
		else known.set(role, reading.status === "found" && (!("matches" in reading.value) || reading.value.matches.length > 0));
	})]);
	const list = permissions?.status === "found" ? permissions.value : [];
	return {
		hasRole: (role) => known.get(role),
		permission: (text) => list.find(({ name, aliases }) => name === text || aliases.includes(text))?.name,
		...permissions !== void 0 && permissions.status !== "found" && { unknown: _granted_power_js__WEBPACK_IMPORTED_MODULE_6__.t }
	};
}
// src/operations/review.ts
async function review(plan, rules, context) {
	const { client, place } = context;
	const { policy } = rules;
	const asksAccounts = policy !== void 0 && (policy.accounts !== "any" || policy.forbiddenRoles.length + policy.forbiddenPermissions.length > 0);
	const [power, changes, refusals] = await Promise.all([
		(0,_granted_power_js__WEBPACK_IMPORTED_MODULE_6__.n)(client, plan.changes, { unchanged: asksAccounts }),
		withEffects(plan.changes, context),
		(0,_guard_check_js__WEBPACK_IMPORTED_MODULE_4__.r)(plan.changes, plan.pairing.live, rules, context)
	]);
	const resolved = (0,_granted_power_js__WEBPACK_IMPORTED_MODULE_6__.r)(changes, power);
	const verdict = policy && await checkPolicy(policy, resolved, power, client);
	const frame = {
		...place,
		rules: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__.o)(rules)
	};
	return {
		plan: {
			...plan,
			changes: resolved
		},
		frame,
		digest: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__.a)(frame, resolved),
		refusals: [...verdict?.refusals ?? [], ...refusals],
		power,
		...verdict !== void 0 && { policy: verdict.inForce }
	};
}
async function withEffects(changes, { client }) {
	const created = changes.flatMap((change) => change.action === "create" && change.wanted.kind === "authn" ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ft)(change) : []);
	if (created.length === 0) return changes;
	const noEffect = await (0,_authn_effect_js__WEBPACK_IMPORTED_MODULE_5__.r)(client, created.map(({ attributes }) => attributes));
	return changes.map((change) => {
		if (change.action !== "create" || change.wanted.kind !== "authn") return change;
		const notes = (0,_authn_effect_js__WEBPACK_IMPORTED_MODULE_5__.n)(noEffect, change.wanted.attributes).map((text) => ({
			code: "no-effect",
			text
		}));
		return {
			...change,
			notes: [...change.notes, ...notes]
		};
	});
}
// src/operations/plan.ts
async function plan({ desired, failOn }, context) {
	const computed = await computePlan(desired, context, "all");
	const planned = failOn === "drift" ? {
		...computed,
		seenFrom: "live"
	} : computed;
	const failure = failureOf(planned, failOn);
	if (failure !== void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.ot(failure, {
		planned,
		changed: false
	});
	const isBlocked = planned.plan.changes.some(({ action }) => action === "blocked");
	return {
		result: "planned",
		changed: false,
		planned,
		sentence: `Plan for ${(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__.i)(planned.frame)}: ${planSummary(planned.plan)}.`,
		details: isBlocked ? [BLOCKED] : [],
		warnings: policyWarnings(planned)
	};
}
function policyWarnings({ policy }) {
	const violations = policy?.violations ?? [];
	if (violations.length === 0) return [];
	const rest = violations.length - MOST_NAMED;
	return [`Unchanged mappings violate the policy. ${violations.slice(0, MOST_NAMED).join(" ")}${rest > 0 ? ` And ${rest} more.` : ""}`];
}
const MOST_NAMED = 10;
function failureOf(planned, failOn) {
	const { refusals, plan, unmanaged = [], unread = [] } = planned;
	if (failOn !== "nothing" && refusals.length > 0) return (0,_guard_check_js__WEBPACK_IMPORTED_MODULE_4__.n)(refusals, "apply would refuse this plan.");
	const hasChanges = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.dt)(plan).length > 0;
	if (failOn === "changes" && hasChanges) return new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("drift", `The plan has changes: ${planSummary(plan)}.`);
	if (failOn !== "drift" || !hasChanges && unmanaged.length + unread.length === 0) return void 0;
	const parts = [
		...hasChanges ? [`the plan has changes (${planSummary(plan)})`] : [],
		...unmanaged.length > 0 ? [`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.M)(unmanaged.length, "mapping")} ${unmanaged.length === 1 ? "is" : "are"} unmanaged`] : [],
		...unread.map(({ kind }) => `the ${_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind].title}s could not be read`)
	];
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("drift", `Drift: ${parts.join("; ")}.`);
}
async function computePlan(desired, context, breadth) {
	return judge(await compare(desired, context, breadth), desired, context);
}
async function judge(comparison, desired, context) {
	const { prune, ignore } = desired;
	const { unread, pairing } = comparison;
	const { organization: org = {} } = context;
	const computed = planOf(comparison, desired);
	const place = {
		...context.place,
		...org.uuid !== void 0 && { orgUuid: org.uuid.toLowerCase() }
	};
	const reviewed = await review(computed, desired, {
		...context,
		place
	});
	await requireAgreement(context.client, desired, computed.changes, reviewed.power);
	if (unread === void 0) return {
		...reviewed,
		org,
		prune
	};
	const leaving = new Set(computed.changes.flatMap(_index_js__WEBPACK_IMPORTED_MODULE_0__.lt));
	return {
		...reviewed,
		org,
		prune,
		unread,
		unmanaged: outsiders(pairing).filter((mapping) => !leaving.has(mapping) && !(0,_ignore_js__WEBPACK_IMPORTED_MODULE_1__.t)(ignore, mapping)),
		ignored: pairing.live.filter((mapping) => (0,_ignore_js__WEBPACK_IMPORTED_MODULE_1__.t)(ignore, mapping)).length
	};
}
function outsiders({ pairs, unpaired }) {
	const others = pairs.flatMap(({ live, duplicates }) => live === void 0 ? [] : duplicates.filter((mapping) => !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.$t)(mapping, live)));
	return [...unpaired, ...others];
}
const BLOCKED = "A blocked mapping cannot be created: name the mapping that excludes it in the file, delete that mapping, or set the account as the message says.";
function planSummary(plan, tense = "future") {
	const counts = /* @__PURE__ */ new Map();
	for (const { action } of plan.changes) counts.set(action, (counts.get(action) ?? 0) + 1);
	const parts = Object.keys(WORDS).filter((action) => counts.has(action)).map((action) => `${counts.get(action)} ${WORDS[action][tense]}`);
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.dt)(plan).length === 0 ? ["no changes", ...parts].join(", ") : parts.join(", ");
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



/***/ }),

/***/ 3903:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ reachOf),
/* harmony export */   t: () => (/* binding */ isOpenToAll)
/* harmony export */ });
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1364);

// src/mappings/claims/reach.ts
const UNLIKE = {
	repository_id: ["1", "9876543210"],
	repository_owner_id: ["1", "9876543210"],
	actor_id: ["1", "9876543210"],
	enterprise_id: ["1", "9876543210"],
	repository: ["q/z", "other-org/w.e_b"],
	sub: [
		"repo:q/z:ref:refs/heads/x",
		"repo:other-org@1/w.e_b@2:environment:y",
		"repo:other-org/u:pull_request"
	],
	ref: ["refs/heads/x", "refs/tags/1.2"],
	ref_type: ["branch", "tag"],
	repository_visibility: [
		"public",
		"private",
		"internal"
	],
	runner_environment: ["github-hosted", "self-hosted"],
	workflow_ref: ["q/z/.github/workflows/a.yml@refs/heads/x", "other-org/w/.github/workflows/b.yaml@refs/tags/1"],
	job_workflow_ref: ["q/z/.github/workflows/a.yml@refs/heads/x", "other-org/w/.github/workflows/b.yaml@refs/tags/1"]
};
function isOpenToAll(name, matches) {
	return (UNLIKE[name] ?? [
		"q",
		"other-value 7",
		"Z_z"
	]).every((value) => matches(value) === true);
}
function reachOf(matchers) {
	const isPinned = (rules) => Object.entries(rules).some(([name, rule]) => pins(matchers[name], name, rule));
	const repository = isPinned(NAMES_REPOSITORY);
	if (!repository && !isPinned(NAMES_OWNER)) return ["anyone"];
	const byId = isPinned(repository ? REPOSITORY_BY_ID : OWNER_BY_ID);
	return [
		...repository ? [] : ["owner"],
		...byId ? [] : ["recreatable"],
		...isPinned(NAMES_PLACE) ? [] : ["any-ref"]
	];
}
const any = "\0";
const fixed = `[^${any}/:@]+(?:@[\\d${any}]*)?`;
const withId = `[^${any}/:@]+@\\d+`;
const text = `[^${any}/]+`;
const branch = `refs/(?:heads|tags)/[^${any}]`;
const REPOSITORY_BY_ID = {
	sub: new RegExp(`^repo:[^${any}/:]+/${withId}(?::|$)`),
	repository_id: /^\d+$/
};
const NAMES_REPOSITORY = {
	...REPOSITORY_BY_ID,
	sub: new RegExp(`^repo:${fixed}/${fixed}(?::|$)`),
	repository: new RegExp(`^${text}/${text}$`),
	workflow_ref: new RegExp(`^${text}/${text}/`)
};
const OWNER_BY_ID = {
	sub: new RegExp(`^repo:${withId}/`),
	repository_owner_id: /^\d+$/,
	repository_id: /^\d+$/,
	enterprise_id: /^\d+$/
};
const NAMES_OWNER = {
	...OWNER_BY_ID,
	sub: new RegExp(`^repo:${fixed}/`),
	repository: new RegExp(`^${text}/`),
	workflow_ref: new RegExp(`^${text}/`),
	repository_owner: new RegExp(`^${text}$`),
	enterprise: new RegExp(`^${text}$`)
};
const NAMES_PLACE = {
	sub: new RegExp(`:environment:[^${any}]|:ref:${branch}|@${branch}`),
	ref: new RegExp(`^${branch}`),
	environment: new RegExp(`^[^${any}]`),
	workflow_ref: new RegExp(`@${branch}`),
	job_workflow_ref: new RegExp(`@${branch}`)
};
function pins(pattern, name, rule) {
	if (pattern === void 0) return false;
	return ((0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.s)(withFixedDots(pattern))?.map(name === "sub" ? _skeletons_js__WEBPACK_IMPORTED_MODULE_0__.l : _skeletons_js__WEBPACK_IMPORTED_MODULE_0__.c))?.every((way) => rule.test(way)) === true;
}
function withFixedDots(pattern) {
	const slash = pattern.indexOf("/");
	return slash < 0 ? pattern : pattern.slice(0, slash + 1) + (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.t)(pattern.slice(slash + 1));
}



/***/ }),

/***/ 1364:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isEnded),
/* harmony export */   c: () => (/* binding */ withOpenEnds),
/* harmony export */   i: () => (/* binding */ isAnchored),
/* harmony export */   l: () => (/* binding */ withoutAnchors),
/* harmony export */   n: () => (/* binding */ escapeLiteral),
/* harmony export */   o: () => (/* binding */ literalOf),
/* harmony export */   r: () => (/* binding */ hasAlternatives),
/* harmony export */   s: () => (/* binding */ skeletonsOf),
/* harmony export */   t: () => (/* binding */ dotsEscaped)
/* harmony export */ });
const START = "";
const END = "";
const MOST_SKELETONS = 256;
function skeletonsOf(pattern) {
	const reader = {
		pattern: pattern.replace(/\\Q(.*?)(?:\\E|$)/g, (_, literal) => escapeLiteral(literal)),
		at: 0
	};
	const skeletons = readAlternatives(reader);
	return reader.at === reader.pattern.length && skeletons.length <= MOST_SKELETONS ? skeletons : void 0;
}
const isAnchored = (skeletons) => skeletons.every((skeleton) => skeleton.startsWith(START) && skeleton.endsWith(END));
const isEnded = (skeletons) => skeletons.every((skeleton) => skeleton.endsWith(END));
function hasAlternatives(pattern) {
	let depth = 0;
	return (pattern.match(/\\Q.*?(?:\\E|$)|\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|[()|]/g) ?? []).some((sign) => {
		depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
		return sign === "|" && depth === 0;
	});
}
const withoutAnchors = (skeleton) => skeleton.replaceAll(START, "").replaceAll(END, "");
const withOpenEnds = (skeleton) => `${skeleton.startsWith(START) ? "" : "\0"}${withoutAnchors(skeleton)}${skeleton.endsWith(END) ? "" : "\0"}`;
const escapeLiteral = (text) => text.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");
function literalOf(matcher) {
	const inner = /^\^(.*)\$$/s.exec(matcher ?? "")?.[1];
	if (inner === void 0) return void 0;
	const plain = inner.replace(/\\([^A-Za-z0-9])/g, "$1");
	const unescaped = inner.replace(/\\[^A-Za-z0-9]/g, "");
	return /[\\^$.*+?()[\]{}|]/.test(unescaped) ? void 0 : plain;
}
const dotsEscaped = (pattern) => pattern.replace(/\\Q.*?(?:\\E|$)|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|(?<=[A-Za-z0-9_-])\.(?=[A-Za-z0-9_-])/g, (found) => found === "." ? "\\." : found);
function readAlternatives(reader) {
	const all = readSequence(reader);
	while (reader.pattern[reader.at] === "|" && all.length <= MOST_SKELETONS) {
		reader.at++;
		all.push(...readSequence(reader));
	}
	return all;
}
function readSequence(reader) {
	let ways = [""];
	while (reader.at < reader.pattern.length && ways.length <= MOST_SKELETONS) {
		const next = reader.pattern[reader.at];
		if (next === "|" || next === ")") break;
		const piece = repeated(reader, readAtom(reader));
		ways = ways.flatMap((way) => piece.map((end) => way + end)).slice(0, 257);
	}
	return ways;
}
function readAtom(reader) {
	const character = reader.pattern[reader.at++] ?? "";
	switch (character) {
		case "^": return [START];
		case "$": return [END];
		case ".": return ["\0"];
		case "[": return readClass(reader);
		case "\\": return readEscape(reader);
		case "(": return readGroup(reader);
		default: return [character];
	}
}
function readGroup(reader) {
	const opening = /^\?(?:P?<\w+>|[a-zA-Z-]*:)/.exec(reader.pattern.slice(reader.at, reader.at + 64));
	const flags = /^\?[a-zA-Z-]*\)/.exec(reader.pattern.slice(reader.at, reader.at + 64));
	if (flags !== null) {
		reader.at += flags[0].length;
		return [""];
	}
	reader.at += opening?.[0].length ?? 0;
	const inner = readAlternatives(reader);
	if (reader.pattern[reader.at] === ")") reader.at++;
	return inner;
}
function readClass(reader) {
	const rest = reader.pattern.slice(reader.at);
	const length = /^\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]/.exec(rest)?.[0].length ?? rest.length;
	reader.at += length;
	const only = /^(?:\\?([^\w\\^])|([A-Za-z0-9_]))\]$/.exec(rest.slice(0, length));
	return [only?.[1] ?? only?.[2] ?? "\0"];
}
function readEscape(reader) {
	const rest = reader.pattern.slice(reader.at, reader.at + 64);
	const found = /^(?:x\{[0-9A-Fa-f]+\}|x[0-9A-Fa-f]{2}|[pP]\{\^?\w+\}|[pP]\w|[0-7]{2,3}|[\s\S])/.exec(rest)?.[0] ?? "";
	reader.at += found.length;
	if (found === "A") return [START];
	if (found === "z") return [END];
	if (found === "b" || found === "B") return [""];
	return [/^\W$/.test(found) ? found : "\0"];
}
function repeated(reader, ways) {
	const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(reader.pattern.slice(reader.at, reader.at + 16))?.[0];
	if (quantifier === void 0) return ways;
	reader.at += quantifier.length;
	if (quantifier.startsWith("?")) return ["", ...ways];
	return ["\0"];
}



/***/ }),

/***/ 291:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ warnings_exports),
/* harmony export */   n: () => (/* binding */ missingWarning),
/* harmony export */   r: () => (/* binding */ warningsOf),
/* harmony export */   t: () => (/* binding */ byDanger)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3903);



// src/mappings/look-alikes.ts
const LATIN_TWINS = /[\u0131\u017f\u0184\u0185\u01bd\u01c0\u0237\u0250-\u02af\u1d00-\u1dbf\ua730\ua731\uab30-\uab67]/u;
const COMPATIBLE = /^[!-~]+$/;
function lookAlikesIn(text) {
	if (/^[\0-\x7f]*$/.test(text)) return [];
	const found = /* @__PURE__ */ new Set();
	let latin = 0;
	let others = 0;
	for (const character of text) {
		if (/[A-Za-z]/.test(character)) latin++;
		if (character <= "") continue;
		const isOther = /[\p{L}\p{Nl}]/u.test(character) && !/\p{Script=Latin}/u.test(character);
		if (isOther) others++;
		if (isOther || LATIN_TWINS.test(character) || COMPATIBLE.test(character.normalize("NFKC"))) found.add(character);
	}
	return latin >= others ? [...found] : [];
}
// src/mappings/warnings.ts
var warnings_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ warningsOf: () => warningsOf });
const RANKS = {
	anyone: {
		persona: "high",
		intake: "high"
	},
	owner: {
		persona: "high",
		intake: "medium"
	},
	recreatable: {
		persona: "medium",
		intake: "medium"
	},
	"any-user": {
		persona: "medium",
		intake: "low"
	},
	missing: {
		persona: "medium",
		intake: "medium"
	},
	"look-alikes": {
		persona: "medium",
		intake: "medium"
	},
	"any-ref": {
		persona: "medium",
		intake: "low"
	}
};
const REACH = {
	anyone: "the claims name neither an owner nor a repository, so any job on GitHub can match. Add repository: OWNER/NAME with repository_id and repository_owner_id.",
	owner: "the claims match every repository of the owner, including future ones. Add repository: OWNER/NAME and repository_id unless that is intended.",
	recreatable: "the claims have names but no ids, so a repository that somebody creates again under the same name can match. Add repository_id and repository_owner_id.",
	"any-ref": "the claims match any branch or event, so everyone who can push a branch can match. Add ref: refs/heads/main or environment: NAME."
};
function warningsOf(kind, attributes) {
	const { claims, arnPattern } = attributes;
	const found = [];
	if (claims !== void 0) for (const code of reachesOf(claims)) found.push({
		code,
		field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Pt)("claims"),
		text: REACH[code]
	});
	if (arnPattern !== void 0 && (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ut)(arnPattern)) {
		const text = `"${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Tn)(arnPattern)}" matches every user below that path, including future ones. Name one user unless that is intended.`;
		found.push({
			code: "any-user",
			field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Pt)("arnPattern"),
			text
		});
	}
	for (const name of (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.en)(_index_js__WEBPACK_IMPORTED_MODULE_1__.qt[kind])) {
		const text = lookAlikesText(attributes, name);
		if (text !== void 0) found.push({
			code: "look-alikes",
			field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Pt)(name),
			text
		});
	}
	if (found.length === 0) return [];
	const side = _index_js__WEBPACK_IMPORTED_MODULE_1__.qt[kind].name.endsWith("-intake") ? "intake" : "persona";
	return found.map((one) => ({
		...one,
		rank: RANKS[one.code][side]
	})).sort(byDanger);
}
function missingWarning(name) {
	const text = `there is no such ${name === "roleId" ? "role" : "account"}, so Datadog is likely to refuse the mapping. Correct it.`;
	return {
		code: "missing",
		rank: RANKS.missing.persona,
		field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Pt)(name),
		text
	};
}
const reaches = /* @__PURE__ */ new WeakMap();
function reachesOf(claims) {
	const known = reaches.get(claims) ?? (0,_reach_js__WEBPACK_IMPORTED_MODULE_2__.n)(claims);
	reaches.set(claims, known);
	return known;
}
function byDanger(a, b) {
	return RANK_ORDER.indexOf(a.rank) - RANK_ORDER.indexOf(b.rank) || CODE_ORDER.indexOf(a.code) - CODE_ORDER.indexOf(b.code);
}
const RANK_ORDER = [
	"high",
	"medium",
	"low"
];
const CODE_ORDER = Object.keys(RANKS);
function lookAlikesText(attributes, name) {
	const value = attributes[name];
	if (value === void 0 || typeof value === "string" && lookAlikesIn(value).length === 0) return void 0;
	const found = (typeof value === "object" ? Object.entries(value) : [["", value]]).flatMap(([claim, text]) => lookAlikesIn(text).map((character) => `${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Tn)(character)} (${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Sn)(character)})${claim && ` in ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Tn)(claim)}`}`));
	if (found.length === 0) return void 0;
	const more = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : "";
	return `has letters that look like Latin letters but are not, or that Latin keyboards do not have: ${found.slice(0, MOST_NAMED).join(", ")}${more}. Check that they are intended.`;
}
const MOST_NAMED = 10;



/***/ })

};
;