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
	const live = await client.list(kind, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Q)(kind, attributes));
	const pairing = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)([wanted], live);
	if (pairing.pairs[0]?.live === void 0 && _kinds_js__WEBPACK_IMPORTED_MODULE_1__.n[kind].sibling !== void 0) live.push(...await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(client, [kind], [kind]));
	const sameAccount = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(client, pairing);
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.u)(wanted, live, {
		...request,
		...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(request),
		sameAccount
	});
}



/***/ }),

/***/ 7155:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planUpdate: () => (/* binding */ planUpdate),
/* harmony export */   update: () => (/* binding */ update)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7514);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3087);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6089);
/* harmony import */ var _guarded_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5684);
/* harmony import */ var _replacement_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(300);





// src/operations/update.ts
async function update(request, context) {
	const { client } = context;
	const { kind, mappingId, attributes, force } = request;
	const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_1__.n[kind];
	const change = await planUpdate(client, request);
	if (change.action === "blocked") {
		const sentence = `Could not update the ${meaning.title} ${mappingId}. ${change.why}`;
		throw (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.nt)(change.live, sentence, { advice: "Nothing was changed." });
	}
	if (change.action === "unchanged") return {
		result: "unchanged",
		changed: false,
		mapping: change.live,
		sentence: `Nothing to do for the ${meaning.title} ${mappingId}: ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.r)(meaning, change.live)}.`
	};
	const refusals = await (0,_guarded_js__WEBPACK_IMPORTED_MODULE_3__.i)(change, force, context);
	if (refusals.length > 0) throw (0,_guarded_js__WEBPACK_IMPORTED_MODULE_3__.t)(refusals);
	const details = change.notes.map(({ text }) => text);
	if (change.action === "update") {
		const mapping = await client.update(kind, mappingId, attributes);
		if (mapping === void 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.x)(request, "update", await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.S)(client, kind, mappingId, "update"));
		return updated(mapping, "updated", details);
	}
	const [mapping] = (await (0,_replacement_js__WEBPACK_IMPORTED_MODULE_4__.t)(change, context)).mappings;
	if (mapping === void 0) throw new Error("a replacement without a mapping");
	return updated(mapping, "replaced", details);
}
async function planUpdate(client, request) {
	const { kind, attributes } = request;
	const { mapping: live, notes } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.C)(client, request, "update");
	if (live === void 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.x)(request, "update", notes);
	const wanted = {
		kind,
		attributes: merged(live, attributes)
	};
	const sameAccount = await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.i)(client, (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.b)([wanted], [live]));
	const change = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.d)(live, wanted, await othersOf(client, live, wanted.attributes), { sameAccount });
	if (change.action === "blocked" && change.code === "account-unknown") {
		const sentence = `Could not update the ${_kinds_js__WEBPACK_IMPORTED_MODULE_1__.n[kind].title} ${live.id}. ${change.why}`;
		throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("forbidden", sentence, { advice: "Nothing was changed." });
	}
	return change;
}
async function othersOf(client, live, wanted) {
	const { kind } = live;
	if (_kinds_js__WEBPACK_IMPORTED_MODULE_1__.n[kind].duplicates || (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.o)(_kinds_js__WEBPACK_IMPORTED_MODULE_1__.n[kind], wanted) === (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.o)(_kinds_js__WEBPACK_IMPORTED_MODULE_1__.n[kind], live)) return [];
	return [...await client.list(kind), ...await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.c)(client, [kind], [kind])];
}
function merged(live, { roleId, teamId, ...others }) {
	const { arnPattern, accountIdentifier = live.accountUuid, claims, attributeKey, attributeValue } = live;
	const kept = {
		arnPattern,
		accountIdentifier,
		claims,
		attributeKey,
		attributeValue
	};
	const given = roleId !== void 0 || teamId !== void 0 ? {
		roleId,
		teamId
	} : {
		roleId: live.roleId,
		teamId: live.teamId
	};
	return (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.f)({
		...kept,
		...others,
		...given
	});
}
function updated(mapping, result, details) {
	const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_1__.n[mapping.kind];
	return {
		result,
		changed: true,
		mapping,
		sentence: `${result === "updated" ? "Updated" : "Replaced"} the ${meaning.title}, which is now ${mapping.id}: ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.r)(meaning, mapping)}.`,
		details
	};
}



/***/ })

};
;