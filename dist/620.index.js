"use strict";
exports.id = 620;
exports.ids = [620];
exports.modules = {

/***/ 3620:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ unexplained),
/* harmony export */   n: () => (/* binding */ holder_exports),
/* harmony export */   r: () => (/* binding */ isSameIdentity),
/* harmony export */   t: () => (/* binding */ findHolder)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7514);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3087);
/* harmony import */ var _collisions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3819);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6089);





// src/operations/holder.ts
var holder_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({
	explainConflict: () => explainConflict,
	findHolder: () => findHolder,
	inTheWay: () => inTheWay,
	isSameIdentity: () => isSameIdentity
});
function isSameIdentity({ kind, attributes }, live) {
	return live.kind === kind && (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.o)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[kind], live) === (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.o)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[kind], attributes);
}
async function findHolder(client, wanted, conflict, isLeaving = () => false) {
	const { sibling } = _kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[wanted.kind];
	const kinds = [wanted.kind, ...sibling === void 0 ? [] : [sibling]];
	let overlapping;
	for (const kind of kinds) {
		const live = (await listed(client, kind, conflict)).filter((mapping) => !isLeaving(mapping));
		const found = (0,_collisions_js__WEBPACK_IMPORTED_MODULE_3__.n)(wanted.kind, wanted.attributes, live);
		if (found.excluding[0] !== void 0) return found.excluding[0];
		overlapping ??= found.overlapping[0];
	}
	return overlapping;
}
async function listed(client, kind, conflict) {
	try {
		return await client.list(kind);
	} catch (thrown) {
		if (!(thrown instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__.t) || thrown.reason === "cancelled" || thrown.reason === "timeout") throw thrown;
		throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("conflict", `${conflict.sentence} Could not look up which mapping is in the way. ${thrown.sentence}`, { cause: thrown });
	}
}
async function explainConflict(client, request, conflict) {
	return inTheWay(client, request, await findHolder(client, request, conflict), conflict);
}
async function inTheWay(client, request, holder, cause) {
	const { kind, attributes, operation } = request;
	const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[kind];
	if (holder === void 0) return unexplained(cause);
	const start = `Could not ${operation} the ${meaning.title} for ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.r)(meaning, attributes)}`;
	if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.o)(meaning, holder) !== (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.o)(meaning, attributes)) return (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.nt)(holder, `${start}: it overlaps with ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.s)(holder)}.`, {
		advice: "Whether Datadog refuses overlapping patterns is not documented. If the live one is the reason, delete it first.",
		cause
	});
	if (holder.kind !== kind) return (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.nt)(holder, `${start}: it collides with ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.s)(holder)}.`, {
		advice: "Delete that mapping first if it is not needed.",
		cause
	});
	const mapped = `${start}: ${meaning.principal(holder)} is already mapped, by ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.s)(holder)}.`;
	if (await client.isSameAccount(kind, attributes, holder) === void 0) return (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.nt)(holder, `${mapped} ${(0,_index_js__WEBPACK_IMPORTED_MODULE_4__._)(attributes, holder)}`, {
		advice: "",
		cause
	});
	const advice = meaning.persona ? "Use operation: ensure to replace it, or give the account that it has." : "Run the step again.";
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.nt)(holder, mapped, {
		advice,
		cause
	});
}
function unexplained({ reason, sentence, cause }) {
	return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t(reason, `${sentence} No mapping that overlaps with it is listed.`, {
		advice: "Another run may have created or deleted a mapping a moment ago: run the step again.",
		cause
	});
}



/***/ })

};
;