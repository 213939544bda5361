"use strict";
exports.id = 694;
exports.ids = [694];
exports.modules = {

/***/ 694:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   match: () => (/* binding */ match)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(162);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(189);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(707);



// src/mappings/caller-arn.ts
/** Whether an ARN pattern takes a caller, and if not, which part of it differs. */
function matchArn(pattern, callerArn) {
	if ((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.d)(pattern, callerArn)) return {
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
		reasons: [reason]
	};
}
/** The name of a user includes its path: that is what a pattern for users can name. */
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
/** The pattern that would work, for one of those that Datadog takes although no caller has such an ARN. */
function sessionsOf(pattern) {
	if (/:role\//.test(pattern)) {
		const diagnosis = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.f)(pattern.replace(/\/\*$/, ""), { rewriteRoleArn: true });
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
	if (wanted.name.toLowerCase() === given.name.toLowerCase() && wanted.name !== given.name) return `the ${noun} name differs in upper and lower case: the caller is "${given.name}", the pattern wants "${wanted.name}"`;
	if (wanted.name === given.name) return `the session name differs: the caller is "${given.session}", the pattern wants "${wanted.session}"; "/*" takes every session`;
	return `the ${noun} name differs: the caller is "${given.name}", the pattern wants "${wanted.name}"`;
}
function kindOf(type) {
	if (type === "assumed-role") return "the session of a role";
	if (type === "federated-user") return "a federated user";
	return type === "user" ? "an IAM user" : `something else ("${type}")`;
}
function likeness(wanted, given) {
	const lower = wanted.name.toLowerCase();
	return (wanted.name === given.name ? 8 : lower === given.name.toLowerCase() ? 7 : (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.p)(wanted.name, [given.name]) ? 5 : 0) + (wanted.account === given.account ? 4 : 0) + (wanted.type === given.type ? 2 : 0) + (wanted.partition === given.partition ? 1 : 0);
}
// src/mappings/caller-claims.ts
/**
* Whether a set of claim matchers takes a token's claims: all of them have to match. One that fails decides, whatever the others
* would say; otherwise one that cannot be evaluated leaves it open.
*/
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
		const found = (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__.f)(name) ? matchOne(name, pattern, value, regex) : { open: `the claim "${name}" is not one that is known to Datadog` };
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
	if ("problem" in compiled) return { open: `${name} is /${pattern}/, and ${compiled.problem}` };
	if (value === void 0) return { failed: `the caller has no claim ${name}, and the mapping wants ${pattern}` };
	const matches = compiled.matches(value);
	if (matches === void 0) return { open: `${name} is too long or too costly to evaluate` };
	if (matches) return true;
	const classic = (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__.i)(value);
	return { failed: `${name} is ${value}, and the mapping wants ${pattern}${name === "sub" && classic !== value && compiled.matches(classic) === true ? "; it would match without the ids that GitHub puts into subjects of repositories made or renamed since 2026-07-15" : ""}` };
}
// src/mappings/caller.ts
const MOST_NEAR_MISSES = 3;
/**
* Finds the mappings that a caller hits among those of its own cloud; others are passed over. ARN patterns are compared letter by
* letter. Claim matchers are regular expressions that are searched anywhere in the claim and have to match all together; how
* Datadog itself searches is not documented, and which of several matching mappings it takes is not either.
*/
async function matchCaller(caller, mappings, load = _subject_js__WEBPACK_IMPORTED_MODULE_2__.o) {
	const verdictOn = "arn" in caller ? onArn(caller.arn) : onClaims(caller.claims, await load());
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
const onArn = (callerArn) => ({ kind, arnPattern }) => (kind === "aws-persona" || kind === "aws-intake") && arnPattern !== void 0 ? matchArn(arnPattern, callerArn) : void 0;
const onClaims = (claims, regex) => (mapping) => mapping.kind === "github-persona" || mapping.kind === "github-intake" ? matchClaims(mapping.claims ?? {}, claims, regex) : void 0;
function compareRanks(a, b) {
	const at = a.findIndex((value, index) => value !== b[index]);
	return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
// src/operations/match.ts
/**
* Tells which live mappings of a kind a caller hits, and if none, which came nearest and why they did not; only reads.
* @throws Failure
*/
async function match(client, request) {
	const { kind, caller } = request;
	if (caller === void 0) throw new Error("match without a caller");
	const { title } = _index_js__WEBPACK_IMPORTED_MODULE_1__.l[kind];
	const { matching, nearest, notEvaluated } = await matchCaller(caller, await client.list(kind));
	const unknown = notEvaluated.map(({ mapping, reason }) => `Whether ${named(mapping)} matches cannot be told here: ${reason}.`);
	const [mapping, ...others] = matching;
	if (mapping === void 0) return {
		result: "unmatched",
		mappings: [],
		sentence: `No ${title} matches ${callerText(caller)}.`,
		details: [...nearest.map(nearMissText), ...unknown]
	};
	const which = others.length === 0 ? "" : ` It is the most specific of ${matching.length} that match; Datadog does not document which of them it uses.`;
	return {
		result: "matched",
		mapping,
		mappings: matching,
		sentence: `The ${title} ${named(mapping)} matches ${callerText(caller)}.${which}`,
		details: unknown
	};
}
/** A mapping that came near, and which of its matchers failed. */
function nearMissText({ mapping, reasons }) {
	return `Nearest: ${named(mapping)}; ${reasons.join("; ")}.`;
}
function named(mapping) {
	return `${mapping.id} (${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.u)(_index_js__WEBPACK_IMPORTED_MODULE_1__.l[mapping.kind], mapping)})`;
}
function callerText(caller) {
	if ("arn" in caller) return caller.arn;
	return `the job of ${caller.claims["sub"] ?? caller.claims["repository"] ?? "the given claims"}`;
}



/***/ }),

