"use strict";
exports.id = 456;
exports.ids = [456,291];
exports.modules = {

/***/ 9618:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ prefixProblem),
/* harmony export */   n: () => (/* binding */ expectedIn),
/* harmony export */   r: () => (/* binding */ isInScope),
/* harmony export */   t: () => (/* binding */ disagreements)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4450);
/* harmony import */ var _arn_pattern_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9824);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1364);




// src/mappings/file/scope.ts
function isInScope(scope, mapping) {
	const kind = scope[mapping.kind];
	if (kind === void 0) return false;
	const { accounts, patternPrefixes, repositories, attributeKeys } = kind;
	const { arnPattern = "", attributeKey = "", claims = {} } = mapping;
	const tests = [
		accounts?.includes((0,_arn_pattern_js__WEBPACK_IMPORTED_MODULE_1__.t)(arnPattern) ?? ""),
		patternPrefixes?.some((prefix) => arnPattern.startsWith(prefix)),
		repositories?.some((repository) => (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_2__.o)(claims[/^\d+$/.test(repository) ? "repository_id" : "repository"]) === repository),
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
// src/mappings/expected.ts
const DESCRIBING_NAMES = [
	"accountUuid",
	"roleName",
	"teamName"
];
function expectedIn(entry) {
	const expected = {};
	for (const name of DESCRIBING_NAMES) {
		const value = entry[(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(name)];
		if (typeof value === "string" && value !== "") expected[name] = value;
	}
	return Object.keys(expected).length > 0 ? { expected } : {};
}
function disagreements(expected, found) {
	return DESCRIBING_NAMES.flatMap((name) => {
		const [wanted, known] = [expected[name], found[name]];
		if (wanted === void 0 || known === void 0) return [];
		if (name === "accountUuid" ? wanted.toLowerCase() === known.toLowerCase() : wanted === known) return [];
		return [`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(name)} is "${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__.o)(wanted)}", and Datadog says "${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__.o)(known)}". Correct it, or leave it out.`];
	});
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
		why: "A job of anyone on GitHub satisfies the claims.",
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
		why: "An account with dangerous permissions stands behind a mapping that many callers satisfy.",
		fix: "Map one repository or one AWS principal, or give the mapping an account with fewer permissions."
	},
	"invisible-characters": {
		rank: "high",
		why: "An attribute has characters that cannot be seen, so it is not what it looks like.",
		fix: "Find out who created the mapping, and delete it or create it again without them."
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
		why: "A person stands behind a machine: what the machine does looks like that person, and ends when the person leaves.",
		fix: "Give the mapping a service account."
	},
	"look-alike-letters": {
		rank: "medium",
		why: "An attribute mixes letters of several scripts that look alike.",
		fix: "Find out who created the mapping, and delete it or create it again with the letters that are meant."
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
		why: "Another AuthN mapping gives the same for the same attribute and value.",
		fix: "Delete one of them."
	},
	"no-effect": {
		rank: "low",
		why: "Settings of the organization make the mapping do nothing.",
		fix: "Change the setting that the finding names, or delete the mapping."
	}
};
const FINDING_CODE_NAMES = Object.keys(FINDING_CODES);
function rankOf(code, isIntake) {
	const row = FINDING_CODES[code];
	return (isIntake ? row.intakeRank : void 0) ?? row.rank;
}



/***/ }),

/***/ 4456:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ parseMappingsFile),
/* harmony export */   parseMappingsFiles: () => (/* binding */ parseMappingsFiles)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _expected_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9618);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3087);
/* harmony import */ var _warnings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(291);
/* harmony import */ var _finding_codes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2178);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4450);
/* harmony import */ var _mappings_target_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1199);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6241);
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1513);










