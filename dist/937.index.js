"use strict";
exports.id = 937;
exports.ids = [937];
exports.modules = {

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



/***/ })

};
;