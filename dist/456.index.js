"use strict";
exports.id = 456;
exports.ids = [456];
exports.modules = {

/***/ 4456:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseMappingsFile: () => (/* binding */ parseMappingsFile)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _attributes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4443);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3087);
/* harmony import */ var _collisions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3819);
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1513);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2574);






// src/mappings/file/file-schema.ts
const text = (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.I)().check((0,_index_js__WEBPACK_IMPORTED_MODULE_4__.z)(1));
const texts = (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.T)(text).check((0,_index_js__WEBPACK_IMPORTED_MODULE_4__.z)(1));
function entryOf(kind) {
	const written = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.c)(kind);
	const shape = { kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.k)(kind.name) };
	for (const name of written) {
		const one = name === "claims" ? (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.P)(text, text) : text;
		shape[(0,_attributes_js__WEBPACK_IMPORTED_MODULE_1__.a)(name)] = kind.oneOf?.includes(name) ? (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.N)(one) : one;
	}
	if (written.includes("arnPattern")) shape["rewrite-role-arn"] = (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.N)((0,_index_js__WEBPACK_IMPORTED_MODULE_4__.w)(["true", "false"]));
	for (const name of _attributes_js__WEBPACK_IMPORTED_MODULE_1__.n) shape[(0,_attributes_js__WEBPACK_IMPORTED_MODULE_1__.a)(name)] = (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.N)((0,_index_js__WEBPACK_IMPORTED_MODULE_4__.I)());
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.F)(shape);
}
const [first, ...others] = _kinds_js__WEBPACK_IMPORTED_MODULE_2__.l;
const entry = (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.D)("kind", [entryOf(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[first]), ...others.map((name) => entryOf(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[name]))]);
const awsScope = (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.F)({
	accounts: (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.N)(texts),
	"pattern-prefixes": (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.N)(texts)
});
const githubScope = (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.F)({ repositories: texts });
const fileSchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.F)({
	$schema: (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.N)(text),
	version: (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.k)("1"),
	scope: (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.N)((0,_index_js__WEBPACK_IMPORTED_MODULE_4__.F)({
		"aws-persona": (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.N)(awsScope),
		"aws-intake": (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.N)(awsScope),
		"github-persona": (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.N)(githubScope),
		"github-intake": (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.N)(githubScope),
		authn: (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.N)((0,_index_js__WEBPACK_IMPORTED_MODULE_4__.F)({ "attribute-keys": texts }))
	})),
	mappings: (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.T)(entry)
});
// src/mappings/file/file-syntax.ts
const LARGEST_FILE = 16777216;
const MOST_ALIASES = 5e4;
const NULL = /^(?:null|Null|NULL|~)$/;
async function readSyntax(text) {
	if (text.length > LARGEST_FILE) return { problems: [`the file has ${text.length} characters, and at most ${LARGEST_FILE} are read.`] };
	if (text.includes("\0")) return { problems: ["the file is not text in UTF-8. Save it as such: PowerShell may write UTF-16."] };
	if (text.trim() === "") return { problems: ["the file is empty. Write version: 1 and mappings: into it."] };
	const { isMap, isScalar, LineCounter, parseDocument, visit } = await __webpack_require__.e(/* import() */ 186).then(__webpack_require__.bind(__webpack_require__, 8186)).then((m) => /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.r)(m.default, 1));
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
			const close = (0,_checked_js__WEBPACK_IMPORTED_MODULE_5__.r)(kind, _kinds_js__WEBPACK_IMPORTED_MODULE_2__.l);
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
	..._attributes_js__WEBPACK_IMPORTED_MODULE_1__.r.map(_attributes_js__WEBPACK_IMPORTED_MODULE_1__.a)
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
	const close = (0,_checked_js__WEBPACK_IMPORTED_MODULE_5__.r)(key, known);
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
const MOST_TOLD = 20;
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
		if (oneOf !== void 0 && oneOf.filter((name) => entry[(0,_attributes_js__WEBPACK_IMPORTED_MODULE_1__.a)(name)] !== void 0).length !== 1) {
			const fields = oneOf.map(_attributes_js__WEBPACK_IMPORTED_MODULE_1__.a);
			problems.push(`${place(fields[0] ?? "")}: an AuthN mapping gives exactly one of ${fields.join(" and ")}.`);
		}
		const options = { rewriteRoleArn: entry["rewrite-role-arn"] !== "false" };
		mappings.push({
			kind: kind.name,
			attributes: await (0,_attributes_js__WEBPACK_IMPORTED_MODULE_1__.i)(givenIn(entry), options, collect)
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
	for (const name of _attributes_js__WEBPACK_IMPORTED_MODULE_1__.r) {
		const value = entry[(0,_attributes_js__WEBPACK_IMPORTED_MODULE_1__.a)(name)];
		if (typeof value === "string") given[name] = value;
	}
	const claims = entry[(0,_attributes_js__WEBPACK_IMPORTED_MODULE_1__.a)("claims")];
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
	const index = new _collisions_js__WEBPACK_IMPORTED_MODULE_3__.t(firsts.values());
	for (const entry of firsts.values()) {
		const other = index.find(entry.kind, entry).excluding.find((one) => one.index < entry.index);
		if (other !== void 0) problems.push(`${place(entry.index)}: ${_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[entry.kind].principal(entry)} is also the pattern of the ${_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[other.kind].title} at ${place(other.index)}, and Datadog keeps one mapping for a pattern. Leave one out.`);
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
	const more = sentences.length - MOST_TOLD;
	return more > 0 ? [...sentences.slice(0, MOST_TOLD), `and ${more} more like these.`] : [...sentences];
}



/***/ })

};
;