// src/mappings/file/yaml-values.ts
const SIZE_OF_ONE = 16;
const LARGEST_EXPANSION = 2 * _mappings_target_js__WEBPACK_IMPORTED_MODULE_6__.r;
const NULL = /^(?:null|Null|NULL|~)$/;
async function valuesOf({ document, place, at }, mistakes, { spent }) {
	const yaml = await __webpack_require__.e(/* import() */ 186).then(__webpack_require__.bind(__webpack_require__, 8186)).then((m) => /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.r)(m.default, 1));
	const found = [];
	const reader = new Reader(yaml, spent, (node, text) => found.push([node?.range?.[0] ?? 0, text]));
	const root = reader.read(document.contents);
	const offsets = new Offsets(yaml, document, reader);
	const places = {
		value: (path) => place(offsets.ofValue(path)),
		key: (path) => place(offsets.ofKey(path)),
		at: (path) => at(offsets.ofValue(path))
	};
	if (hasShape(root)) for (const [offset, text] of found) mistakes.add(() => `${place(offset)}: ${text}`, () => at(offset));
	else mistakes.add(() => `${places.value([])}: the file is not ${isRecord(root) ? "a mappings file, which has version: 1 and mappings" : "a block of fields"}.`, () => places.at([]));
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
	#isBroken = false;
	constructor(yaml, spent, tell) {
		this.#yaml = yaml;
		this.#spent = spent;
		this.#tell = tell;
	}
	read(node) {
		return this.#read(node).value;
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
	#read(node) {
		const { isAlias, isMap, isScalar, isSeq } = this.#yaml;
		if (isAlias(node)) return this.#readAlias(node);
		if (!isMap(node) && !isSeq(node) && !isScalar(node)) return {
			value: "",
			size: 0
		};
		if (node.anchor !== void 0) this.#anchors.set(node.anchor, node);
		if (node.tag !== void 0 && !TAGS.test(node.tag)) this.#tell(node, `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_8__.o)(node.tag)} is a tag, and mappings files have none. Write the value without it.`);
		const read = isMap(node) ? this.#readMap(node) : isSeq(node) ? this.#readList(node) : this.#readText(node);
		this.#done.set(node, read);
		return read;
	}
	#readAlias(alias) {
		const nothing = {
			value: "",
			size: 0
		};
		const target = this.#anchors.get(alias.source);
		const read = target && this.#done.get(target);
		if (target === void 0 || read === void 0) {
			const why = target === void 0 ? "has no anchor before it. Put a value that begins with \"*\" in quotes" : "stands within its own anchor";
			this.#isBroken = true;
			this.#tell(alias, `*${(0,_visible_js__WEBPACK_IMPORTED_MODULE_8__.o)(alias.source)} ${why}.`);
			return nothing;
		}
		this.#targets.set(alias, target);
		return this.#grow(alias, read.size) ? read : nothing;
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
		return {
			value,
			size
		};
	}
	#readList(node) {
		let size = SIZE_OF_ONE;
		return {
			value: node.items.map((item) => {
				const read = this.#read(item);
				size += read.size;
				return read.value;
			}),
			size
		};
	}
	#readMap(node) {
		let size = SIZE_OF_ONE;
		const value = Object.create(null);
		for (const pair of node.items) {
			const key = pair.key;
			size += this.#read(key).size;
			const name = this.nameOf(pair);
			const read = this.#read(pair.value);
			size += read.size;
			if (name === void 0) this.#tell(key, "the name of a field is not a single text.");
			else if (name === "<<") this.#tell(key, "<< is a merge key, and mappings files have none. Write the fields out.");
			else if (name in value) this.#tell(key, `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_8__.o)(name.slice(0, 100))} is given twice. Leave one out.`);
			else value[name] = read.value;
		}
		return {
			value,
			size
		};
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
const text$1 = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)().check((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Y)(1));
const acceptSchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)({
	code: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)(_finding_codes_js__WEBPACK_IMPORTED_MODULE_5__.n),
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
			const problem = (0,_visible_js__WEBPACK_IMPORTED_MODULE_8__.i)(value) ?? CHECKS[field]?.(value);
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
			const [one, two] = [first, other].map((part) => (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_7__.t)({ [block]: part?.root[block] }));
			if (first !== void 0 && one !== two) mistakes.add(() => `${other.places.key([block])}: this ${block} differs from the one at ${first.places.key([block])}. Leave one out.`, () => other.places.at([block]));
		}
	}
}
function hasScope({ root: { scope } }) {
	return isRecord(scope) && Object.keys(scope).length > 0;
}
const SCOPE_CHECKS = {
	accounts: (text) => /^\d{12}$/.test(text) ? void 0 : `"${text}" is not an AWS account number of 12 digits.`,
	"pattern-prefixes": _expected_js__WEBPACK_IMPORTED_MODULE_2__.i,
	repositories: (text) => /^([\w.-]+\/[\w.-]+|\d+)$/.test(text) ? void 0 : `"${text}" is not a repository as OWNER/NAME, or its id.`,
	"attribute-keys": () => void 0
};
function addScopeMistakes(given, places, mistakes) {
	for (const kind of _kinds_js__WEBPACK_IMPORTED_MODULE_3__.d) {
		const scope = isRecord(given) ? given[kind] : void 0;
		if (!isRecord(scope)) continue;
		for (const [field, check] of Object.entries(SCOPE_CHECKS)) {
			const texts = scope[field];
			for (const [index, text] of (Array.isArray(texts) ? texts : []).entries()) {
				if (typeof text !== "string" || text === "") continue;
				const problem = (0,_visible_js__WEBPACK_IMPORTED_MODULE_8__.i)(text) ?? check(text);
				if (problem !== void 0) mistakes.add(() => `${places.value([
					"scope",
					kind,
					field,
					index
				])}: ${problem}`, () => places.at([
					"scope",
					kind,
					field,
					index
				]));
			}
		}
		if (Object.keys(scope).length === 0) mistakes.add(() => `${places.value(["scope", kind])}: the scope of ${kind} is empty. Say what it may touch, or leave it out.`, () => places.at(["scope", kind]));
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
	for (const kind of _kinds_js__WEBPACK_IMPORTED_MODULE_3__.d) {
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
	for (const kind of _kinds_js__WEBPACK_IMPORTED_MODULE_3__.d) {
		const fields = given[kind];
		if (fields === void 0) continue;
		const { accounts, repositories, "pattern-prefixes": patternPrefixes, "attribute-keys": attributeKeys } = fields;
		scope[kind] = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__.f)({
			accounts,
			patternPrefixes,
			repositories,
			attributeKeys
		});
	}
	return scope;
}
// src/mappings/file/file-schema.ts
const text = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)().check((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Y)(1));
const texts = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)(text).check((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Y)(1));
const claimsSchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.W)(text, text);
function entryOf(kind) {
	const written = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__.u)(kind);
	const shape = { kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)(kind.name) };
	for (const name of written) {
		const one = name === "claims" ? claimsSchema : text;
		shape[(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ct)(name)] = kind.oneOf?.includes(name) ? (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(one) : one;
		const byName = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.wt)(name);
		if (byName !== void 0) shape[byName] = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(text);
	}
	if (written.includes("arnPattern")) shape["rewrite-role-arn"] = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)(["true", "false"]));
	shape["literal"] = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)(["true", "false"]));
	for (const name of _index_js__WEBPACK_IMPORTED_MODULE_1__.yt) shape[(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ct)(name)] = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)());
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)(shape);
}
const [first, ...others] = _kinds_js__WEBPACK_IMPORTED_MODULE_3__.d;
const entrySchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.I)("kind", [entryOf(_kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[first]), ...others.map((name) => entryOf(_kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[name]))]);
const awsScope = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)({
	accounts: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(texts),
	"pattern-prefixes": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(texts)
});
const githubScope = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)({ repositories: texts });
const authnScope = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)({ "attribute-keys": texts });
const all = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)("all");
const head = {
	$schema: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(text),
	version: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)("1"),
	scope: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)({
		"aws-persona": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(awsScope),
		"aws-intake": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(awsScope),
		"github-persona": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(githubScope),
		"github-intake": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(githubScope),
		authn: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(authnScope)
	})),
	ignore: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)({
		"mapping-ids": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(texts),
		"aws-persona": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.q)([all, awsScope])),
		"aws-intake": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.q)([all, awsScope])),
		"github-persona": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.q)([all, githubScope])),
		"github-intake": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.q)([all, githubScope])),
		authn: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.q)([all, authnScope]))
	})),
	policy: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)({
		accounts: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)(["any", "service-accounts"])),
		"forbidden-roles": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(texts),
		"forbidden-permissions": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(texts),
		"required-claims": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(texts)
	})),
	accept: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(acceptSchema)
};
(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)({
	...head,
	mappings: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)(entrySchema))
});
const headSchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)({
	...head,
	mappings: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.J)()))
});
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
			mistakes.add(() => `${places.key(at)}: ${name(at)} ${unknownField(key, path, root)}`, () => places.at(at));
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
			if (typeof kind !== "string" || kind === "") return `${where(path)} is missing. Write one of ${_kinds_js__WEBPACK_IMPORTED_MODULE_3__.d.join(", ")}.`;
			const close = (0,_checked_js__WEBPACK_IMPORTED_MODULE_9__.r)(kind, _kinds_js__WEBPACK_IMPORTED_MODULE_3__.d);
			return `${where(path)}: ${quoted(kind)} is not one of ${_kinds_js__WEBPACK_IMPORTED_MODULE_3__.d.join(", ")}.${close === void 0 ? "" : ` Did you mean ${close}?`}`;
		}
		case "invalid_value": return given === void 0 ? `${where(path)} is missing. Write ${issue.values.join(" or ")}.` : `${where(path)} is not ${issue.values.join(" or ")}.`;
		case "too_small": return `${where(path)} is empty.`;
		case "invalid_type": return given === void 0 ? `${where(path)} is missing.` : `${where(path)} is not ${EXPECTED[issue.expected] ?? issue.expected}.`;
		case "invalid_key": return `${where(path)} has an empty name.`;
		default: return `${where(path)} is not as it should be.`;
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
	"literal",
	"claims",
	..._index_js__WEBPACK_IMPORTED_MODULE_1__.bt.map(_index_js__WEBPACK_IMPORTED_MODULE_1__.Ct),
	..._index_js__WEBPACK_IMPORTED_MODULE_1__.vt
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
	if (known.includes(key)) return `is not a field of ${typeof kind === "string" ? `kind: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_8__.o)(kind)}` : name(path)}. Leave it out.`;
	const close = (0,_checked_js__WEBPACK_IMPORTED_MODULE_9__.r)(key, known);
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
	if (path[0] === "scope") return path.length === 1 ? _kinds_js__WEBPACK_IMPORTED_MODULE_3__.d : SCOPE_FIELDS;
	return FIELDS;
}
function name(path) {
	return path.map((part, index) => typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${(0,_visible_js__WEBPACK_IMPORTED_MODULE_8__.o)(String(part).slice(0, 100))}`).join("");
}
function valueAt(value, path) {
	return path.reduce((at, part) => typeof at === "object" && at !== null ? at[part] : void 0, value);
}
function quoted(text) {
	return text.length > 300 ? `the given text of ${text.length} characters` : `"${(0,_visible_js__WEBPACK_IMPORTED_MODULE_8__.o)(text)}"`;
}
// src/mappings/file/mappings-file.ts
function parseMappingsFile(text, checking) {
	return parseMappingsFiles([{
		name: "",
		text
	}], { ...checking && { checking } });
}
async function parseMappingsFiles(files, { checking = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Dt)(), blocksSuffice = false } = {}) {
	const mistakes = new Mistakes();
	const parts = [];
	for (const file of files) {
		const yaml = await (0,_mappings_target_js__WEBPACK_IMPORTED_MODULE_6__.i)({
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
		await entries.read(part);
	}
	addContradictions(entries.mappings, mistakes);
	for (const { root, places } of parts) {
		addScopeMistakes(root["scope"], places, mistakes);
		addAcceptMistakes(root["accept"], places, mistakes);
	}
	addDifferences(parts, mistakes);
	const isRight = mistakes.count === 0;
	const warnings = isWhole ? entries.warnings() : [];
	const mappings = entries.mappings.map(({ place, at: _, ...mapping }) => ({
		...mapping,
		...isRight && { place: place() }
	}));
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
var Entries = class {
	mappings = [];
	#round;
	#dangers = [];
	#others = new Mistakes();
	constructor(round) {
		this.#round = round;
	}
	async read(part) {
		const { mistakes, checking } = this.#round;
		const { root, places } = part;
		const given = Array.isArray(root["mappings"]) ? root["mappings"] : [];
		for (const [index, entry] of given.entries()) {
			await checking.breathe();
			const path = ["mappings", index];
			const parsed = entrySchema.safeParse(entry);
			if (!parsed.success) addIssues(parsed.error.issues, path, part, mistakes);
			const kind = isRecord(entry) ? _kinds_js__WEBPACK_IMPORTED_MODULE_3__.t.find(({ name }) => name === entry["kind"]) : void 0;
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
			const isGiven = (name) => [(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ct)(name), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.wt)(name) ?? ""].some((field) => entry[field] !== void 0);
			if (oneOf !== void 0 && oneOf.filter(isGiven).length !== 1) {
				const fields = oneOf.map((name) => [(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.wt)(name), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ct)(name)].join(" or "));
				mistakes.add(() => `${place((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ct)(oneOf[0] ?? "roleId"))}: an AuthN mapping gives one of ${fields.join(", ")}.`, at((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ct)(oneOf[0] ?? "roleId")));
			}
			const options = {
				rewriteRoleArn: entry["rewrite-role-arn"] !== "false",
				literal: entry["literal"] === "true"
			};
			const attributes = await (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.xt)(givenIn(entry, kind), options, collect, checking);
			const names = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.St)(namesIn(entry), options, collect);
			for (const warning of (0,_warnings_js__WEBPACK_IMPORTED_MODULE_4__.n)(kind.name, attributes)) this.#dangers.push({
				warning,
				text: () => `${place(warning.field)}: ${warning.text}`,
				at: at(warning.field)
			});
			this.mappings.push({
				place: () => places.value(path),
				at: () => places.at(path),
				kind: kind.name,
				attributes,
				...Object.keys(names).length > 0 && { names },
				...(0,_expected_js__WEBPACK_IMPORTED_MODULE_2__.n)(entry)
			});
		}
	}
	warnings() {
		const worst = new Mistakes();
		for (const { text, at } of this.#dangers.sort((a, b) => (0,_warnings_js__WEBPACK_IMPORTED_MODULE_4__.t)(a.warning, b.warning))) worst.add(text, at);
		return [worst, this.#others];
	}
};
function givenIn(entry, kind) {
	const given = {};
	for (const name of (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__.u)(kind)) {
		const value = entry[(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ct)(name)];
		if (name === "claims") {
			if (isRecord(value) && claimsSchema.safeParse(value).success) given.claims = value;
		} else if (typeof value === "string" && value !== "") given[name] = value;
	}
	return given;
}
function namesIn(entry) {
	const names = {};
	for (const name of _index_js__WEBPACK_IMPORTED_MODULE_1__.vt) {
		const text = entry[name];
		if (typeof text === "string" && text !== "") names[name] = text;
	}
	return names;
}
function addContradictions(mappings, mistakes) {
	const entries = mappings.map(({ kind, attributes, names, place, at }, order) => ({
		kind,
		...attributes,
		names,
		place,
		at,
		order
	})).filter((entry) => entry.names !== void 0 || (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__.a)(_kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[entry.kind], entry));
	const firsts = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const key = keyOf(entry.kind, entry);
		const first = firsts.get(key);
		if (first === void 0) firsts.set(key, entry);
		else {
			const accounts = [first, entry].flatMap(({ accountIdentifier }) => accountIdentifier?.toLowerCase() ?? []);
			const same = new Set(accounts).size < 2;
			mistakes.add(() => `${entry.place()}: this is the same mapping as the one at ${first.place()}${same ? ". Leave one out." : ", with another account. Decide for one."}`, entry.at);
		}
	}
	for (const entry of firsts.values()) {
		const { sibling } = _kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[entry.kind];
		const other = sibling && firsts.get(keyOf(sibling, entry));
		if (entry.arnPattern === void 0 || other === void 0 || other.order > entry.order) continue;
		mistakes.add(() => `${entry.place()}: ${_kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[entry.kind].principal(entry)} is also the pattern of the ${_kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[other.kind].title} at ${other.place()}, and Datadog keeps one mapping for a pattern. Leave one out.`, entry.at);
	}
}
function keyOf(kind, entry) {
	return `${kind} ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__.o)(_kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[kind], entry)} ${JSON.stringify(entry.names)}`;
}



/***/ }),

/***/ 6241:
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
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3087);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_2__);



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
	const lines = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ot)({ changes }).map(changeLine).sort();
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
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(change).map(wantedLine).sort(),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.at)(change).map(liveLine).sort()
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
		(0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__.o)(_kinds_js__WEBPACK_IMPORTED_MODULE_0__.n[live.kind], live),
		live.id,
		account?.toLowerCase() ?? null
	]);
}
function sha256(text) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHash)("sha256").update(text).digest("hex");
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
/* harmony export */   n: () => (/* binding */ warningsOf),
/* harmony export */   r: () => (/* binding */ warnings_exports),
/* harmony export */   t: () => (/* binding */ byDanger)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _arn_overlap_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7185);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3903);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3087);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4450);






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
	anyone: "the claims name neither an owner nor a repository, so a job of anyone on GitHub can match. Add repository: OWNER/NAME with repository_id and repository_owner_id.",
	owner: "the claims match every repository of the owner, also future ones. Add repository: OWNER/NAME and repository_id unless that is meant.",
	recreatable: "the claims go by name and not by id, so a repository that somebody creates again under the same name can match. Add repository_id and repository_owner_id.",
	"any-ref": "the claims match any branch or event, so everyone who can push a branch can match. Add ref: refs/heads/main or environment: NAME."
};
function warningsOf(kind, attributes) {
	const { claims, arnPattern } = attributes;
	const found = [];
	if (claims !== void 0) for (const code of reachesOf(claims)) found.push({
		code,
		field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ct)("claims"),
		text: REACH[code]
	});
	if (arnPattern !== void 0 && (0,_arn_overlap_js__WEBPACK_IMPORTED_MODULE_4__.r)(arnPattern)) {
		const text = `"${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__.o)(arnPattern)}" matches every user below that path, also future ones. Name one user unless that is meant.`;
		found.push({
			code: "any-user",
			field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ct)("arnPattern"),
			text
		});
	}
	for (const name of (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__.u)(_kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[kind])) {
		const text = lookAlikesText(attributes, name);
		if (text !== void 0) found.push({
			code: "look-alikes",
			field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ct)(name),
			text
		});
	}
	const side = _kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[kind].name.endsWith("-intake") ? "intake" : "persona";
	return found.map((one) => ({
		...one,
		rank: RANKS[one.code][side]
	})).sort(byDanger);
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
	const found = (typeof value === "object" ? Object.entries(value) : [["", value ?? ""]]).flatMap(([claim, text]) => lookAlikesIn(text).map((character) => `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__.o)(character)} (${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__.r)(character)})${claim && ` in ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__.o)(claim)}`}`));
	if (found.length === 0) return void 0;
	const more = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : "";
	return `has letters that are not the Latin ones that they look like, or that no keyboard for Latin types: ${found.slice(0, MOST_NAMED).join(", ")}${more}. Check that they are meant.`;
}
const MOST_NAMED = 10;



/***/ })

};
;