"use strict";
exports.id = 793;
exports.ids = [793];
exports.modules = {

/***/ 1793:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dryRun: () => (/* binding */ dryRun)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3087);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6241);
/* harmony import */ var _guarded_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5684);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8413);
/* harmony import */ var _update_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7155);






// src/operations/dry-run.ts
async function dryRun(request, context) {
	if (request.operation === "apply") {
		const planned = await (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__.computePlan)(request.desired, context, "all");
		return shown(planned, `Dry run for ${(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__.i)(planned.frame)}: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_4__.planSummary)(planned.plan)}.`);
	}
	const change = await changeOf(request, context.client);
	const changes = change === void 0 ? [] : [change];
	const force = "force" in request ? request.force : [];
	const live = await (0,_guarded_js__WEBPACK_IMPORTED_MODULE_3__.a)(changes, force, context.client);
	const rules = {
		scope: {},
		force
	};
	return shown({
		...await (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__.t)({
			changes,
			pairing: {
				...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)([], []),
				live
			}
		}, rules, context),
		prune: false
	}, change === void 0 ? `Dry run: there is no ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.w)(request)}.` : `Dry run: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_4__.planSummary)({ changes })}.`);
}
function shown(planned, sentence) {
	return {
		result: "planned",
		changed: false,
		planned,
		sentence
	};
}
async function changeOf(request, client) {
	switch (request.operation) {
		case "update": return (0,_update_js__WEBPACK_IMPORTED_MODULE_5__.planUpdate)(client, request);
		case "delete": {
			const { mapping: live, notes } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)(client, request, "delete");
			if (live === void 0 && request.ifMissing === "fail") throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.x)(request, "delete", notes);
			return live && {
				action: "delete",
				live,
				notes: []
			};
		}
		default: return changeOfNew(client, request);
	}
}
async function changeOfNew(client, request) {
	const { kind, attributes } = request;
	const wanted = {
		kind,
		attributes
	};
	const live = await client.list(kind, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(kind, attributes));
	const pairing = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)([wanted], live);
	if (pairing.pairs[0]?.live === void 0 && _kinds_js__WEBPACK_IMPORTED_MODULE_1__.n[kind].sibling !== void 0) live.push(...await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(client, [kind], [kind]));
	const sameAccount = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(client, pairing);
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.u)(wanted, live, {
		...request,
		...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(request),
		sameAccount
	});
}



/***/ })

};
;