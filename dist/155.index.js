"use strict";
exports.id = 155;
exports.ids = [155,684,692];
exports.modules = {

/***/ 5684:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ rolesAround),
/* harmony export */   i: () => (/* binding */ refusalsOfOne),
/* harmony export */   n: () => (/* binding */ guarded_exports),
/* harmony export */   r: () => (/* binding */ refusalsOf),
/* harmony export */   t: () => (/* binding */ guarded)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7514);
/* harmony import */ var _guards_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(692);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6089);




// src/operations/guarded.ts
var guarded_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({
	guarded: () => guarded,
	refusalsOfOne: () => refusalsOfOne
});
const MOST_NAMED = 20;
async function refusalsOf(changes, live, rules, context) {
	const own = await ownMappings(changes.flatMap(_index_js__WEBPACK_IMPORTED_MODULE_3__.it), context);
	const refusals = (0,_guards_js__WEBPACK_IMPORTED_MODULE_2__.t)(changes, live, {
		...rules,
		own
	});
	if (!refusals.some(({ code }) => code === "last-of-role")) return refusals;
	const { readEnforcement } = await __webpack_require__.e(/* import() */ 780).then(__webpack_require__.bind(__webpack_require__, 7780)).then((n) => n.t);
	const enforced = await readEnforcement(context.client);
	return enforced === void 0 ? refusals : (0,_guards_js__WEBPACK_IMPORTED_MODULE_2__.t)(changes, live, {
		...rules,
		own,
		enforced
	});
}
async function refusalsOfOne(change, force, context) {
	return refusalsOf([change], await rolesAround([change], force, context.client), { force }, context);
}
async function rolesAround(changes, force, client) {
	return changes.flatMap(_index_js__WEBPACK_IMPORTED_MODULE_3__.it).some(({ roleId, id }) => roleId !== void 0 && !force.includes(id)) ? client.list("authn") : [];
}
function guarded(refusals, start = "Nothing was executed.") {
	const texts = refusals.slice(0, MOST_NAMED).map(({ text }) => text);
	if (refusals.length > MOST_NAMED) texts.push(`And ${refusals.length - MOST_NAMED} more like these.`);
	return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("guarded", [start, ...texts].join(" "), { advice: "" });
}
const NONE = { isOwn: () => false };
async function ownMappings(leaving, { client, job }) {
	if (leaving.length === 0) return NONE;
	if (job.identity !== void 0) return ownOfJob(leaving, job.identity.type, job);
	const account = await client.tokenAccount();
	if (account === "none") return NONE;
	if (account !== "unknown") return { isOwn: ({ accountUuid }) => accountUuid === account.uuid };
	return {
		...NONE,
		unknown: {
			covers: () => true,
			why: "Datadog does not say which account the bearer token belongs to."
		}
	};
}
async function ownOfJob(leaving, cloud, job) {
	const [{ callerOfThisJob }, { matchCaller }] = await Promise.all([__webpack_require__.e(/* import() */ 903).then(__webpack_require__.bind(__webpack_require__, 1903)).then((n) => n.i), __webpack_require__.e(/* import() */ 205).then(__webpack_require__.bind(__webpack_require__, 5205)).then((n) => n.t)]);
	const caller = await callerOfThisJob(job, cloud);
	if ("problem" in caller) return {
		...NONE,
		unknown: {
			covers: ({ kind }) => kind.startsWith(cloud),
			why: caller.problem
		}
	};
	const { matching, notEvaluated } = await matchCaller(caller, leaving);
	const own = new Set([...matching, ...notEvaluated.map(({ mapping }) => mapping)].map(({ id }) => id));
	return { isOwn: ({ id }) => own.has(id) };
}



/***/ }),

/***/ 692:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ guard)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3087);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);


