"use strict";
exports.id = 793;
exports.ids = [793,413];
exports.modules = {

/***/ 1793:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dryRun: () => (/* binding */ dryRun)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2574);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3087);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8622);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8413);




// src/operations/dry-run.ts
async function dryRun(request, context) {
	if (request.operation === "apply") {
		const planned = await (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.computePlan)(request.desired, context);
		return shown(planned, `Dry run for ${(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__.r)(planned.frame)}: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.planSummary)(planned.plan)}.`);
	}
	const change = await changeOf(request, context.client);
	const changes = change === void 0 ? [] : [change];
	const frame = {
		...context.place,
		rules: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__.a)({ scope: {} })
	};
	return shown({
		plan: {
			changes,
			pairing: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__.v)([], [])
		},
		frame,
		digest: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__.i)(frame, changes),
		prune: false,
		refusals: change === void 0 ? [] : await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)(change, "force" in request ? request.force : [], context)
	}, change === void 0 ? `Dry run: there is no ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(request)}.` : `Dry run: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.planSummary)({ changes })}.`);
}
function shown(planned, sentence) {
	return {
		result: "planned",
		changed: false,
		planned,
		sentence,
		details: planned.refusals.map(({ text }) => text)
	};
}
async function changeOf(request, client) {
	switch (request.operation) {
		case "update": return changeOfUpdate(client, request);
		case "delete": {
			const { mapping: live, notes } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(client, request, "delete");
			if (live === void 0 && request.ifMissing === "fail") throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.u)(request, "delete", notes);
			return live && {
				action: "delete",
				live,
				notes: []
			};
		}
		default: return changeOfNew(client, request);
	}
}
async function changeOfUpdate(client, request) {
	const change = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.t)(client, request);
	const [[wanted], [live]] = change.action === "replace" ? [change.wanted, change.live] : [[], []];
	if (wanted === void 0 || live === void 0 || (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.i)(_kinds_js__WEBPACK_IMPORTED_MODULE_1__.n[live.kind], wanted.attributes, live)) return change;
	const { kind } = wanted;
	const others = [...await client.list(kind), ...await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.o)(client, [kind], [kind])];
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(live, wanted, others, { sameAccount: () => false });
}
async function changeOfNew(client, request) {
	const { kind, attributes } = request;
	const wanted = {
		kind,
		attributes
	};
	const live = await client.list(kind, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(kind, attributes));
	const pairing = (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__.v)([wanted], live);
	if (pairing.pairs[0]?.live === void 0 && _kinds_js__WEBPACK_IMPORTED_MODULE_1__.n[kind].sibling !== void 0) live.push(...await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.o)(client, [kind], [kind]));
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(wanted, live, {
		...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.l)(request),
		sameAccount: await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(client, pairing)
	});
}



/***/ }),

/***/ 8413:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compare: () => (/* binding */ compare),
/* harmony export */   computePlan: () => (/* binding */ computePlan),
/* harmony export */   judge: () => (/* binding */ judge),
/* harmony export */   plan: () => (/* binding */ plan),
/* harmony export */   planOf: () => (/* binding */ planOf),
/* harmony export */   planSummary: () => (/* binding */ planSummary)
/* harmony export */ });
/* harmony import */ var _arn_overlap_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7185);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3087);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8622);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2574);




// src/mappings/file/scope.ts
function isInScope(scope, mapping) {
	const kind = scope[mapping.kind];
	if (kind === void 0) return false;
	const { accounts, patternPrefixes, repositories, attributeKeys } = kind;
	const { arnPattern = "", attributeKey = "", claims = {} } = mapping;
	const tests = [
		accounts?.includes((0,_arn_overlap_js__WEBPACK_IMPORTED_MODULE_3__.i)(arnPattern) ?? ""),
		patternPrefixes?.some((prefix) => arnPattern.startsWith(prefix)),
		repositories?.some((repository) => literal(claims[/^\d+$/.test(repository) ? "repository_id" : "repository"]) === repository),
		attributeKeys?.includes(attributeKey)
	].filter((test) => test !== void 0);
	return tests.length > 0 && tests.every(Boolean);
}
function literal(matcher) {
	const inner = /^\^(.*)\$$/s.exec(matcher ?? "")?.[1];
	if (inner === void 0) return void 0;
	const plain = inner.replace(/\\([^A-Za-z0-9])/g, "$1");
	const unescaped = inner.replace(/\\[^A-Za-z0-9]/g, "");
	return /[\\^$.*+?()[\]{}|]/.test(unescaped) ? void 0 : plain;
}
// src/operations/plan.ts
async function plan({ desired }, context) {
	const planned = await computePlan(desired, context);
	const details = planned.refusals.map(({ text }) => `apply would refuse: ${text}`);
	if (planned.plan.changes.some(({ action }) => action === "blocked")) details.push(BLOCKED);
	return {
		result: "planned",
		changed: false,
		planned,
		sentence: `Plan for ${(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.r)(planned.frame)}: ${planSummary(planned.plan)}.`,
		details
	};
}
async function compare(desired, { client }) {
	const kinds = kindsOf(desired);
	const listed = (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.v)(desired.mappings, await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.a)(client, kinds));
	const fresh = listed.pairs.flatMap(({ wanted, live }) => live === void 0 ? [wanted.kind] : []);
	const siblings = await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.o)(client, fresh, kinds);
	const pairing = {
		...listed,
		unpaired: [...listed.unpaired, ...siblings],
		live: [...listed.live, ...siblings]
	};
	return {
		pairing,
		sameAccount: await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.i)(client, pairing)
	};
}
function planOf({ pairing, sameAccount }, { scope, prune }) {
	return (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.h)(pairing, {
		sameAccount,
		prune: (mapping) => prune && isInScope(scope, mapping)
	});
}
async function computePlan(desired, context) {
	return judge(await compare(desired, context), desired, context);
}
async function judge(comparison, desired, context) {
	const { prune, maxDeletes, force } = desired;
	const computed = planOf(comparison, desired);
	const frame = {
		...context.place,
		rules: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.a)(desired)
	};
	const refusals = await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.m)(computed.changes, comparison.pairing.live, {
		maxDeletes,
		force
	}, context);
	return {
		plan: computed,
		frame,
		digest: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.i)(frame, computed.changes),
		prune,
		refusals
	};
}
const BLOCKED = "What is blocked cannot be created: name in the file what excludes it, delete that, or set the account as the message says.";
function planSummary(plan, tense = "future") {
	const counts = /* @__PURE__ */ new Map();
	for (const { action } of plan.changes) counts.set(action, (counts.get(action) ?? 0) + 1);
	const parts = Object.keys(WORDS).filter((action) => counts.has(action)).map((action) => `${counts.get(action)} ${WORDS[action][tense]}`);
	return (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.m)(plan).length === 0 ? ["no changes", ...parts].join(", ") : parts.join(", ");
}
const WORDS = {
	create: {
		future: "to create",
		past: "created"
	},
	replace: {
		future: "to replace",
		past: "replaced"
	},
	update: {
		future: "to update",
		past: "updated"
	},
	delete: {
		future: "to delete",
		past: "deleted"
	},
	blocked: {
		future: "blocked",
		past: "blocked"
	},
	unchanged: {
		future: "unchanged",
		past: "unchanged"
	}
};
function kindsOf(desired) {
	const named = /* @__PURE__ */ new Set([...desired.mappings.map(({ kind }) => kind), ...Object.keys(desired.scope)]);
	return _kinds_js__WEBPACK_IMPORTED_MODULE_0__.l.filter((kind) => named.has(kind));
}



/***/ })

};
;