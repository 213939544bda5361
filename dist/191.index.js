"use strict";
exports.id = 191;
exports.ids = [191,937];
exports.modules = {

/***/ 5191:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   claimsOfThisJob: () => (/* reexport safe */ _subject_js__WEBPACK_IMPORTED_MODULE_2__.n),
/* harmony export */   compileClaims: () => (/* binding */ compileClaims),
/* harmony export */   parseClaims: () => (/* binding */ parseClaims)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4450);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1108);
/* harmony import */ var _literal_claims_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3525);
/* harmony import */ var _re2_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(937);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3903);
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1364);








// src/mappings/claims/parse-claims.ts
const LONGEST = 65536;
const MOST_TOLD = 20;
async function parseClaims(text) {
	if (text.length > LONGEST) return { problem: `the block is ${text.length} characters long; write one "name: value" line per claim.` };
	const { isAlias, isMap, isScalar, LineCounter, parseDocument } = await __webpack_require__.e(/* import() */ 186).then(__webpack_require__.bind(__webpack_require__, 8186)).then((m) => /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.r)(m.default, 1));
	const lines = new LineCounter();
	const document = parseDocument(text, {
		schema: "failsafe",
		lineCounter: lines,
		prettyErrors: false,
		logLevel: "error",
		uniqueKeys: false
	});
	const lineOf = (position) => `line ${lines.linePos(position ?? 0).line}`;
	const error = document.errors[0];
	if (error !== void 0) return { problem: `${lineOf(error.pos[0])} is not valid YAML: ${explained(error.code, error.message)}.` };
	if (!isMap(document.contents)) return { problem: `the value is not a block of "name: value" lines; write, for example, "repository: my-org/app" and "ref: refs/heads/main" on a line each.` };
	const problems = [];
	const entries = [];
	const names = /* @__PURE__ */ new Set();
	if (document.contents.anchor !== void 0 || document.contents.tag !== void 0) problems.push("the block has an anchor or a tag; write plain lines only.");
	for (const { key, value } of document.contents.items) {
		if (!isScalar(key) || typeof key.value !== "string" || hasExtras(key)) {
			problems.push(`${lineOf(document.contents.range?.[0])} has a name that is not plain text; write "name: value".`);
			continue;
		}
		const where = lineOf(key.range?.[0]);
		if (names.has(key.value)) problems.push(`${where}: "${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__.o)(key.value)}" is named twice; one claim has one value, alternatives are a regular expression /^(?:a|b)$/.`);
		names.add(key.value);
		if (isAlias(value) && text.includes("***")) problems.push(`${where}: "${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__.o)(key.value)}" has "***" as its value, which stands for a masked value in a log; write the value itself.`);
		else if (isAlias(value)) problems.push(`${where}: "${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__.o)(key.value)}" has an alias ("*…") as its value; put a value that begins with "*" in quotes.`);
		else if (value === null || isScalar(value) && (value.value === null || value.value === "")) problems.push(`${where}: "${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__.o)(key.value)}" has no value; is it the empty output of an earlier step?`);
		else if (!isScalar(value)) problems.push(`${where}: "${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__.o)(key.value)}" has a list or a block as its value; write one value, alternatives as a regular expression /^(?:a|b)$/.`);
		else if (hasExtras(value)) problems.push(`${where}: "${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__.o)(key.value)}" has an anchor ("&…") or a tag ("!…") before its value; put the value in quotes.`);
		else entries.push([key.value, String(value.value)]);
	}
	if (problems.length === 0 && entries.length === 0) problems.push("the block names no claim; write, for example, \"repository: my-org/app\".");
	const more = problems.splice(MOST_TOLD).length;
	if (more > 0) problems.push(`and ${more} more like these.`);
	return problems.length > 0 ? { problem: problems.join(" ") } : {
		value: Object.fromEntries(entries),
		warnings: []
	};
}
const hasExtras = (node) => node.anchor !== void 0 || node.tag !== void 0;
function explained(code, message) {
	if (code === "MULTIPLE_DOCS") return "the block has a \"---\" line; write it without";
	if (code === "BAD_SCALAR_START" || code === "UNEXPECTED_TOKEN") return `${sentence(message)} (put a value with special characters in quotes)`;
	return sentence(message);
}
const sentence = (message) => (message.split("\n", 1)[0] ?? message).replace(/\.$/, "");
// src/mappings/claims/compile-claims.ts
const MOST_CLAIMS = 64;
async function compileClaims(entries, checking = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Dt)()) {
	const problems = [];
	const warnings = [];
	const matchers = {};
	const engine = Object.values(entries).some((value) => (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__.s)(value) !== void 0) ? await checking.engine() : void 0;
	if (Object.keys(entries).length > MOST_CLAIMS) return { problem: `names ${Object.keys(entries).length} claims, and Datadog can match on ${_subject_js__WEBPACK_IMPORTED_MODULE_2__.l.length}.` };
	for (const [name, value] of Object.entries(entries)) {
		await checking.breathe();
		const compiled = compileClaim(name, value, engine);
		if ("problem" in compiled) problems.push(compiled.problem);
		else {
			matchers[name] = compiled.value;
			warnings.push(...compiled.warnings);
		}
	}
	problems.push(...contradictions(entries));
	if (entries["sub"] === void 0 && problems.length === 0) {
		const subject = (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__.t)(entries);
		if ("problem" in subject) problems.push(subject.problem);
		else matchers["sub"] = subject.pattern;
	}
	if (problems.length > 0) return { problem: problems.join(" ") };
	return {
		value: matchers,
		warnings: [...warnings, ...subjectWarnings(entries)]
	};
}
function compileClaim(name, value, engine) {
	if (!(0,_subject_js__WEBPACK_IMPORTED_MODULE_2__.u)(name)) return { problem: (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__.d)(name) };
	if (value.length > 4096) return { problem: `${name} is ${value.length} characters long, and no claim of GitHub's comes near ${_re2_js__WEBPACK_IMPORTED_MODULE_4__.t}; write a shorter one.` };
	const invisible = value.trim() === "" ? void 0 : (0,_visible_js__WEBPACK_IMPORTED_MODULE_6__.i)(value);
	if (invisible !== void 0) return { problem: `${name}: ${invisible}` };
	const pattern = (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__.s)(value);
	if (pattern !== void 0 && engine !== void 0) return checkRegex(name, pattern, engine);
	const problem = (0,_literal_claims_js__WEBPACK_IMPORTED_MODULE_3__.t)(name, value);
	if (problem !== void 0) return { problem };
	if (name === "sub") return {
		value: (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__.a)(value),
		warnings: [...(0,_literal_claims_js__WEBPACK_IMPORTED_MODULE_3__.n)(name, value), ...(0,_subject_js__WEBPACK_IMPORTED_MODULE_2__.i)(value)]
	};
	return {
		value: `^${(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_7__.n)(value)}$`,
		warnings: (0,_literal_claims_js__WEBPACK_IMPORTED_MODULE_3__.n)(name, value)
	};
}
function checkRegex(name, pattern, engine) {
	if (pattern === "") return { problem: `${name} is an empty regular expression, which matches everything; write the value, or leave the claim out.` };
	const regex = engine.compile(pattern);
	if ("problem" in regex) {
		if (regex.beyondBounds) return {
			value: pattern,
			warnings: [`${name}: ${regex.problem} here; it is sent unchecked.`]
		};
		return { problem: `${name} is /${pattern}/, and ${regex.problem}; write it as RE2 knows it, with alternatives such as /^(?:a|b)$/, or as a plain value without the slashes.` };
	}
	return {
		value: pattern,
		warnings: regexWarnings(name, pattern, regex.matches)
	};
}
function regexWarnings(name, pattern, matches) {
	const warnings = name === "sub" ? (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__.o)(pattern) : anchorWarnings(name, pattern);
	if ((0,_subject_js__WEBPACK_IMPORTED_MODULE_2__.u)(name) && (0,_reach_js__WEBPACK_IMPORTED_MODULE_5__.t)(name, matches)) {
		const open = `${name} is /${pattern}/, which matches every value; write what it must be`;
		return name === "sub" ? [`${open}.`, ...warnings] : [`${open}, or leave it out.`];
	}
	if (matches("") === true) warnings.push(`${name} is /${pattern}/, which matches an empty value too; write + instead of * where something must stand.`);
	if ((0,_skeletons_js__WEBPACK_IMPORTED_MODULE_7__.t)(pattern) !== pattern) warnings.push(`${name} is /${pattern}/, in which "." stands for any character; write "\\." for a dot.`);
	return warnings;
}
function anchorWarnings(name, pattern) {
	const skeletons = (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_7__.s)(pattern);
	if (skeletons === void 0 ? /^\^.*\$$/s.test(pattern) : (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_7__.i)(skeletons)) return [];
	const bare = pattern.replace(/^\^|(?<!\\)\$$/g, "");
	return [`${name} is /${pattern}/, which may match in the middle of a longer value; write /^${bare.includes("|") ? `(?:${bare})` : bare}$/.`];
}
function contradictions(entries) {
	const { repository = "", repository_owner: owner = "" } = entries;
	const slash = repository.indexOf("/");
	if (owner === "" || slash < 1 || (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__.s)(owner) !== void 0 || (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__.s)(repository) !== void 0) return [];
	if (repository.slice(0, slash).toLowerCase() === owner.toLowerCase()) return [];
	return [`repository_owner is "${owner}" and repository is "${repository}", which has another owner, so no job could match; write the same owner, or leave repository_owner out.`];
}
function subjectWarnings(entries) {
	const subject = entries["sub"] ?? "";
	if (!(0,_subject_js__WEBPACK_IMPORTED_MODULE_2__.r)(subject) || entries["repository_id"] !== void 0 && entries["repository_owner_id"] !== void 0) return [];
	return [`sub is "${subject}", which never matches a repository that was created or renamed since 2026-07-15, because its subject has ids; leave sub out to have one built for both forms.`];
}