const MOST_NAMED = 20;
function guard(changes, live, rules) {
	const forced = new Set(rules.force);
	const leaving = changes.flatMap(_index_js__WEBPACK_IMPORTED_MODULE_1__.it).filter(({ id }) => !forced.has(id));
	return [
		...tooMany(changes, rules.maxDeletes),
		...tooLarge(changes),
		...ownOnes(leaving, rules.own),
		...lastOfRoles(changes, live).flatMap((mapping) => forced.has(mapping.id) ? [] : [lastOfRole(mapping, rules.enforced)])
	];
}
function tooMany(changes, maxDeletes = Number.POSITIVE_INFINITY) {
	const deletes = changes.filter(({ action }) => action === "delete");
	const moves = changes.filter((change) => change.action === "update" && losesTarget(change));
	const merges = changes.flatMap((change) => change.action === "replace" ? [change] : []);
	const merged = merges.map(({ live, wanted }) => Math.max(0, live.length - wanted.length));
	const beyond = merged.reduce((sum, count) => sum + count, 0);
	const count = deletes.length + moves.length + beyond;
	if (count <= maxDeletes) return [];
	const list = [
		[deletes.length, "deleted"],
		[moves.length, "moved to another role or team"],
		[beyond, "merged into others"]
	].filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
	const affected = [
		...deletes,
		...moves,
		...merges.filter((_, index) => merged[index] !== 0)
	];
	return [{
		code: "max-deletes",
		text: `${count} ${count === 1 ? "mapping" : "mappings"} would lose ${count === 1 ? "its" : "their"} place (${list.join(", ")}), and max-deletes is ${maxDeletes}. Raise max-deletes to allow that.`,
		mappingIds: affected.flatMap(_index_js__WEBPACK_IMPORTED_MODULE_1__.it).map(({ id }) => id)
	}];
}
function tooLarge(changes) {
	return changes.flatMap((change) => {
		if (change.action !== "replace") return [];
		const { wanted, live } = change;
		if (wanted.length <= 8 && live.length <= 8) return [];
		return [{
			code: "replacement-too-large",
			text: `One replacement would delete ${live.length} and create ${wanted.length} overlapping mappings, and 8 each is the limit. Go in steps: change a part of them in the file, apply, then change the rest.`,
			mappingIds: live.map(({ id }) => id)
		}];
	});
}
function ownOnes(leaving, { isOwn, unknown }) {
	const own = leaving.filter(isOwn);
	const refusals = own.map((mapping) => ({
		code: "own-mapping",
		text: `${sentenceStart((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__.s)(mapping))} is the mapping that this step's own credentials come from. Use other credentials, or set force: ${mapping.id}.`,
		mappingIds: [mapping.id]
	}));
	if (unknown === void 0) return refusals;
	const possible = leaving.filter((mapping) => unknown.covers(mapping) && !own.includes(mapping)).map(({ id }) => id);
	if (possible.length === 0) return refusals;
	const ids = `${possible.slice(0, MOST_NAMED).join(" ")}${possible.length > MOST_NAMED ? " …" : ""}`;
	const text = `Could not determine which mapping this step's own credentials come from. ${unknown.why} Fix that, use other credentials, or set force: ${ids}.`;
	return [...refusals, {
		code: "own-mapping-unknown",
		text,
		mappingIds: possible
	}];
}
function lastOfRole(mapping, enforced) {
	return {
		code: "last-of-role",
		text: `${sentenceStart((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__.s)(mapping))} is the last AuthN mapping of its role: ${loss(enforced)} Map the role otherwise first, or set force: ${mapping.id}.`,
		mappingIds: [mapping.id]
	};
}
function loss(enforced) {
	if (enforced === void 0) return "users could lose the role, and SAML login with it.";
	return enforced ? "the organization enforces its AuthN mappings, so the next SAML login of a user removes every role that no mapping gives, and a user without a role cannot log in." : "the organization does not enforce its AuthN mappings at the moment; once it does, users lose the role, and SAML login with it.";
}
function lastOfRoles(changes, live) {
	const leaving = changes.filter((change) => change.action !== "update" || losesTarget(change)).flatMap(_index_js__WEBPACK_IMPORTED_MODULE_1__.it);
	const gone = new Set(leaving.map(({ id }) => id));
	const left = new Set(live.filter(({ id }) => !gone.has(id)).map(({ roleId }) => roleId));
	for (const change of changes) if (change.action === "create") left.add(change.wanted.attributes.roleId);
	return leaving.filter(({ roleId }) => roleId !== void 0 && !left.has(roleId));
}
function losesTarget({ wanted, live }) {
	return wanted.attributes.roleId !== live.roleId || wanted.attributes.teamId !== live.teamId;
}
function sentenceStart(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
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