"use strict";
exports.id = 789;
exports.ids = [789];
exports.modules = {

/***/ 8789:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ exact_claims_exports),
/* harmony export */   t: () => (/* binding */ claimsOf)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1108);
/* harmony import */ var _literal_claims_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3525);
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1364);




// src/mappings/claims/exact-claims.ts
var exact_claims_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ exactClaims: () => exactClaims });
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
function exactClaims(entries) {
	const problems = Object.entries(entries).flatMap(([name, value]) => {
		if (!(0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.u)(name)) return [(0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.d)(name)];
		return UNSEEN.test(value) ? [`${name} has an invisible character or a line break in it.`] : [];
	});
	if (problems.length > 0) return { problem: problems.join(" ") };
	const matchers = Object.entries(entries).map(([name, value]) => [name, (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.s)(value) ?? matcherOf(name, value)]);
	return {
		value: Object.fromEntries(matchers),
		warnings: []
	};
}
function claimsOf(matchers) {
	const known = _subject_js__WEBPACK_IMPORTED_MODULE_1__.l;
	const rank = (name) => name === "sub" ? known.length : known.indexOf(name);
	const names = Object.keys(matchers).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
	return Object.fromEntries(names.map((name) => {
		const pattern = matchers[name] ?? "";
		return [name, plainValue(name, pattern) ?? `/${pattern}/`];
	}));
}
function plainValue(name, pattern) {
	const value = (/^\^?(.*)\$$/s.exec(pattern)?.[1])?.replace(/\\([^A-Za-z0-9])/g, "$1") ?? "";
	return matcherOf(name, value) === pattern && (0,_literal_claims_js__WEBPACK_IMPORTED_MODULE_2__.t)(name, value) === void 0 ? value : void 0;
}
function matcherOf(name, value) {
	return name === "sub" ? (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.a)(value) : `^${(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_3__.n)(value)}$`;
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