/***/ }),

/***/ 3525:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ literalWarnings),
/* harmony export */   t: () => (/* binding */ literalProblem)
/* harmony export */ });
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1513);
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1364);


// src/mappings/claims/literal-claims.ts
function literalProblem(name, value) {
	if (value.trim() === "") return `${name} is empty; is it the empty output of an earlier step?`;
	if (value.includes("***")) return `${name} is "${value}", in which "***" stands for a masked value, so it was copied from a log; write the value itself.`;
	const left = /\$\{\{.*?\}\}|\$\{[^}]*\}?|\$[A-Z_][A-Z0-9_]*\b/.exec(value)?.[0];
	if (left !== void 0) return `${name} is "${value}", in which nothing has replaced "${left}"; use a GitHub expression such as \${{ github.repository }}.`;
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
	if (/[*^]|\.\+|\\[dws.]|\(\?:|\$$/.test(value)) {
		const pattern = /\\|\.[*+]|^\^|\$$|\(\?:/.test(value) ? value.replace(/^\^|\$$/g, "") : (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.n)(value).replace(/(?:\\\*)+/g, ".*");
		return [`${name} is "${value}", which is taken literally, special characters and all; for a regular expression write /${name === "sub" ? "" : "^"}${pattern}$/.`];
	}
	const shape = SHAPES[name];
	if (shape !== void 0 && !shape[0].test(value)) return [`${name} is "${value}", which no token has; write ${name === "ref" ? `refs/heads/${value}` : shape[1]}.`];
	const values = VALUES[name];
	if (values === void 0 || values.includes(value)) return [];
	return [`${name} is "${value}", which no token has; write ${(0,_checked_js__WEBPACK_IMPORTED_MODULE_1__.r)(value, values) ?? `one of ${values.join(", ")}`}.`];
}



/***/ }),

