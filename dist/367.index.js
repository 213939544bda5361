"use strict";
exports.id = 367;
exports.ids = [367];
exports.modules = {

/***/ 353:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ planDigest),
/* harmony export */   t: () => (/* binding */ changeLine)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(172);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(816);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_2__);



// src/mappings/plan-digest.ts
/**
* One change as a line that is the same whenever the change is: without times, positions and names that Datadog may change.
* `where` is the org or the site.
*/
function changeLine(where, change) {
	const { action, kind, wanted, live } = change;
	const identity = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__.i)(_kinds_js__WEBPACK_IMPORTED_MODULE_0__.t[kind], wanted ?? live ?? {});
	return JSON.stringify([
		where,
		kind,
		action,
		identity,
		wanted === void 0 ? null : sorted(wanted),
		live?.id ?? null
	]);
}
/** The digest by which a reviewed plan is known again: SHA-256 in hexadecimal over its sorted changes. */
function planDigest(where, plan) {
	const lines = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.f)(plan).map((change) => changeLine(where, change));
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHash)("sha256").update(lines.sort().join("\n")).digest("hex");
}
function sorted(attributes) {
	return Object.entries(attributes).sort(([a], [b]) => a < b ? -1 : 1).map(([name, value]) => [name, typeof value === "object" ? Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1) : value]);
}



/***/ }),

/***/ 367:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ planDocument),
/* harmony export */   parsePlanFile: () => (/* binding */ parsePlanFile)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(162);
/* harmony import */ var _collisions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(982);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(923);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(816);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(353);





// src/mappings/plan-file.ts
const ACTIONS = [
	"create",
	"replace",
	"update",
	"delete",
	"conflict"
];
const mapping = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.u)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.f)(), (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.p)([(0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.f)(), (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.u)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.f)(), (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.f)())]));
const schema = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.c)({
	version: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.a)(1),
	where: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.f)(),
	changes: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.r)((0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.c)({
		action: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.n)(ACTIONS),
		kind: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.n)(_collisions_js__WEBPACK_IMPORTED_MODULE_1__.r),
		wanted: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.l)(mapping),
		live: (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__.l)(mapping)
	}))
});
/** A plan as a value for JSON: what changes, in the words of the inputs; what is unchanged is only counted. */
function planDocument(where, plan) {
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.f)(plan);
	return {
		version: 1,
		where,
		digest: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.n)(where, plan),
		unchanged: plan.changes.length - changes.length,
		changes: changes.map(({ action, kind, wanted, live, notes }) => ({
			action,
			kind,
			...wanted && { wanted: (0,_collisions_js__WEBPACK_IMPORTED_MODULE_1__.i)(wanted) },
			...live && { live: (0,_collisions_js__WEBPACK_IMPORTED_MODULE_1__.i)(live) },
			...notes.length > 0 && { notes }
		}))
	};
}
/** The changes of a plan file, each as its line; computed from what a reviewer reads there, not from a digest beside it. */
function parsePlanFile(text) {
	let json;
	try {
		json = JSON.parse(text);
	} catch {
		return { problem: "is not JSON. Give the file that the output plan-file of operation: plan names." };
	}
	const parsed = schema.safeParse(json);
	if (!parsed.success) return { problem: "is not a plan. Give the file that the output plan-file of operation: plan names." };
	const { where, changes } = parsed.data;
	const lines = changes.map(({ action, kind, wanted, live }) => {
		const id = live?.["mapping-id"];
		const change = {
			action,
			kind,
			...wanted && { wanted: (0,_collisions_js__WEBPACK_IMPORTED_MODULE_1__.a)(wanted) },
			...live && typeof id === "string" && { live: {
				...(0,_collisions_js__WEBPACK_IMPORTED_MODULE_1__.a)(live),
				kind,
				id
			} },
			notes: []
		};
		return (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.t)(where, change);
	});
	return {
		value: new Set(lines),
		warnings: []
	};
}



/***/ })

};
;