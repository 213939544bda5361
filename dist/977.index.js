"use strict";
exports.id = 977;
exports.ids = [977];
exports.modules = {

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

/***/ 7977:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ match_caller_exports),
/* harmony export */   t: () => (/* binding */ matchCaller)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _claim_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2933);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1108);
/* harmony import */ var _re2_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(937);





// src/mappings/arn/match-arn.ts
function matchArn(pattern, callerArn) {
	if ((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Gt)(pattern, callerArn)) return {
		outcome: "match",
		rank: [pattern.endsWith("/*") ? 0 : 1, pattern.length]
	};
	const wanted = partsOf(pattern);
	const given = partsOf(callerArn);
	const sessions = sessionsOf(pattern);
	const comparable = sessions === void 0 ? wanted : partsOf(sessions);
	const reason = sessions === void 0 ? difference(wanted, given) : uselessness(pattern, sessions);
	return {
		outcome: "miss",
		rank: [likeness(comparable, given)],
		failed: ["arn-pattern"],
		reasons: [(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Tn)(reason)]
	};
}
function partsOf(arn) {
	const [, partition = "", , , account = "", ...rest] = arn.split(":");
	const [type = "", ...names] = rest.join(":").split("/");
	const session = type === "assumed-role" && names.length > 1 ? names.at(-1) : void 0;
	return {
		partition,
		account,
		type,
		name: (session === void 0 ? names : names.slice(0, -1)).join("/"),
		session
	};
}
function sessionsOf(pattern) {
	if (/:role\//.test(pattern)) {
		const diagnosis = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Rt)(pattern.replace(/\/\*$/, ""), { rewriteRoleArn: true });
		return "problem" in diagnosis ? void 0 : diagnosis.value.pattern;
	}
	return /:assumed-role\/[^/*]+$/.test(pattern) ? `${pattern}/*` : void 0;
}
function uselessness(pattern, sessions) {
	return `the pattern "${pattern}" ${/:role\//.test(pattern) ? "is an IAM role ARN, which no caller ever has" : "lacks the session, which every caller has"}; use "${sessions}"`;
}
function difference(wanted, given) {
	if (wanted.type !== given.type) return `the caller is ${kindOf(given.type)}, and the pattern is for ${kindOf(wanted.type)}`;
	if (wanted.account !== given.account) return `the account differs: the caller is of ${given.account}, the pattern of ${wanted.account}`;
	if (wanted.partition !== given.partition) return `the partition differs: the caller is of "${given.partition}", the pattern of "${wanted.partition}"`;
	const noun = given.type === "assumed-role" ? "role" : "user";
	if (wanted.name.toLowerCase() === given.name.toLowerCase() && wanted.name !== given.name) return `the ${noun} name differs in upper and lower case: the caller is "${given.name}", the pattern has "${wanted.name}"`;
	if (wanted.name === given.name) return `the session name differs: the caller is "${given.session}", the pattern has "${wanted.session}"; "/*" takes every session`;
	return `the ${noun} name differs: the caller is "${given.name}", the pattern has "${wanted.name}"`;
}
function kindOf(type) {
	if (type === "assumed-role") return "the session of a role";
	if (type === "federated-user") return "a federated user";
	return type === "user" ? "an IAM user" : `something else ("${type}")`;
}
function likeness(wanted, given) {
	const lower = wanted.name.toLowerCase();
	return (wanted.name === given.name ? 8 : lower === given.name.toLowerCase() ? 7 : (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.An)(wanted.name, [given.name]) ? 5 : 0) + (wanted.account === given.account ? 4 : 0) + (wanted.type === given.type ? 2 : 0) + (wanted.partition === given.partition ? 1 : 0);
}
// src/mappings/claims/match-claims.ts
function matchClaims(matchers, claims, regex) {
	const entries = Object.entries(matchers);
	if (entries.length === 0) return {
		outcome: "unknown",
		reason: "the mapping has no claim matchers"
	};
	const failed = [];
	const reasons = [];
	const open = [];
	for (const [name, pattern] of entries) {
		const value = Object.hasOwn(claims, name) ? claims[name] : void 0;
		const found = (0,_claim_names_js__WEBPACK_IMPORTED_MODULE_2__.n)(name) ? matchOne(name, pattern, value, regex) : { open: `the claim "${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Tn)(name)}" is not one that Datadog knows` };
		if (found === true) continue;
		if ("open" in found) open.push(found.open);
		else {
			failed.push(name);
			reasons.push(found.failed);
		}
	}
	const matched = entries.length - failed.length - open.length;
	if (failed.length > 0) return {
		outcome: "miss",
		rank: [-failed.length, matched],
		failed,
		reasons
	};
	if (open.length > 0) return {
		outcome: "unknown",
		reason: open.join("; ")
	};
	return {
		outcome: "match",
		rank: [entries.length, Object.values(matchers).join("").length]
	};
}
function matchOne(name, pattern, value, regex) {
	const compiled = regex.compile(pattern);
	if ("problem" in compiled) return { open: `${name} is /${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Tn)(pattern)}/, and ${compiled.problem}` };
	if (value === void 0) return { failed: `the caller has no claim ${name}, and the mapping has ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Tn)(pattern)}` };
	const isSubject = name === "sub";
	const matches = isSubject ? compiled.matchesWhole(value) : compiled.matches(value);
	if (matches === void 0) return { open: `${name} is too long or too costly to evaluate` };
	if (matches) return true;
	const hint = isSubject ? subjectHint(value, compiled) : "";
	return { failed: `${name} is ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Tn)(value)}, and the mapping has ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Tn)(pattern)}${hint}` };
}
function subjectHint(subject, regex) {
	const classic = (0,_subject_js__WEBPACK_IMPORTED_MODULE_4__.c)(subject);
	if (classic !== subject && regex.matchesWhole(classic) === true) return "; it would match without the ids that GitHub puts into subjects of repositories created or renamed since 2026-07-15";
	return regex.matches(subject) === true ? ", which matches a part of it and has to match the whole" : "";
}
// src/mappings/match-caller.ts
var match_caller_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({
	callerArnProblem: () => callerArnProblem,
	matchCaller: () => matchCaller
});
const MOST_NEAR_MISSES = 3;
async function matchCaller(caller, mappings) {
	const verdictOn = "arn" in caller ? onArn(caller.arn) : onClaims(caller.claims, await (0,_re2_js__WEBPACK_IMPORTED_MODULE_3__.n)());
	const matching = [];
	const misses = [];
	const notEvaluated = [];
	for (const mapping of mappings) {
		const verdict = verdictOn(mapping);
		if (verdict === void 0) continue;
		if (verdict.outcome === "match") matching.push({
			mapping,
			rank: verdict.rank
		});
		else if (verdict.outcome === "unknown") notEvaluated.push({
			mapping,
			reason: verdict.reason
		});
		else misses.push({
			mapping,
			rank: verdict.rank,
			failed: verdict.failed,
			reasons: verdict.reasons
		});
	}
	const byRank = (a, b) => compareRanks(b.rank, a.rank);
	const near = matching.length > 0 ? [] : misses.sort(byRank).slice(0, MOST_NEAR_MISSES);
	return {
		matching: matching.sort(byRank).map(({ mapping }) => mapping),
		nearest: near.map(({ mapping, failed, reasons }) => ({
			mapping,
			failed,
			reasons
		})),
		notEvaluated
	};
}
function callerArnProblem(text) {
	if ((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ht)(text)) return void 0;
	if (text.length > 2048) return `the value is ${text.length} characters long, and no ARN is longer than ${_index_js__WEBPACK_IMPORTED_MODULE_1__.Bt}; write what "aws sts get-caller-identity" shows.`;
	const role = /^arn:([^:]*):(?:iam|sts)::(\d{12}):(?:role|assumed-role)\/(?:[^/*]+\/)*?([^/*]+)(?:\/\*)?$/.exec(text);
	const example = `arn:${role?.[1] ?? "aws"}:sts::${role?.[2] ?? "123456789012"}:assumed-role/${role?.[3] ?? "ROLE-NAME"}/SESSION-NAME`;
	return `"${text}" ${role === null ? "is not the ARN of a caller" : "is the ARN of a role or a pattern, and a caller is one session"}; write what "aws sts get-caller-identity" shows, such as "${example}".`;
}
const onArn = (callerArn) => ({ kind, arnPattern }) => (kind === "aws-persona" || kind === "aws-intake") && arnPattern !== void 0 ? matchArn(arnPattern, callerArn) : void 0;
const onClaims = (claims, regex) => (mapping) => mapping.kind === "github-persona" || mapping.kind === "github-intake" ? matchClaims(mapping.claims ?? {}, claims, regex) : void 0;
function compareRanks(a, b) {
	const at = a.findIndex((value, index) => value !== b[index]);
	return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
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
/* harmony export */   i: () => (/* binding */ literalFormWarnings),
/* harmony export */   n: () => (/* binding */ claimsOfThisJob),
/* harmony export */   o: () => (/* binding */ patternFormWarnings),
/* harmony export */   r: () => (/* binding */ isClassicSubject),
/* harmony export */   s: () => (/* binding */ regexOf),
/* harmony export */   t: () => (/* binding */ buildSubject)
/* harmony export */ });
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1364);