/***/ 707:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ LONGEST_PATTERN),
/* harmony export */   c: () => (/* binding */ escapeLiteral),
/* harmony export */   d: () => (/* binding */ withoutAnchors),
/* harmony export */   f: () => (/* binding */ isClaimName),
/* harmony export */   i: () => (/* binding */ withoutIds),
/* harmony export */   l: () => (/* binding */ isAnchored),
/* harmony export */   n: () => (/* binding */ isClassicSubject),
/* harmony export */   o: () => (/* binding */ loadRegex),
/* harmony export */   p: () => (/* binding */ unknownClaim),
/* harmony export */   r: () => (/* binding */ regexOf),
/* harmony export */   s: () => (/* binding */ dotsEscaped),
/* harmony export */   t: () => (/* binding */ buildSubject),
/* harmony export */   u: () => (/* binding */ skeletonsOf)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(189);

// src/mappings/claim-names.ts
/** The claims of a GitHub Actions token that Datadog can match on; a closed set, `sub` is required: https://docs.datadoghq.com/api/latest/cloud-authentication/ */
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
/** Claims that GitHub's tokens have, or have had, and that Datadog cannot match on, with what to use in their place. */
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
/** Whether Datadog can match on the claim. */
const isClaimName = (name) => CLAIM_NAMES.some((known) => known === name);
/** One sentence on a claim name that Datadog does not know, with the one that was probably meant. */
function unknownClaim(name) {
	const instead = name.startsWith("repository_property_") ? "use repository or environment" : OTHER_CLAIMS.get(name);
	if (instead !== void 0) return `Datadog cannot match on the claim "${name}": ${instead}`;
	const meant = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(name, CLAIM_NAMES);
	return `"${name}" is not a claim that Datadog can match on; ${meant === void 0 ? `the names are ${CLAIM_NAMES.join(", ")}` : `did you mean "${meant}"?`}`;
}
const START = "";
const END = "";
/** More ways through a pattern than this are not followed. */
const MOST_SKELETONS = 256;
/**
* The texts that a regular expression stands for, as far as they are literal: one skeleton for each way through its alternatives,
* with `ANYTHING` for what varies; `undefined` when there are too many ways, or the pattern is not understood.
*/
function skeletonsOf(pattern) {
	const reader = {
		pattern: pattern.replace(/\\Q(.*?)(?:\\E|$)/g, (_, literal) => escapeLiteral(literal)),
		at: 0
	};
	const skeletons = readAlternatives(reader);
	return reader.at === reader.pattern.length && skeletons.length <= MOST_SKELETONS ? skeletons : void 0;
}
/** Whether every way through the pattern begins at the start of the value and ends at its end. */
const isAnchored = (skeletons) => skeletons.every((skeleton) => skeleton.startsWith(START) && skeleton.endsWith(END));
/** A skeleton without the marks of its anchors. */
const withoutAnchors = (skeleton) => skeleton.replaceAll(START, "").replaceAll(END, "");
/** The regular expression that matches a text literally, escaped as RE2 takes it: https://github.com/google/re2/wiki/Syntax */
const escapeLiteral = (text) => text.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");
/** The pattern with a backslash before every dot that stands between letters, digits or hyphens, outside brackets, as in a name: such a dot is likely to be meant literally. */
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
/** One atom with what follows it: `?` makes it optional, every other repetition makes it vary. */
function repeated(reader, ways) {
	const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(reader.pattern.slice(reader.at, reader.at + 16))?.[0];
	if (quantifier === void 0) return ways;
	reader.at += quantifier.length;
	if (quantifier.startsWith("?")) return ["", ...ways];
	return ["\0"];
}
// src/mappings/regex.ts
/** A claim matcher longer than this is nobody's; Datadog states no limit of its own. */
const LONGEST_PATTERN = 4096;
/** GitHub's longest claims are a few hundred characters. */
const LONGEST_TEXT = 4096;
/**
* The compiled size is at most about the length times the repeat counts (RE2 allows 1,000 in all, nested).
* Measured on Node 24.21 with re2js 2.10: a size of 100,000 compiles in 70 ms and takes 60 MB.
*/
const LARGEST_EXPANSION = 1e5;
/** Instructions times characters of one search; measured at 5 to 13 ns each, so at most 0.3 s. */
const MOST_WORK_PER_SEARCH = 2e7;
/** Of the same unit, for everything that one engine does: about 10 s, whatever number of hostile patterns there is. */
const MOST_WORK = 8e8;
/** What compiling costs for each instruction, in the same unit (measured: 0.7 µs). */
const COMPILE_WORK = 60;
/** Loads the RE2 engine, which is large and needed for few operations; `mostWork` bounds what it will do in its life, in steps of about 10 ns. */
async function loadRegex(mostWork = MOST_WORK) {
	const { RE2JS } = await __webpack_require__.e(/* import() */ 259).then(__webpack_require__.bind(__webpack_require__, 259));
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
		if (!afford(size * COMPILE_WORK)) return beyond("comes after too many others that were costly");
		let compiled;
		try {
			compiled = RE2JS.compile(pattern);
		} catch (error) {
			return {
				problem: refusal(pattern, error),
				beyondBounds: false
			};
		}
		const matches = (text) => {
			const work = compiled.programSize() * (text.length + 1);
			if (text.length > LONGEST_TEXT || work > MOST_WORK_PER_SEARCH || !afford(work)) return void 0;
			return compiled.matcher(text).find();
		};
		return { matches };
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
// src/mappings/subject.ts
/** The regular expression between the slashes of a claim value, if it is written as one. */
function regexOf(value) {
	return value.length > 1 && value.startsWith("/") && value.endsWith("/") ? value.slice(1, -1) : void 0;
}
/**
* The `sub` matcher for a job, from the other claims, in GitHub's classic form and in the immutable one with ids that
* repositories have since 2026-07-15: https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims
*/
function buildSubject(entries) {
	const ask = "sub is required by Datadog";
	const repository = literal(entries, "repository");
	const parts = /^([^/\s]+)\/([^/\s]+)$/.exec(repository ?? "");
	if (parts?.[1] === void 0 || parts[2] === void 0) return { problem: `${ask} and cannot be made, since ${entries["repository"] === void 0 ? "no repository is given" : "repository is not one OWNER/NAME"}; add repository: OWNER/NAME, or sub: /^repo:OWNER(?:@\\d+)?/NAME(?:@\\d+)?:ref:refs/heads/main$/` };
	const start = `^repo:${`${escapeLiteral(parts[1])}${idOf(entries, "repository_owner_id")}`}/${`${escapeLiteral(parts[2])}${idOf(entries, "repository_id")}`}:`;
	const context = contextOf(entries);
	if (context === void 0) return { problem: `${ask} and cannot be made from repository alone; add ref: refs/heads/main or environment: NAME for the jobs that are meant, or sub: /${start}.+$/ for every job of the repository` };
	return { pattern: `${start}${context}$` };
}
/** An environment replaces the ref in the subject, and a pull request has its name only: https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims */
function contextOf(entries) {
	if (entries["environment"] !== void 0) {
		const environment = literal(entries, "environment");
		return `environment:${environment === void 0 ? ".+" : escapeLiteral(environment.replaceAll(":", "%3A"))}`;
	}
	const ref = literal(entries, "ref");
	if (literal(entries, "event_name") === "pull_request" || ref?.startsWith("refs/pull/")) return "pull_request";
	if (entries["ref"] === void 0) return void 0;
	return `ref:${ref === void 0 ? ".+" : escapeLiteral(ref)}`;
}
function literal(entries, name) {
	const value = entries[name];
	return value === void 0 || regexOf(value) !== void 0 ? void 0 : value;
}
function idOf(entries, name) {
	const id = literal(entries, name);
	return `(?:@${id !== void 0 && /^\d+$/.test(id) ? id : "\\d+"})?`;
}
/** The subject without the ids of the immutable form. */
const withoutIds = (subject) => subject.replace(/^(repo:[^/@:]+)@\d+\/([^@:]+)@\d+(?=:|$)/, "$1/$2");
/** Whether a literal subject has GitHub's classic form, which names the repository without its ids. */
const isClassicSubject = (subject) => /^repo:[^/@:]+\/[^/@:]+:(?:ref:.+|environment:.+|pull_request)$/.test(subject);



/***/ })

};
;