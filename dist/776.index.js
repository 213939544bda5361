"use strict";
exports.id = 776;
exports.ids = [776];
exports.modules = {

/***/ 6241:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ planDigest),
/* harmony export */   i: () => (/* binding */ placeText),
/* harmony export */   n: () => (/* binding */ changeLine),
/* harmony export */   o: () => (/* binding */ rulesHash),
/* harmony export */   r: () => (/* binding */ liveLine),
/* harmony export */   s: () => (/* binding */ wantedLine),
/* harmony export */   t: () => (/* binding */ canonical)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3087);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_2__);



// src/mappings/plan/plan-digest.ts
const DIGEST_FORMAT = 1;
function placeText({ site, orgUuid }) {
	return orgUuid === void 0 ? site : `${site} (org ${orgUuid})`;
}
function rulesHash({ scope, policy, ignore }) {
	return sha256(canonical({
		scope,
		policy,
		ignore
	}));
}
function planDigest({ site, orgUuid, rules }, changes) {
	const lines = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ot)({ changes }).map(changeLine).sort();
	return sha256(canonical([
		DIGEST_FORMAT,
		site,
		orgUuid?.toLowerCase() ?? null,
		rules,
		{ lines }
	]));
}
function changeLine(change) {
	return JSON.stringify([
		change.action,
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(change).map(wantedLine).sort(),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.at)(change).map(liveLine).sort()
	]);
}
function wantedLine({ kind, attributes, accountUuid }) {
	if (accountUuid === void 0) return canonical([kind, attributes]);
	return canonical([kind, {
		...attributes,
		accountIdentifier: accountUuid.toLowerCase()
	}]);
}
function liveLine(live) {
	const account = live.accountUuid ?? live.accountIdentifier;
	return JSON.stringify([
		live.kind,
		(0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__.o)(_kinds_js__WEBPACK_IMPORTED_MODULE_0__.n[live.kind], live),
		live.id,
		account?.toLowerCase() ?? null
	]);
}
function sha256(text) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHash)("sha256").update(text).digest("hex");
}
function canonical(value, isMember = false) {
	if (Array.isArray(value)) {
		const items = value.map((item) => canonical(item));
		return `[${(isMember ? items.sort() : items).join(",")}]`;
	}
	if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
	return `{${Object.entries(value).filter(([, member]) => member !== void 0).sort(([a], [b]) => a < b ? -1 : 1).map(([name, member]) => `${JSON.stringify(name)}:${canonical(member, true)}`).join(",")}}`;
}



/***/ }),

/***/ 1776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ planDocument),
/* harmony export */   r: () => (/* binding */ plan_file_exports),
/* harmony export */   t: () => (/* binding */ notReviewed)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3087);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6241);




// src/mappings/plan/plan-file.ts
var plan_file_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ parsePlanFile: () => parsePlanFile });
const FORMAT = 1;
const mapping = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.L)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({ kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.d) }), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.W)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.q)([(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.W)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)())])));
const live = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.L)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({ "mapping-id": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)() }), mapping);
const notes = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()));
const planSchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
	version: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)(FORMAT),
	site: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
	"org-uuid": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
	rules: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
	prune: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.F)(),
	digest: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
	unchanged: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)()),
	"org-name": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
	refusals: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
		code: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		text: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		"mapping-ids": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)())
	}))),
	warnings: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
		code: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		rank: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)([
			"high",
			"medium",
			"low"
		]),
		field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		text: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		wanted: mapping
	}))),
	power: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.W)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
		text: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		dangerous: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.F)()
	})))),
	policy: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
		rules: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
		violations: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)())
	})),
	unmanaged: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)(live)),
	unread: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
		kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.d),
		why: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()
	}))),
	ignored: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)()),
	changes: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.I)("action", [
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)("create"),
			wanted: mapping,
			notes
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)("update"),
			wanted: mapping,
			live,
			notes
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)("replace"),
			wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)(mapping),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)(live),
			notes
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)("delete"),
			live,
			notes
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)("blocked"),
			wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(mapping),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(live),
			code: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
			why: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
			notes
		})
	]))
});
function planDocument({ plan, frame, digest, prune }) {
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ot)(plan);
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
	const parsed = planSchema.safeParse(json);
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
	const aimed = new Set(plan.changes.flatMap((change) => change.action === "blocked" ? [] : aims(change)));
	const open = changes.filter(({ wanted }) => wanted.every((line) => aimed.has(line)));
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ot)(plan).filter((change) => {
		const rest = reviewedOf(change);
		if (change.action === "blocked" || lines.has(rest.line)) return false;
		return !open.some(({ wanted, live }) => isWithin(rest.wanted, wanted) && isWithin(rest.live, live));
	});
}
function aims(change) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(change).flatMap((wanted) => {
		const { kind, attributes } = wanted;
		return [(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.s)(wanted), (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.s)({
			kind,
			attributes
		})];
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
			live: change.live.map(_index_js__WEBPACK_IMPORTED_MODULE_1__.dt)
		};
		case "delete": return {
			action: change.action,
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.dt)(change.live)
		};
		case "update": return {
			action: change.action,
			wanted: wantedJson(change.wanted),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.dt)(change.live)
		};
		case "blocked": return {
			action: change.action,
			wanted: wantedJson(change.wanted),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.dt)(change.live),
			code: change.code,
			why: change.why
		};
	}
}
function notesOf({ notes }) {
	return notes.length > 0 ? { notes: notes.map(({ text }) => text) } : {};
}
function wantedJson({ kind, attributes, accountUuid }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.dt)({
		kind,
		...attributes,
		...accountUuid !== void 0 && { accountUuid }
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
		attributes: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ct)(json),
		...accountIn(json)
	};
}
function liveIn({ kind, "mapping-id": id, ...json }) {
	return {
		...(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ct)(json),
		kind,
		id,
		...accountIn(json)
	};
}
function accountIn(json) {
	const accountUuid = json[(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ct)("accountUuid")];
	return typeof accountUuid === "string" ? { accountUuid } : {};
}
function reviewedOf(change) {
	return {
		line: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.n)(change),
		wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(change).map(_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.s),
		live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.at)(change).map(_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.r)
	};
}



/***/ })

};
;