// src/mappings/claims/subject.ts
const OWNER_FIRST = /^repo:[\w-]+\/(?![?*+{])/;
const OWNER_RULE = "Datadog documents that sub must begin with repo:OWNER/, the owner being a name and not a regular expression, and may refuse it otherwise";
const WITH_IDS = /^(repo:[\w-]+)(?:\((?:\?:)?@(\d+|\\d\+)\)\?|@(\d+|\\d\+))(\/[^:@()|]+)(?:\((?:\?:)?@(\d+|\\d\+)\)\?|@(\d+|\\d\+))?(:.*)$/s;
const eitherForm = (classic, immutable) => `${classic}$|^${immutable}$`;
const literalSubject = (subject) => `${subject.startsWith("repo:") ? "" : "^"}${(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.n)(subject)}$`;
function patternFormWarnings(pattern) {
	if (!OWNER_FIRST.test(pattern)) {
		const better = ownerFirst(pattern);
		const advice = better === void 0 ? "write it in the form /repo:OWNER/NAME:…$/" : `write /${ended(better)}/`;
		return [`sub is /${pattern}/, and ${OWNER_RULE}; ${advice}.`];
	}
	if (takesAnyEnd(pattern)) return [];
	const skeletons = (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.s)(pattern);
	if (skeletons === void 0 ? /(?<!\\)\$$/.test(pattern) : (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.a)(skeletons)) return [];
	return [`sub is /${pattern}/, which has to match the whole claim; ${(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.r)(pattern) ? "end each of its alternatives with \"$\"" : `write /${ended(pattern)}/`}, with ".+" before "$" where more may follow.`];
}
const takesAnyEnd = (pattern) => /(?<!\\)\.[*+]$/.test(pattern) && !(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.r)(pattern);
function literalFormWarnings(subject) {
	if (OWNER_FIRST.test(subject)) return [];
	const better = withOwnerFirst(subject);
	const advice = better === void 0 ? "customize the subject on GitHub so that it begins with \"repo\", or leave sub out so that it is built from repository" : `write /${better}/`;
	return [`sub is "${subject}", and ${OWNER_RULE}; ${advice}.`];
}
function withOwnerFirst(subject) {
	const better = OWNER_FIRST.test(subject) ? void 0 : ownerFirst((0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.n)(subject));
	return better === void 0 ? void 0 : ended(better);
}
function ownerFirst(pattern) {
	const bare = pattern.replace(/^(?:\^|\\A)+/, "").replace(/^repo\\?:((?:\w|\\?-)+)\\?\//, (_, owner) => `repo:${owner.replaceAll("\\", "")}/`);
	if (OWNER_FIRST.test(bare)) return bare;
	const [, owner, optionalOwnerId, ownerId, name, optionalId, id, rest] = WITH_IDS.exec(bare) ?? [];
	if (owner === void 0 || name === void 0 || rest === void 0 || (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.r)(rest)) return void 0;
	const context = rest.replace(OPEN_END, "");
	return eitherForm(`${owner}${name}${context}`, `${owner}@${optionalOwnerId ?? ownerId}${name}@${optionalId ?? id ?? "\\d+"}${context}`);
}
const OPEN_END = /(?<!\\)\$$|\\z$/;
const ended = (pattern) => (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.r)(pattern) ? pattern : `${pattern.replace(OPEN_END, "")}$`;
function regexOf(value) {
	return value.length > 1 && value.startsWith("/") && value.endsWith("/") ? value.slice(1, -1) : void 0;
}
function buildSubject(entries) {
	const ask = "sub is required by Datadog";
	const repository = literal(entries, "repository");
	const parts = /^([^/\s]+)\/([^/\s]+)$/.exec(repository ?? "");
	if (parts?.[1] === void 0 || parts[2] === void 0) return { problem: `${ask} and cannot be built, since ${entries["repository"] === void 0 ? "no repository is given" : "repository is not one OWNER/NAME"}; add repository: OWNER/NAME, or sub: repo:OWNER/NAME:ref:refs/heads/main.` };
	const owner = (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.n)(parts[1]);
	const name = (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.n)(parts[2]);
	const classic = `repo:${owner}/${name}`;
	const immutable = `repo:${owner}@${idOf(entries, "repository_owner_id")}/${name}@${idOf(entries, "repository_id")}`;
	const context = contextOf(entries);
	if (context === void 0) return { problem: `${ask} and cannot be built from repository alone; add ref: refs/heads/main or environment: NAME for the intended jobs, or sub: /${eitherForm(`${classic}:.+`, `${immutable}:.+`)}/ for every job of the repository.` };
	return { pattern: eitherForm(`${classic}:${context}`, `${immutable}:${context}`) };
}
function contextOf(entries) {
	if (entries["environment"] !== void 0) {
		const environment = literal(entries, "environment");
		return `environment:${environment === void 0 ? ".+" : (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.n)(environment.replaceAll(":", "%3A"))}`;
	}
	const ref = literal(entries, "ref");
	if (literal(entries, "event_name") === "pull_request" || ref?.startsWith("refs/pull/")) return "pull_request";
	if (entries["ref"] === void 0) return void 0;
	return `ref:${ref === void 0 ? ".+" : (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.n)(ref)}`;
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
		else claims[name] = regexOf(text) === void 0 ? text : `/^${(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.n)(text)}$/`;
	}
	return claims;
}



/***/ })

};
;