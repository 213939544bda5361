"use strict";
exports.id = 228;
exports.ids = [228];
exports.modules = {

/***/ 5191:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   claimsOfThisJob: () => (/* reexport safe */ _subject_js__WEBPACK_IMPORTED_MODULE_5__.n),
/* harmony export */   compileClaims: () => (/* binding */ compileClaims),
/* harmony export */   parseClaims: () => (/* binding */ parseClaims)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _claim_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2933);
/* harmony import */ var _literal_claims_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3525);
/* harmony import */ var _re2_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(937);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3903);
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1364);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1108);







// src/mappings/claims/parse-claims.ts
const LONGEST = 65536;
const MOST_TOLD = 20;
async function parseClaims(text) {
	if (text.length > LONGEST) return { problem: `the block is ${text.length} characters long; write one "name: value" line per claim.` };
	const { isAlias, isMap, isScalar, LineCounter, parseDocument } = await __webpack_require__.e(/* import() */ 186).then(__webpack_require__.bind(__webpack_require__, 8186));
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
		if (names.has(key.value)) problems.push(`${where}: "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(key.value)}" is named twice; give each claim one value, or a regular expression such as /^(?:a|b)$/ for alternatives.`);
		names.add(key.value);
		if (isAlias(value) && text.includes("***")) problems.push(`${where}: "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(key.value)}" has "***" as its value, which stands for a masked value in a log; write the value itself.`);
		else if (isAlias(value)) problems.push(`${where}: "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(key.value)}" has an alias ("*…") as its value; put a value that begins with "*" in quotes.`);
		else if (value === null || isScalar(value) && (value.value === null || value.value === "")) problems.push(`${where}: "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(key.value)}" has no value; is it the empty output of an earlier step?`);
		else if (!isScalar(value)) problems.push(`${where}: "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(key.value)}" has a list or a block as its value; write one value, or a regular expression such as /^(?:a|b)$/ for alternatives.`);
		else if (hasExtras(value)) problems.push(`${where}: "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(key.value)}" has an anchor ("&…") or a tag ("!…") before its value; put the value in quotes.`);
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
	if (code === "BLOCK_AS_IMPLICIT_KEY") return "a second \": \" stands in it; write each claim on a line of its own, and a value that has \": \" in it in quotes";
	if (code === "BAD_SCALAR_START" || code === "UNEXPECTED_TOKEN") return `${sentence(message)} (put a value with special characters in quotes)`;
	return sentence(message);
}
const sentence = (message) => (message.split("\n", 1)[0] ?? message).replace(/\.$/, "");
// src/mappings/claims/compile-claims.ts
const MOST_CLAIMS = 64;
async function compileClaims(entries, checking = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.xn)()) {
	const problems = [];
	const warnings = [];
	const matchers = {};
	const engine = Object.values(entries).some((value) => (0,_subject_js__WEBPACK_IMPORTED_MODULE_5__.s)(value) !== void 0) ? await checking.engine() : void 0;
	if (Object.keys(entries).length > MOST_CLAIMS) return { problem: `names ${Object.keys(entries).length} claims, and Datadog can match on ${_claim_names_js__WEBPACK_IMPORTED_MODULE_1__.t.length}.` };
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
		const subject = (0,_subject_js__WEBPACK_IMPORTED_MODULE_5__.t)(entries);
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
	if (!(0,_claim_names_js__WEBPACK_IMPORTED_MODULE_1__.n)(name)) return { problem: (0,_claim_names_js__WEBPACK_IMPORTED_MODULE_1__.r)(name) };
	if (value.length > 4096) return { problem: `${name} is ${value.length} characters long, and GitHub's claims are far shorter than ${_re2_js__WEBPACK_IMPORTED_MODULE_3__.t}; write a shorter one.` };
	const invisible = value.trim() === "" ? void 0 : (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Cn)(value);
	if (invisible !== void 0) return { problem: `${name}: ${invisible}` };
	const pattern = (0,_subject_js__WEBPACK_IMPORTED_MODULE_5__.s)(value);
	if (pattern !== void 0 && engine !== void 0) return checkRegex(name, pattern, engine);
	const problem = (0,_literal_claims_js__WEBPACK_IMPORTED_MODULE_2__.t)(name, value);
	if (problem !== void 0) return { problem };
	if (name === "sub") return {
		value: (0,_subject_js__WEBPACK_IMPORTED_MODULE_5__.a)(value),
		warnings: [...(0,_literal_claims_js__WEBPACK_IMPORTED_MODULE_2__.n)(name, value), ...(0,_subject_js__WEBPACK_IMPORTED_MODULE_5__.i)(value)]
	};
	return {
		value: `^${(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_6__.n)(value)}$`,
		warnings: (0,_literal_claims_js__WEBPACK_IMPORTED_MODULE_2__.n)(name, value)
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
		return { problem: `${name} is /${pattern}/, and ${regex.problem}; write it in RE2 syntax, with alternatives such as /^(?:a|b)$/, or as a plain value without the slashes.` };
	}
	return {
		value: pattern,
		warnings: regexWarnings(name, pattern, regex.matches)
	};
}
function regexWarnings(name, pattern, matches) {
	const warnings = name === "sub" ? (0,_subject_js__WEBPACK_IMPORTED_MODULE_5__.o)(pattern) : anchorWarnings(name, pattern);
	if ((0,_claim_names_js__WEBPACK_IMPORTED_MODULE_1__.n)(name) && (0,_reach_js__WEBPACK_IMPORTED_MODULE_4__.t)(name, matches)) {
		const open = `${name} is /${pattern}/, which matches every value; write what it must be`;
		return name === "sub" ? [`${open}.`, ...warnings] : [`${open}, or leave it out.`];
	}
	if (matches("") === true) warnings.push(`${name} is /${pattern}/, which matches an empty value too; write + instead of * where there must be a character.`);
	if ((0,_skeletons_js__WEBPACK_IMPORTED_MODULE_6__.t)(pattern) !== pattern) warnings.push(`${name} is /${pattern}/, in which "." stands for any character; write "\\." for a dot.`);
	return warnings;
}
function anchorWarnings(name, pattern) {
	const skeletons = (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_6__.s)(pattern);
	if (skeletons === void 0 ? /^\^.*\$$/s.test(pattern) : (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_6__.i)(skeletons)) return [];
	const bare = pattern.replace(/^\^|(?<!\\)\$$/g, "");
	return [`${name} is /${pattern}/, which can match in the middle of a longer value; write /^${bare.includes("|") ? `(?:${bare})` : bare}$/.`];
}
function contradictions(entries) {
	const { repository = "", repository_owner: owner = "" } = entries;
	const slash = repository.indexOf("/");
	if (owner === "" || slash < 1 || (0,_subject_js__WEBPACK_IMPORTED_MODULE_5__.s)(owner) !== void 0 || (0,_subject_js__WEBPACK_IMPORTED_MODULE_5__.s)(repository) !== void 0) return [];
	if (repository.slice(0, slash).toLowerCase() === owner.toLowerCase()) return [];
	return [`repository_owner is "${owner}" and repository is "${repository}", which has another owner, so no job could match; write the same owner, or leave repository_owner out.`];
}
function subjectWarnings(entries) {
	const subject = entries["sub"] ?? "";
	if (!(0,_subject_js__WEBPACK_IMPORTED_MODULE_5__.r)(subject) || entries["repository_id"] !== void 0 && entries["repository_owner_id"] !== void 0) return [];
	return [`sub is "${subject}", which never matches a repository that was created or renamed since 2026-07-15, because its subject has ids; leave sub out to have one built for both forms.`];
}



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