/***/ 937:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ loadRegex),
/* harmony export */   r: () => (/* binding */ re2_exports),
/* harmony export */   t: () => (/* binding */ LONGEST_PATTERN)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);

// src/mappings/claims/re2.ts
var re2_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ loadRegex: () => loadRegex });
const LONGEST_PATTERN = 4096;
const LONGEST_TEXT = 4096;
const LARGEST_EXPANSION = 1e5;
const MOST_WORK_AT_ONCE = 2e7;
const MOST_WORK = 8e8;
async function loadRegex(mostWork = MOST_WORK) {
	const { RE2JS } = await __webpack_require__.e(/* import() */ 688).then(__webpack_require__.bind(__webpack_require__, 4688));
	let workLeft = mostWork;
	function afford(work) {
		if (work > workLeft) return false;
		workLeft -= work;
		return true;
	}
	function compile(pattern) {
		if (pattern.length > 4096) return beyond(`is ${pattern.length} characters long`);
		const size = expansion(pattern);
		if (size > LARGEST_EXPANSION) return beyond("repeats too much");
		const work = compileWork(pattern, size);
		if (work > MOST_WORK_AT_ONCE) return beyond("has too many costly classes");
		if (!afford(work)) return beyond("comes after too many others that were costly");
		let compiled;
		try {
			compiled = RE2JS.compile(pattern);
		} catch (error) {
			return {
				problem: refusal(pattern, error),
				beyondBounds: false
			};
		}
		const canRead = (text) => {
			const work = compiled.programSize() * (text.length + 1);
			return text.length <= LONGEST_TEXT && work <= MOST_WORK_AT_ONCE && afford(work);
		};
		return {
			matches: (text) => canRead(text) ? compiled.matcher(text).find() : void 0,
			matchesWhole: (text) => canRead(text) ? compiled.matcher(text).matches() : void 0
		};
	}
	return { compile };
}
const beyond = (why) => ({
	problem: `the pattern ${why}, and is not evaluated`,
	beyondBounds: true
});
function expansion(pattern) {
	let product = 1;
	for (const [, least = "", most = ""] of pattern.matchAll(/\{(\d{1,4})(?:,(\d{0,4}))?\}/g)) product = Math.min(1e3, product * Math.max(1, Number(least), Number(most)));
	return pattern.length * product;
}
function compileWork(pattern, size) {
	const classes = pattern.match(/\\[pP]/g)?.length ?? 0;
	const ranges = /\(\?[a-zA-Z]*i/.test(pattern) && /[^\0-\x7f]|\\x\{/.test(pattern) ? pattern.split("-").length - 1 : 0;
	return size * 60 + classes * 1e4 + ranges * 3e5;
}
const MISSING = [
	[/\(\?<?[=!]/, "look-around"],
	[/\\(?:[1-9]|k[<{'])/, "back-references"],
	[/\(\?>|[*+?}]\+/, "possessive or atomic groups"],
	[/\(\?\(/, "conditions"],
	[/\(\?#/, "comments"]
];
function refusal(pattern, error) {
	const missing = MISSING.find(([sign]) => sign.test(pattern));
	if (missing !== void 0) return `RE2 has no ${missing[1]}`;
	return `RE2 says: ${(error instanceof Error ? error.message : String(error)).replace(/^error parsing regexp: /, "")}`;
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

/***/ 1108:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ literalSubject),
/* harmony export */   c: () => (/* binding */ withoutIds),
/* harmony export */   d: () => (/* binding */ unknownClaim),
/* harmony export */   i: () => (/* binding */ literalFormWarnings),
/* harmony export */   l: () => (/* binding */ CLAIM_NAMES),
/* harmony export */   n: () => (/* binding */ claimsOfThisJob),
/* harmony export */   o: () => (/* binding */ patternFormWarnings),
/* harmony export */   r: () => (/* binding */ isClassicSubject),
/* harmony export */   s: () => (/* binding */ regexOf),
/* harmony export */   t: () => (/* binding */ buildSubject),
/* harmony export */   u: () => (/* binding */ isClaimName)
/* harmony export */ });
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1513);
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1364);


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
	const meant = (0,_checked_js__WEBPACK_IMPORTED_MODULE_0__.r)(name, CLAIM_NAMES);
	return `"${name}" is not a claim that Datadog can match on; ${meant === void 0 ? `the names are ${CLAIM_NAMES.join(", ")}.` : `did you mean "${meant}"?`}`;
}
// src/mappings/claims/subject.ts
const OWNER_FIRST = /^repo:[\w-]+\/(?![?*+{])/;
const OWNER_RULE = "Datadog documents that sub must begin with repo:OWNER/, the owner being a name and not a regular expression, and may refuse it otherwise";
const WITH_IDS = /^(repo:[\w-]+)(?:\((?:\?:)?@(\d+|\\d\+)\)\?|@(\d+|\\d\+))(\/[^:@()|]+)(?:\((?:\?:)?@(\d+|\\d\+)\)\?|@(\d+|\\d\+))?(:.*)$/s;
const eitherForm = (classic, immutable) => `${classic}$|^${immutable}$`;
const literalSubject = (subject) => `${subject.startsWith("repo:") ? "" : "^"}${(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.n)(subject)}$`;
function patternFormWarnings(pattern) {
	if (!OWNER_FIRST.test(pattern)) {
		const better = ownerFirst(pattern);
		const advice = better === void 0 ? "write it in the form /repo:OWNER/NAME:…$/" : `write /${ended(better)}/`;
		return [`sub is /${pattern}/, and ${OWNER_RULE}; ${advice}.`];
	}
	if (takesAnyEnd(pattern)) return [];
	const skeletons = (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.s)(pattern);
	if (skeletons === void 0 ? /(?<!\\)\$$/.test(pattern) : (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.a)(skeletons)) return [];
	return [`sub is /${pattern}/, which has to match the whole claim; ${(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.r)(pattern) ? "end each of its alternatives with \"$\"" : `write /${ended(pattern)}/`}, with ".+" before "$" where more may follow.`];
}
const takesAnyEnd = (pattern) => /(?<!\\)\.[*+]$/.test(pattern) && !(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.r)(pattern);
function literalFormWarnings(subject) {
	if (OWNER_FIRST.test(subject)) return [];
	const better = withOwnerFirst(subject);
	const advice = better === void 0 ? "let the subject that GitHub is told to write begin with \"repo\", or leave sub out to have it made from repository" : `write /${better}/`;
	return [`sub is "${subject}", and ${OWNER_RULE}; ${advice}.`];
}
function withOwnerFirst(subject) {
	const better = OWNER_FIRST.test(subject) ? void 0 : ownerFirst((0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.n)(subject));
	return better === void 0 ? void 0 : ended(better);
}
function ownerFirst(pattern) {
	const bare = pattern.replace(/^(?:\^|\\A)+/, "").replace(/^repo\\?:((?:\w|\\?-)+)\\?\//, (_, owner) => `repo:${owner.replaceAll("\\", "")}/`);
	if (OWNER_FIRST.test(bare)) return bare;
	const [, owner, optionalOwnerId, ownerId, name, optionalId, id, rest] = WITH_IDS.exec(bare) ?? [];
	if (owner === void 0 || name === void 0 || rest === void 0 || (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.r)(rest)) return void 0;
	const context = rest.replace(OPEN_END, "");
	return eitherForm(`${owner}${name}${context}`, `${owner}@${optionalOwnerId ?? ownerId}${name}@${optionalId ?? id ?? "\\d+"}${context}`);
}
const OPEN_END = /(?<!\\)\$$|\\z$/;
const ended = (pattern) => (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.r)(pattern) ? pattern : `${pattern.replace(OPEN_END, "")}$`;
function regexOf(value) {
	return value.length > 1 && value.startsWith("/") && value.endsWith("/") ? value.slice(1, -1) : void 0;
}
function buildSubject(entries) {
	const ask = "sub is required by Datadog";
	const repository = literal(entries, "repository");
	const parts = /^([^/\s]+)\/([^/\s]+)$/.exec(repository ?? "");
	if (parts?.[1] === void 0 || parts[2] === void 0) return { problem: `${ask} and cannot be made, since ${entries["repository"] === void 0 ? "no repository is given" : "repository is not one OWNER/NAME"}; add repository: OWNER/NAME, or sub: repo:OWNER/NAME:ref:refs/heads/main.` };
	const owner = (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.n)(parts[1]);
	const name = (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.n)(parts[2]);
	const classic = `repo:${owner}/${name}`;
	const immutable = `repo:${owner}@${idOf(entries, "repository_owner_id")}/${name}@${idOf(entries, "repository_id")}`;
	const context = contextOf(entries);
	if (context === void 0) return { problem: `${ask} and cannot be made from repository alone; add ref: refs/heads/main or environment: NAME for the jobs that are meant, or sub: /${eitherForm(`${classic}:.+`, `${immutable}:.+`)}/ for every job of the repository.` };
	return { pattern: eitherForm(`${classic}:${context}`, `${immutable}:${context}`) };
}
function contextOf(entries) {
	if (entries["environment"] !== void 0) {
		const environment = literal(entries, "environment");
		return `environment:${environment === void 0 ? ".+" : (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.n)(environment.replaceAll(":", "%3A"))}`;
	}
	const ref = literal(entries, "ref");
	if (literal(entries, "event_name") === "pull_request" || ref?.startsWith("refs/pull/")) return "pull_request";
	if (entries["ref"] === void 0) return void 0;
	return `ref:${ref === void 0 ? ".+" : (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.n)(ref)}`;
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
		else claims[name] = regexOf(text) === void 0 ? text : `/^${(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.n)(text)}$/`;
	}
	return claims;
}



/***/ })

};
;