"use strict";
exports.id = 125;
exports.ids = [125];
exports.modules = {

/***/ 125:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseMappingsFile: () => (/* binding */ parseMappingsFile)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(162);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(816);
/* harmony import */ var _collisions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(982);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(923);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(793);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(172);






// src/mappings/file-schema.ts
const text = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.f)().check((0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.h)(1));
const texts = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.r)(text).check((0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.h)(1));
const printed = {
	"mapping-id": (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.f)()),
	"account-uuid": (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.f)()),
	"role-name": (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.f)()),
	"team-name": (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.f)()),
	"created-at": (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.f)()),
	"modified-at": (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.f)())
};
const account = { "account-identifier": text };
const aws = {
	"arn-pattern": text,
	"rewrite-role-arn": (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.n)(["true", "false"]))
};
const github = { claims: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.u)(text, text) };
const entry = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.i)("kind", [
	(0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.d)({
		kind: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.a)("aws-persona"),
		...aws,
		...account,
		...printed
	}),
	(0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.d)({
		kind: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.a)("aws-intake"),
		...aws,
		...printed
	}),
	(0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.d)({
		kind: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.a)("github-persona"),
		...github,
		...account,
		...printed
	}),
	(0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.d)({
		kind: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.a)("github-intake"),
		...github,
		...printed
	}),
	(0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.d)({
		kind: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.a)("authn"),
		"attribute-key": text,
		"attribute-value": text,
		"role-id": (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)(text),
		"team-id": (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)(text),
		...printed
	})
]);
const awsScope = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.d)({
	accounts: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)(texts),
	"pattern-prefixes": (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)(texts)
});
const githubScope = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.d)({ repositories: texts });
/** The shape of a mappings file; what its texts have to be is checked apart. */
const fileSchema = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.d)({
	$schema: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)(text),
	version: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.a)("1"),
	scope: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.d)({
		"aws-persona": (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)(awsScope),
		"aws-intake": (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)(awsScope),
		"github-persona": (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)(githubScope),
		"github-intake": (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)(githubScope),
		authn: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.l)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.d)({ "attribute-keys": texts }))
	})),
	mappings: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_3__.r)(entry)
});
// src/mappings/file-syntax.ts
const LARGEST_FILE = 16777216;
const MOST_ALIASES = 5e4;
/** Reads a mappings file, YAML or JSON, and checks its shape; every mistake is told with line and column. */
async function readSyntax(text) {
	if (text.length > LARGEST_FILE) return { problems: [`the file has ${text.length} characters, and at most ${LARGEST_FILE} are read.`] };
	if (text.includes("\0")) return { problems: ["the file is not text in UTF-8. Save it as such: PowerShell may write UTF-16."] };
	if (text.trim() === "") return { problems: ["the file is empty. Write version: 1 and mappings: into it."] };
	const { isMap, isScalar, LineCounter, parseDocument, visit } = await __webpack_require__.e(/* import() */ 155).then(__webpack_require__.bind(__webpack_require__, 155)).then((m) => /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.r)(m.default, 1));
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
		Value(_, { anchor }) {
			if (anchor !== void 0) anchors.add(anchor);
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
			if (typeof kind !== "string" || kind === "") return [`${where(path)} is missing. Write one of ${_collisions_js__WEBPACK_IMPORTED_MODULE_2__.r.join(", ")}.`];
			const close = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_5__.t)(kind, _collisions_js__WEBPACK_IMPORTED_MODULE_2__.r);
			return [`${where(path)}: "${kind}" is not one of ${_collisions_js__WEBPACK_IMPORTED_MODULE_2__.r.join(", ")}.${close === void 0 ? "" : ` Did you mean ${close}?`}`];
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
	"arn-pattern",
	"rewrite-role-arn",
	"account-identifier",
	"claims",
	"attribute-key",
	"attribute-value",
	"role-id",
	"team-id"
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
	const close = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_5__.t)(key, known);
	return `is not a field.${close === void 0 ? ` The fields here are ${known.join(", ")}.` : ` Did you mean ${close}?`}`;
}
function knownKeys(path, parsed) {
	if (path.length === 0) return [
		"version",
		"scope",
		"mappings"
	].filter((key) => valueAt(parsed, [key]) === void 0);
	if (path[0] === "scope") return path.length === 1 ? _collisions_js__WEBPACK_IMPORTED_MODULE_2__.r : SCOPE_FIELDS;
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
// src/mappings/file.ts
const MOST_TOLD = 20;
/**
* Reads a mappings file, YAML or JSON; fields are the inputs' names. A problem tells every mistake with line and column, duplicates
* and contradictions included.
*/
async function parseMappingsFile(text) {
	const syntax = await readSyntax(text);
	if ("problems" in syntax) return { problem: listed(syntax.problems) };
	const { document, position } = syntax;
	const problems = [];
	const warnings = [];
	const mappings = [];
	for (const [index, entry] of document.mappings.entries()) {
		const reader = new EntryReader(entry, (field) => `${position([
			"mappings",
			index,
			field
		])}: ${field}`);
		const attributes = await reader.read();
		problems.push(...reader.problems);
		warnings.push(...reader.warnings);
		mappings.push({
			kind: entry.kind,
			attributes
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
var EntryReader = class {
	problems = [];
	warnings = [];
	#entry;
	#place;
	constructor(entry, place) {
		this.#entry = entry;
		this.#place = place;
	}
	async read() {
		const entry = this.#entry;
		switch (entry.kind) {
			case "aws-persona": return {
				...this.#pattern(entry),
				...this.#account(entry)
			};
			case "aws-intake": return this.#pattern(entry);
			case "github-persona": return {
				...await this.#claims(entry.claims),
				...this.#account(entry)
			};
			case "github-intake": return await this.#claims(entry.claims);
			case "authn": return this.#authn(entry);
		}
	}
	#checked(field, result) {
		if ("problem" in result) {
			this.problems.push(`${this.#place(field)}: ${result.problem}`);
			return;
		}
		this.warnings.push(...result.warnings.map((warning) => `${this.#place(field)}: ${warning}`));
		return result.value;
	}
	#pattern(entry) {
		const rewriteRoleArn = entry["rewrite-role-arn"] !== "false";
		const arn = this.#checked("arn-pattern", (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.I)(entry["arn-pattern"], { rewriteRoleArn }));
		return arn === void 0 ? {} : { arnPattern: arn.pattern };
	}
	#account(entry) {
		const accountIdentifier = this.#checked("account-identifier", (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.M)(entry["account-identifier"]));
		return accountIdentifier === void 0 ? {} : { accountIdentifier };
	}
	async #claims(entries) {
		const { compileClaims } = await __webpack_require__.e(/* import() */ 34).then(__webpack_require__.bind(__webpack_require__, 34));
		const claims = this.#checked("claims", await compileClaims(entries));
		return claims === void 0 ? {} : { claims };
	}
	#authn(entry) {
		const { "role-id": role, "team-id": team } = entry;
		if (role === void 0 === (team === void 0)) this.problems.push(`${this.#place("role-id")}: an AuthN mapping gives exactly one of role-id and team-id.`);
		const attributeKey = this.#checked("attribute-key", (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)(entry["attribute-key"]));
		const attributeValue = this.#checked("attribute-value", (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)(entry["attribute-value"]));
		const roleId = role === void 0 ? void 0 : this.#checked("role-id", (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)(role, "role"));
		const teamId = team === void 0 ? void 0 : this.#checked("team-id", (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)(team, "team"));
		return {
			...attributeKey !== void 0 && { attributeKey },
			...attributeValue !== void 0 && { attributeValue },
			...roleId !== void 0 && { roleId },
			...teamId !== void 0 && { teamId }
		};
	}
};
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
		const key = `${entry.kind} ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__.i)(_kinds_js__WEBPACK_IMPORTED_MODULE_4__.t[entry.kind], entry)}`;
		const first = firsts.get(key);
		if (first === void 0) firsts.set(key, entry);
		else {
			const same = first.accountIdentifier?.toLowerCase() === entry.accountIdentifier?.toLowerCase();
			problems.push(`${place(entry.index)}: this is the same mapping as the one at ${place(first.index)}${same ? ". Leave one out." : ", with another account. Decide for one."}`);
		}
	}
	const obstacles = new _collisions_js__WEBPACK_IMPORTED_MODULE_2__.t(firsts.values());
	for (const entry of firsts.values()) {
		const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_4__.t[entry.kind];
		const colliding = obstacles.find(entry.kind, entry).find((other) => other.index < entry.index);
		if (colliding !== void 0) problems.push(`${place(entry.index)}: ${meaning.principal(entry)} collides with ${_kinds_js__WEBPACK_IMPORTED_MODULE_4__.t[colliding.kind].principal(colliding)} at ${place(colliding.index)}: Datadog accepts only one of them.`);
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
	for (const kind of _collisions_js__WEBPACK_IMPORTED_MODULE_2__.r) {
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
	const more = sentences.length - MOST_TOLD;
	return more > 0 ? [...sentences.slice(0, MOST_TOLD), `and ${more} more like these.`] : [...sentences];
}



/***/ })

};
;