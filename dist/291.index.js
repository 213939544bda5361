"use strict";
exports.id = 291;
exports.ids = [291];
exports.modules = {

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