"use strict";
exports.id = 776;
exports.ids = [776];
exports.modules = {

/***/ 1776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ planDocument),
/* harmony export */   r: () => (/* binding */ plan_file_exports),
/* harmony export */   t: () => (/* binding */ notReviewed)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _attributes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4443);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3087);
/* harmony import */ var _mapping_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(309);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8622);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2574);






// src/mappings/plan/plan-file.ts
var plan_file_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ parsePlanFile: () => parsePlanFile });
const FORMAT = 1;
const mapping = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.O)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)({ kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.w)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.l) }), (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.I)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.L)([(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.I)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.I)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.I)())])));
const live = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.O)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)({ "mapping-id": (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.I)() }), mapping);
const schema = (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)({
	version: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)(FORMAT),
	site: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.I)(),
	"org-uuid": (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.N)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.I)()),
	rules: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.I)(),
	prune: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.E)(),
	changes: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.T)((0,_index_js__WEBPACK_IMPORTED_MODULE_5__.D)("action", [
		(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)("create"),
			wanted: mapping
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)("update"),
			wanted: mapping,
			live
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)("replace"),
			wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.T)(mapping),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.T)(live)
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)("delete"),
			live
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_5__.M)({ action: (0,_index_js__WEBPACK_IMPORTED_MODULE_5__.k)("blocked") })
	]))
});
function planDocument({ plan, frame, digest, prune }) {
	const changes = (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.m)(plan);
	return {
		version: FORMAT,
		site: frame.site,
		...frame.orgUuid !== void 0 && { "org-uuid": frame.orgUuid },
		rules: frame.rules,
		prune,
		digest,
		unchanged: plan.changes.length - changes.length,
		changes: changes.map((change) => ({
			...fileChange(change),
			...notesOf(change)
		}))
	};
}
function parsePlanFile(text) {
	let json;
	try {
		json = JSON.parse(text);
	} catch {
		return { problem: `is not JSON. ${WHICH_FILE}` };
	}
	const parsed = schema.safeParse(json);
	if (!parsed.success) return { problem: `is not a plan of this version of the action. ${WHICH_FILE}` };
	const { site, rules, prune, changes, "org-uuid": orgUuid } = parsed.data;
	return {
		value: {
			frame: {
				site,
				rules,
				...orgUuid !== void 0 && { orgUuid }
			},
			prune,
			changes: changes.flatMap(reviewed)
		},
		warnings: []
	};
}
function notReviewed(plan, { changes }) {
	const lines = new Set(changes.map(({ line }) => line));
	const aimed = new Set(plan.changes.flatMap((change) => change.action === "blocked" ? [] : reviewedOf(change).wanted));
	const open = changes.filter(({ wanted, live }) => wanted.length > 0 && live.length > 0).filter(({ wanted }) => wanted.every((line) => aimed.has(line)));
	return (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.m)(plan).filter((change) => {
		const rest = reviewedOf(change);
		if (change.action === "blocked" || lines.has(rest.line)) return false;
		return !open.some(({ wanted, live }) => isWithin(rest.wanted, wanted) && isWithin(rest.live, live));
	});
}
const WHICH_FILE = "Give the file that the output plan-file of operation: plan names.";
function isWithin(part, whole) {
	return part.every((line) => whole.includes(line));
}
function fileChange(change) {
	switch (change.action) {
		case "create": return {
			action: change.action,
			wanted: wantedJson(change.wanted)
		};
		case "replace": return {
			action: change.action,
			wanted: change.wanted.map(wantedJson),
			live: change.live.map(_mapping_json_js__WEBPACK_IMPORTED_MODULE_3__.i)
		};
		case "delete": return {
			action: change.action,
			live: (0,_mapping_json_js__WEBPACK_IMPORTED_MODULE_3__.i)(change.live)
		};
		case "update": return {
			action: change.action,
			wanted: wantedJson(change.wanted),
			live: (0,_mapping_json_js__WEBPACK_IMPORTED_MODULE_3__.i)(change.live)
		};
		case "blocked": return {
			action: change.action,
			wanted: wantedJson(change.wanted),
			live: (0,_mapping_json_js__WEBPACK_IMPORTED_MODULE_3__.i)(change.live),
			code: change.code,
			why: change.why
		};
	}
}
function notesOf({ notes }) {
	return notes.length > 0 ? { notes: notes.map(({ text }) => text) } : {};
}
function wantedJson({ kind, attributes }) {
	return (0,_mapping_json_js__WEBPACK_IMPORTED_MODULE_3__.i)({
		kind,
		...attributes
	});
}
function reviewed(change) {
	const one = changeIn(change);
	return one === void 0 ? [] : [reviewedOf(one)];
}
function changeIn(change) {
	switch (change.action) {
		case "blocked": return;
		case "create": return {
			action: "create",
			wanted: wantedIn(change.wanted),
			notes: []
		};
		case "replace": return {
			action: "replace",
			wanted: change.wanted.map(wantedIn),
			live: change.live.map(liveIn),
			notes: []
		};
		case "delete": return {
			action: "delete",
			live: liveIn(change.live),
			notes: []
		};
		case "update": return {
			action: "update",
			wanted: wantedIn(change.wanted),
			live: liveIn(change.live),
			notes: []
		};
	}
}
function wantedIn({ kind, ...json }) {
	return {
		kind,
		attributes: (0,_mapping_json_js__WEBPACK_IMPORTED_MODULE_3__.t)(json)
	};
}
function liveIn({ kind, "mapping-id": id, ...json }) {
	const accountUuid = json[(0,_attributes_js__WEBPACK_IMPORTED_MODULE_1__.a)("accountUuid")];
	return {
		...(0,_mapping_json_js__WEBPACK_IMPORTED_MODULE_3__.t)(json),
		kind,
		id,
		...typeof accountUuid === "string" && { accountUuid }
	};
}
function reviewedOf(change) {
	return {
		line: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.t)(change),
		wanted: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__._)(change).map(_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.o),
		live: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.f)(change).map(_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.n)
	};
}



/***/ })

};
;